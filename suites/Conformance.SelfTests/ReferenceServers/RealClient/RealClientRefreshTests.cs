using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.ReferenceServers.RealClient;

/// <summary>matrix-js-sdk, when an access token of the reference server expires.</summary>
public sealed class RealClientRefreshTests
{
    private const string Expired = """
        "status":401,"errcode":"M_UNKNOWN_TOKEN","soft_logout":true
        """;

    private Script session = null!;

    /// <summary>Runs the script; the token expires as soon as the script waits for that.</summary>
    internal static async Task<Script> RunPastExpiry(string? fault = null)
    {
        var time = new LeapingTime();
        var options = new MatrixServerOptions { Faults = fault is null ? [] : [fault], Time = time };
        await using var server = await ReferenceServer.Start(options);
        return await Script.Run("refresh", server, step =>
        {
            if (step is "waiting-for-expiry")
                time.Leap(options.AccessTokenLifetime);
        });
    }

    [OneTimeSetUp]
    public async Task Run() => session = await RunPastExpiry();

    [Test]
    public void Accepts_a_token_that_is_not_expired() => session.ShouldKnowThePhone();

    [Test]
    public void Says_that_an_expired_session_can_be_had_back() =>
        session["expired"].Should().Be($$"""{"whoami":{"accepted":false,{{Expired}}},"loggedOut":[{{{Expired}}}]}""");

    [Test]
    public void Hands_out_new_tokens() => session["refresh"].Should().Be(
        """{"expires_in_ms":300000,"has_access_token":true,"has_refresh_token":true,"new_access_token":true,"new_refresh_token":true}""");

    [Test]
    public void Keeps_user_and_device() =>
        session["whoami-again"].Should().Be($$"""{"whoami":{{session["phone"]}},"loggedOut":[]}""");

    [Test]
    public void Forgets_the_refresh_token_at_logout() => session.ShouldHaveForgottenTheRefreshToken();

    [Test]
    public void Is_all_that_the_SDK_contacts() => session.ShouldHaveContactedNobodyElse();

    [Test]
    public void Finds_no_secret_on_the_console() => session.ShouldShowNoSecret();
}
