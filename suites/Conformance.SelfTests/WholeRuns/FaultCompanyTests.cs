using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Faults;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Faults that are tried together are found only where all of them show, and nothing else.</summary>
public sealed class FaultCompanyTests
{
    private static readonly Fault Refused = Named("LoginWantsBearer");
    private static readonly Fault Hidden = Named("KeepsBearerAfterLogout");
    private static readonly Fault Mislabelled = Named("AnswersLogoutWithCreated");
    private static readonly Fault Apart = Named("TellsExpiryWithoutOffset");

    [Test]
    public async Task Add_up_where_they_show_side_by_side() => (await FaultTrial.Of(Mislabelled, Apart)).Objections.Should().BeEmpty();

    [Test]
    public async Task Do_not_where_one_hides_another() => (await FaultTrial.Of(Refused, Hidden)).Objections.Should().NotBeEmpty();

    [Test]
    public async Task Do_not_where_one_breaks_something_else_than_it_says() =>
        (await FaultTrial.Of(Mislabelled, Apart with { Breaks = ["KOY-GEN-12"] })).Objections.Should().NotBeEmpty();

    [Test]
    public async Task Are_found_where_they_add_up()
    {
        var tried = new List<int>();

        (await Company(tried, Mislabelled, Apart).Finds(Apart)).Should().BeTrue();

        tried.Should().Equal(2);
    }

    [Test]
    public async Task Are_found_in_the_half_where_nothing_hides_them()
    {
        var tried = new List<int>();
        var company = Company(tried, Mislabelled, Apart, Refused, Hidden);

        (await company.Finds(Apart)).Should().BeTrue();
        (await company.Finds(Hidden)).Should().BeFalse("of one that is alone only its own trial counts");
        (await company.Finds(Mislabelled)).Should().BeTrue();

        tried.Should().Equal([4, 2, 2], "nothing is tried twice");
    }

    // As if the one hid the other, and none else did.
    private static FaultCompany Company(List<int> tried, params Fault[] members) => new(members, some =>
    {
        tried.Add(some.Count);
        return Task.FromResult(new FaultTrial("koyeb", [], some.Contains(Refused) && some.Contains(Hidden) ? ["hidden"] : []));
    });

    private static Fault Named(string name) => FaultCatalogue.Find(name)!;
}
