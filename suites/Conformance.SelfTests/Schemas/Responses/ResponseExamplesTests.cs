using Conformance.Schemas.Responses;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>Every response schema against its own examples: what it lets pass, and what exactly it says of each sin.</summary>
public sealed class ResponseExamplesTests
{
    private static IEnumerable<ResponseExample> Valid => ResponseExample.All.Where(example => example.Violation is null);

    private static IEnumerable<ResponseExample> Invalid => ResponseExample.All.Where(example => example.Violation is not null);

    private static IEnumerable<string> Schemas => ResponseSchemas.Own.Names.Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Valid))]
    public void Lets_pass(ResponseExample example) => ResponseSchemas.Own.Validate(example.Schema, example.Body).Should().BeEmpty();

    [TestCaseSource(nameof(Invalid))]
    public void Says_what_is_wrong_and_nothing_else(ResponseExample example) =>
        ResponseSchemas.Own
            .Validate(example.Schema, example.Body)
            .Select(found => new ExpectedViolation(found.Pointer, found.Keyword))
            .Should()
            .Equal(example.Violation!);

    [TestCaseSource(nameof(Schemas))]
    public void Has_valid_and_invalid_examples_by_name(string schema)
    {
        Valid.Should().Contain(example => example.Schema == schema);
        Invalid.Should().Contain(example => example.Schema == schema);
        ResponseExample.All.Where(example => example.Schema == schema).Select(example => example.Name).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Leaves_no_example_without_a_schema() =>
        ResponseExample.All.Where(example => !ResponseSchemas.Own.Names.Contains(example.Schema)).Should().BeEmpty();
}
