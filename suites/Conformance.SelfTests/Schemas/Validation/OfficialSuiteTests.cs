using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Validation;

/// <summary>The validator against the official cases of draft 2020-12.</summary>
public sealed class OfficialSuiteTests
{
    // A known exception that begins to pass must leave this list: the comparison below goes both ways.
    private static readonly string[] KnownExceptions =
    [
        // .NET knows \p{L}, not \p{Letter}; no schema of ours uses property escapes.
        "pattern.json: pattern with Unicode property escape requires unicode mode: ASCII letters match",
        "pattern.json: pattern with Unicode property escape requires unicode mode: Non-ASCII letters match",
        "pattern.json: pattern with Unicode property escape requires unicode mode: Digits do not match",
        "patternProperties.json: patternProperties with Unicode property escape: Unicode letter property name matches",
        "patternProperties.json: patternProperties with Unicode property escape: Non-letter property name does not match pattern",
    ];

    [Test]
    public void No_schema_of_ours_stands_on_what_it_misjudges() =>
        Directory.EnumerateFiles(RepositoryRoot.Folder, "*.schema.json", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains("\\p{", StringComparison.OrdinalIgnoreCase))
            .Should().BeEmpty();

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
