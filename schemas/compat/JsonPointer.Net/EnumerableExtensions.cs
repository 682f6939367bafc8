namespace Json.Pointer;

/// <summary>What JSON Schema keywords ask of their collections.</summary>
public static class EnumerableExtensions
{
    /// <summary>A hash code that does not depend on the order, as the equality of JSON objects does not.</summary>
    public static int GetCollectionHashCode<T>(this IEnumerable<T> collection) =>
        collection.Aggregate(0, (hash, element) => unchecked(hash + (element?.GetHashCode() ?? 0)));
}
