namespace Conformance.Suites.Requests;

/// <summary>Texts that are no JSON, no JSON object, or a JSON object with something behind it.</summary>
internal static class BrokenJson
{
    /// <summary>Instead of JSON.</summary>
    public static readonly string[] NotJson = ["{", "", "abc"];

    /// <summary>Behind a JSON object.</summary>
    public static readonly string[] Behind = ["{}", "}", "x"];

    /// <summary>JSON, and no object.</summary>
    public static readonly string[] NoObject = ["[]", "\"x\"", "null", "1"];
}
