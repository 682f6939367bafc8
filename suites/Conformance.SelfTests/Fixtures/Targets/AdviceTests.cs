using Conformance.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>What an operator is told before the run begins.</summary>
public sealed class AdviceTests
{
    private const string Elsewhere = "https://staging.example.org";

    [Test]
    public void Warns_of_ending_the_sessions_of_anybody_beyond_this_machine() =>
        Advice.Of(Permitting(Elsewhere, new())).Should().ContainSingle().Which.Should()
            .StartWith("driven: permissions.destructive is true").And.Contain("permissions.accounts in driven.json");

    [Test]
    public void Says_nothing_where_the_names_are_listed() =>
        Advice.Of(Permitting(Elsewhere, new() { Accounts = ["conformance-*"] })).Should().BeEmpty();

    [Test]
    public void Says_nothing_where_no_such_session_is_ended() =>
        Advice.Of(Permitting(Elsewhere, new() { Destructive = false })).Should().BeEmpty();

    [Test]
    public void Says_nothing_of_this_machine() => Advice.Of(Permitting("http://127.0.0.1:8008", new())).Should().BeEmpty();

    private static TargetSettings Permitting(string baseUrl, PermissionSettings permissions) =>
        DrivenTarget.Settings(baseUrl) with { Permissions = permissions };
}
