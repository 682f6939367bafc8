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
    public async Task Are_found_where_they_show_side_by_side() =>
        (await new FaultCompany([Mislabelled, Apart]).Finds(Apart)).Should().BeTrue();

    [Test]
    public async Task Are_not_found_where_one_hides_another() =>
        (await new FaultCompany([Refused, Hidden]).Finds(Hidden)).Should().BeFalse("it is to be tried alone");

    [Test]
    public async Task Are_not_found_where_one_breaks_more_than_it_says() =>
        (await new FaultCompany([Mislabelled, Apart with { Breaks = [] }]).Finds(Mislabelled)).Should().BeFalse();

    [Test]
    public async Task Are_not_found_where_one_breaks_something_else_than_it_says() =>
        (await new FaultCompany([Mislabelled, Apart with { Breaks = ["KOY-GEN-12"] }]).Finds(Mislabelled)).Should().BeFalse();

    [Test]
    public async Task Are_found_in_the_half_where_nothing_hides_them() =>
        (await new FaultCompany([Mislabelled, Apart, Refused, Hidden]).Finds(Apart)).Should().BeTrue();

    private static Fault Named(string name) => FaultCatalogue.Find(name)!;
}
