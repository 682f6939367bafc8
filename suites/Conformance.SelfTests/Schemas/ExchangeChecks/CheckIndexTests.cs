using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.ExchangeChecks.Koyeb;
using Conformance.Schemas.ExchangeChecks.Matrix;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.ExchangeChecks;

/// <summary>Each exchange meets the checks that say something of its endpoint, and no other.</summary>
public sealed class CheckIndexTests
{
    private static readonly IReadOnlyList<ExchangeCheck> All = [.. MatrixExchangeChecks.All, .. KoyebExchangeChecks.All];

    private static readonly IReadOnlyList<string> Endpoints =
        [.. MatrixEndpoints.All.Concat(KoyebEndpoints.All).Select(endpoint => endpoint.ToString()), "PATCH /login"];

    [Test]
    public void Gives_every_check_where_it_belongs_in_the_order_of_all()
    {
        var index = new CheckIndex(All);

        foreach (var endpoint in Endpoints)
            index.For(endpoint).Should().Equal(All.Where(check => check.Endpoints is null || check.Endpoints.Contains(endpoint)));
    }

    [Test]
    public void Names_endpoints_of_the_contracts_only() =>
        All.SelectMany(check => check.Endpoints ?? [])
            .Should()
            .NotBeEmpty().And.OnlyContain(endpoint => Endpoints.Contains(endpoint)).And.NotContain("PATCH /login");
}
