using Conformance.Schemas.Responses;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>Every response schema against its own examples: what it lets pass, and what exactly it says of each sin.</summary>
public sealed class ResponseExamplesTests
{
    private static IEnumerable<TestCaseData> Passing => CasesOf(example => example.Passes);

    private static IEnumerable<TestCaseData> Failing => CasesOf(example => example.Fails);

    private static IEnumerable<string> Schemas => ResponseSchemas.Default.Names.Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Passing))]
    public void Lets_pass(string schema, string name) =>
        ResponseSchemas.Default.Validate(schema, new ResponseExample(schema, name).Body).Should().BeEmpty();

    [TestCaseSource(nameof(Failing))]
    public void Says_what_is_wrong_and_nothing_else(string schema, string name)
    {
        var expected = ResponseExample.ExpectedOf(schema)[name];

        var violation = ResponseSchemas.Default.Validate(schema, new ResponseExample(schema, name).Body).Should().ContainSingle().Subject;

        (violation.Pointer, violation.Keyword).Should().Be(expected);
    }

    [TestCaseSource(nameof(Schemas))]
    public void Has_passing_and_failing_examples(string schema)
    {
        var examples = ResponseExample.All.Where(example => example.Schema == schema).ToList();

        examples.Should().Contain(example => example.Passes).And.Contain(example => example.Fails);
        ResponseExample.ExpectedOf(schema).Keys.Should().BeEquivalentTo(examples.Where(example => example.Fails).Select(example => example.Name));
    }

    [Test]
    public void Leaves_no_example_without_a_schema() =>
        ResponseExample.All.Where(example => !ResponseSchemas.Default.Names.Contains(example.Schema)).Should().BeEmpty();

    [Test]
    public void Leaves_no_example_that_neither_passes_nor_fails() =>
        ResponseExample.All.Where(example => !example.Passes && !example.Fails).Should().BeEmpty();

    private static IEnumerable<TestCaseData> CasesOf(Func<ResponseExample, bool> kind) =>
        ResponseExample.All.Where(kind).Select(example => new TestCaseData(example.Schema, example.Name));
}
