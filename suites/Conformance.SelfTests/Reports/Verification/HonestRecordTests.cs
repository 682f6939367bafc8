using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Reports.Verification;
using Conformance.SelfTests.WholeRuns;
using Conformance.Suites.Wiring;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>What a run recorded is what its exchanges give when they are judged again.</summary>
public sealed class HonestRecordTests
{
    // Against every fault, in strict mode, it is FaultTests that ask.
    private static readonly string[] Faults = ["KeepsTokenForTwoSeconds", "LogoutEndsOtherDevices"];

    private static IEnumerable<TestCaseData<ReferenceServerOptions>> Servers =>
    [
        Named("Matrix", EmbeddedServers.Matrix),
        Named("Matrix that claims odd versions", new MatrixServerOptions { Versions = ["v1.11, v1.99", "v1.11", "v1.12-a,b"] }),
        Named("Koyeb s21", new KoyebServerOptions()),
        Named("Koyeb that ends tokens late", new KoyebServerOptions { RevocationDelay = TimeSpan.FromMilliseconds(60) }),
        Named("Koyeb whose tokens outlive their logout", new KoyebServerOptions { StatelessTokens = true }),
        Named("Koyeb s26", EmbeddedServers.KoyebS26),
        .. Faults.Select(fault => Named(fault, new MatrixServerOptions { Faults = [fault] })),
    ];

    [TestCaseSource(nameof(Servers))]
    public async Task An_honest_record_holds(ReferenceServerOptions options)
    {
        await using var served = await ServedRun.Start(options, "honest");
        await SuiteRunner.Run(served.Run);
        var record = SuiteRuns.WrittenRecordOf(served.Run, "honest");

        var again = Recomputation.Of(record);

        again.Contradictions.Should().BeEmpty();
        record.Scenarios
            .Where(scenario => scenario.Verdict is Verdict.Pass && scenario.Exchanges.Count > 0)
            .Should()
            .HaveCountGreaterThan(80);
        again.Trusted.Unjudged.Should().BeLessThan(record.Scenarios.Count / 2);
    }

    private static TestCaseData<ReferenceServerOptions> Named(string name, ReferenceServerOptions options) =>
        new TestCaseData<ReferenceServerOptions>(options).SetArgDisplayNames(name);
}
