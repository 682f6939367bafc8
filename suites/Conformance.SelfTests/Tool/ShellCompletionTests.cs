using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary>A shell completes what has been typed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ShellCompletionTests
{
    [TestCase("conformance ru", "run")]
    [TestCase("tools/conformance ru", "run")]
    [TestCase("conformance show MTX-LOGOUTALL-0", "MTX-LOGOUTALL-0[1-9]")]
    [TestCase("conformance waive run.json KOY-LOGOUT-01", "KOY-LOGOUT-01")]
    [TestCase("conformance gate run.json --profile koyeb-l", "koyeb-logout")]
    [TestCase("conformance run staging.json --rerun f", "failed")]
    public async Task Of_what_may_follow(string line, string completion)
    {
        var call = await ToolCall.Of($"[suggest:{line.Length.ToString(CultureInfo.InvariantCulture)}]", line);

        call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(offered => Regex.IsMatch(offered, $"^{completion}$"));
    }

    // Help asks for completions too.
    [Test]
    public async Task But_help_names_what_stands_for_a_value() =>
        (await ToolCall.Of("show", "--help")).Output.Should().Contain("<ID>").And.NotContain("MTX-LOGOUT-03");
}
