using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Compat;

/// <summary>The validator, on top of our stand-ins, against the official cases of draft 2020-12.</summary>
public sealed class OfficialSuiteTests
{
    // A known exception that begins to pass must leave this list: the comparison below goes both ways.
    private static readonly string[] KnownExceptions =
    [
        // .NET knows \p{L}, not \p{Letter}.
        "pattern.json: pattern with Unicode property escape requires unicode mode: ASCII letters match",
        "pattern.json: pattern with Unicode property escape requires unicode mode: Non-ASCII letters match",
    ];

    private static IEnumerable<string> Files => OfficialSuite.RequiredFiles is { Count: > 0 } files ? files : ["(absent)"];

    [TestCaseSource(nameof(Files))]
    public void Judges_every_required_case(string file)
    {
        if (OfficialSuite.RequiredFiles.Count == 0)
            Assert.Ignore(OfficialSuite.ReasonOfAbsence);

        var expected = KnownExceptions.Where(name => name.StartsWith(file + ":", StringComparison.Ordinal));

        OfficialSuite.WronglyJudged(file).Should().Equal(expected);
    }
}
