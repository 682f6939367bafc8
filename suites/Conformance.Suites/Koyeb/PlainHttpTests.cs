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
        var endpoint = await target.WhatEverybodyMayAsk();

        var outcome = await target.Client.AskOverPlainHttp(url, endpoint).ShouldNotSucceed();

        target.Observe($"{endpoint} over plain HTTP", outcome);
    }
}
