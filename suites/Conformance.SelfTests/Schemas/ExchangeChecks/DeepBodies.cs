namespace Conformance.SelfTests.Schemas.ExchangeChecks;

/// <summary>JSON that is nested deeper than readers like.</summary>
internal static class DeepBodies
{
    public static string Arrays(int levels) => new string('[', levels) + new string(']', levels);

    public static string Objects(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
}
