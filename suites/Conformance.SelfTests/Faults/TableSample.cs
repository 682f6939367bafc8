using System.Reflection;
using System.Xml.Linq;
using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Matrix.SessionTable;
using Conformance.ReferenceServers;
using Conformance.Suites.Matrix;
using NUnit.Framework;

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

        // By their whole names: NUnit would compile a pattern anew for each run.
        var leftOut = Cases.SelectMany(method => Arguments, (method, one) => (method.Name, method.Count, one))
            .Where(each => each.Count == each.one.Count && each.one.Part != number % Parts)
            .Select(each => new XElement("name", $"{each.Name}({each.one.Text})"));
        return new XElement("filter", new XElement("not", new XElement("or", leftOut))).ToString();
    }

    /// <summary>The methods that try cases of the tables, with the number of their arguments.</summary>
    private static IEnumerable<(string Name, int Count)> Cases { get; } =
    [
        .. new[] { typeof(SessionEndTests), typeof(RefreshTokenEndTests), typeof(RefreshReplayTests), typeof(Conformance.Suites.Koyeb.SessionEndTests) }
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes<TestCaseSourceAttribute>().Any())
            .Select(method => (method.Name, method.GetParameters().Length)),
    ];

    /// <summary>What cases have in brackets, how many that are, and the part to which they belong.</summary>
    private static IEnumerable<(string Text, int Count, int Part)> Arguments { get; } =
    [
        .. Obtaining.All.Index().SelectMany(_ => Ending.All.Index(), (way, end) => ($"\"{way.Item.Name}\",\"{end.Item.Name}\"", 2, (way.Index + end.Index) % Parts)),
        .. Ending.All.Index().Select(end => ($"\"{end.Item.Name}\"", 1, end.Index % Parts)),
        .. KoyebOrigin.All.Index().Select(origin => (origin.Item.Name, 1, origin.Index % Parts)),
    ];
}
