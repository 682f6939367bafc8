namespace Json.More;

/// <summary>Which .NET types a JSON number may come from.</summary>
public static class TypeExtensions
{
    private static readonly HashSet<Type> IntegerTypes =
        [typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong)];

    private static readonly HashSet<Type> FractionalTypes = [typeof(float), typeof(double), typeof(decimal)];

    public static bool IsInteger(this Type type) => IntegerTypes.Contains(type);

    public static bool IsNumber(this Type type) => type.IsInteger() || FractionalTypes.Contains(type);
}
