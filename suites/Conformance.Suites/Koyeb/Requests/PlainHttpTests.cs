using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>Plain HTTP: a public deployment refuses it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class PlainHttpTests(KoyebTarget target)
{
    [Test, Requirement("KOY-GEN-14")]
    public async Task Refuses_plain_HTTP()
    {
        var url = target.PlainHttpUrl();
        var usual = await target.AskAsEverybody();

        var outcome = await target.Client.AskOverPlainHttp(url, usual).ShouldNotSucceed(usual);

        target.Observe($"{usual.Exchange.Endpoint} over plain HTTP", outcome);
    }
}
