using System.Xml.Linq;

namespace Conformance.Tool.Approving;

/// <summary>What came of one self-test.</summary>
/// <param name="Name">Its full name, with its case.</param>
/// <param name="HasFailed">Whether it is red.</param>
/// <param name="Message">What it said; empty if nothing.</param>
internal sealed record SelfTestResult(string Name, bool HasFailed, string Message)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads the results that <c>dotnet test --logger trx</c> wrote.</summary>
    public static IReadOnlyList<SelfTestResult> Read(string file) =>
    [
        .. XDocument.Load(file).Descendants(Trx + "UnitTestResult").Select(result => new SelfTestResult(
            (string?)result.Attribute("testName") ?? "",
            (string?)result.Attribute("outcome") == "Failed",
            (string?)result.Descendants(Trx + "Message").FirstOrDefault() ?? "")),
    ];
}
