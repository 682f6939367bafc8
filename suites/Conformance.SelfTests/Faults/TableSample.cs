using System.Text.RegularExpressions;
using System.Xml.Linq;
using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Matrix.SessionTable;
using Conformance.ReferenceServers;

namespace Conformance.SelfTests.Faults;

/// <summary>
/// Which cases of the tables of sessions are tried against a fault. All of them where it breaks a row that they judge. Otherwise nothing is
/// to be seen there, and a sixth of them has to do: one in which every way to get a session and every way to end one occurs, and another
/// sixth for the next fault.
/// </summary>
internal static class TableSample
{
    /// <summary>Any value tries all cases against every fault, which takes half as long again.</summary>
    public const string WholeTables = "CONFORMANCE_WHOLE_TABLES";

    private const int Parts = 6;

    private static readonly HashSet<string> Rows =
        [.. SessionTable.Cells.Select(cell => cell.Requirement).OfType<string>(), .. KoyebSessionEnd.All.Select(end => end.Requirement)];

    /// <summary>The scenarios that are tried, as a filter in NUnit's XML.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="number">Its place in the catalogue.</param>
    public static string FilterFor(Fault fault, int number)
    {
        if (fault.Breaks.Any(Rows.Contains) || Environment.GetEnvironmentVariable(WholeTables) is not null)
            return "<filter />";

        var leftOut = string.Join('|', Arguments.Where(one => one.Part != number % Parts).Select(one => Regex.Escape(one.Text)));
        return new XElement(
            "filter",
            new XElement("not", new XElement(
                "and",
                new XElement("class", new XAttribute("re", 1), @"\.(SessionEndTests|RefreshTokenEndTests|RefreshReplayTests)$"),
                new XElement("name", new XAttribute("re", 1), $@"\(({leftOut})\)$")))).ToString();
    }

    /// <summary>What cases have in brackets, and the part to which they belong.</summary>
    private static IEnumerable<(string Text, int Part)> Arguments =>
    [
        .. Obtaining.All.Index().SelectMany(_ => Ending.All.Index(), (way, end) => ($"\"{way.Item.Name}\",\"{end.Item.Name}\"", (way.Index + end.Index) % Parts)),
        .. Ending.All.Index().Select(end => ($"\"{end.Item.Name}\"", end.Index % Parts)),
        .. KoyebOrigin.All.Index().Select(origin => (origin.Item.Name, origin.Index % Parts)),
    ];
}
