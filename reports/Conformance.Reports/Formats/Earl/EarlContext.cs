namespace Conformance.Reports.Formats.Earl;

/// <summary>What the short names of the report mean. It stands in the file itself, so that no reader has to fetch anything.</summary>
internal static class EarlContext
{
    public static IReadOnlyDictionary<string, object> Terms { get; } = new Dictionary<string, object>
    {
        ["earl"] = "http://www.w3.org/ns/earl#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["Assertion"] = "earl:Assertion",
        ["Software"] = "earl:Software",
        ["TestSubject"] = "earl:TestSubject",
        ["TestRequirement"] = "earl:TestRequirement",
        ["TestResult"] = "earl:TestResult",
        ["assertedBy"] = Reference("earl:assertedBy"),
        ["subject"] = Reference("earl:subject"),
        ["test"] = Reference("earl:test"),
        ["mode"] = Reference("earl:mode"),
        ["result"] = Reference("earl:result"),
        ["outcome"] = Reference("earl:outcome"),
        ["info"] = "earl:info",
        ["title"] = "dct:title",
        ["description"] = "dct:description",
        ["identifier"] = "dct:identifier",
        ["source"] = "dct:source",
        ["version"] = "dct:hasVersion",
        ["date"] = new Dictionary<string, string> { ["@id"] = "dct:date", ["@type"] = "xsd:dateTime" },
    };

    private static Dictionary<string, string> Reference(string term) => new() { ["@id"] = term, ["@type"] = "@id" };
}
