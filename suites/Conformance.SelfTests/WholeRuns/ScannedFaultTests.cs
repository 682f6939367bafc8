using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Faults;
using Conformance.SelfTests.HostileAnswers;
using Conformance.SelfTests.Scanning;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Nothing that a run against a broken server leaves behind shows a secret, as somebody finds who knows all secrets from the server and
/// shares nothing with the suite.
/// </summary>
[Category(HostileSeeds.Category)]
public sealed class ScannedFaultTests
{
    // All reports of a whole run take long to look through: where nobody asks for more, those of one of each contract are.
    private static IEnumerable<TestCaseData> Faults => FaultCatalogue.All
        .GroupBy(fault => fault.Dialect)
        .SelectMany(faults => HostileSeeds.AreAskedFor ? faults : faults.Take(1))
        .Select(fault => new TestCaseData(fault).SetArgDisplayNames(fault.Name));

    [TestCaseSource(nameof(Faults))]
    public async Task Artefacts_show_no_secret(Fault fault)
    {
        HostileServer? listener = null;
        await using var served = await ServedRun.StartPublishing(
            KnownServers.OptionsOf(fault.Dialect) with { Faults = [fault.Name] },
            "scanned",
            settings => settings with
            {
                BaseUrl = (listener = new HostileServer(
                    new Uri(settings.BaseUrl), new KnownSecrets([ReferenceAccounts.Password]), HostilePlan.Honest)).BaseUrl,
            });
        using var listening = listener!;

        var outcome = await SuiteRunner.Run(served.Run);

        var folder = served.Run.OutputFolder!;
        await File.WriteAllTextAsync(Path.Combine(folder, "console.txt"), $"{outcome.AllText}\n{outcome.Console}");
        var scan = await SecretScanner.Scan(folder, listening.Secrets.All);
        scan.IsClean.Should().BeTrue("{0}", scan.Report);
        listening.Secrets.OfTheSuite.Count.Should().BeGreaterThan(1, "whoever knows no secret finds none");
        Directory.Delete(folder, recursive: true);
    }
}
