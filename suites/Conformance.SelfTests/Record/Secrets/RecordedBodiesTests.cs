using System.Text.RegularExpressions;
using Conformance.Record.Secrets;
using Conformance.SelfTests.Recordings;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Record.Secrets;

/// <summary>Real bodies go through masking: their secrets become labels, and not another byte changes.</summary>
public sealed partial class RecordedBodiesTests
{
    [TestCaseSource(typeof(SynapseRecording), nameof(SynapseRecording.Cases))]
    public void Change_in_their_secrets_only(string name)
    {
        SynapseRecording.SkipWhereAbsent();
        var body = SynapseRecording.Line(name).Body;

        var masked = new SecretVault(nonce: "test").MaskBody(body);

        Placeholder().Replace(masked, "${kind}#").Should().Be(Placeholder().Replace(body, "${kind}#"));
        masked.Should().NotMatchRegex("<[a-z-]+-[0-9]+>", "what stands for a secret in the recording is a secret like any other");
    }

    [Test]
    public void Keep_one_label_for_each_secret()
    {
        SynapseRecording.SkipWhereAbsent();
        var vault = new SecretVault(nonce: "test");

        var labels = SynapseRecording.Lines.SelectMany(line =>
            Placeholder()
                .Matches(line.Body)
                .Zip(Placeholder().Matches(vault.MaskBody(line.Body)), (before, after) => (Before: before.Value, After: after.Value)));

        labels.Distinct().Should().NotBeEmpty().And.OnlyHaveUniqueItems(pair => pair.Before).And.OnlyHaveUniqueItems(pair => pair.After);
    }

    // <access-token-3> in the recording, <access-token#1~test> once masked
    [GeneratedRegex("<(?<kind>access-token|refresh-token|login-token|uia-session|password)[-#][0-9]+(?:~test)?>")]
    private static partial Regex Placeholder();
}
