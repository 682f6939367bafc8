using System.Text.RegularExpressions;
using Conformance.ReferenceServers.Accounts;
using FluentAssertions;

namespace Conformance.SelfTests.ReferenceServers.RealClient;

/// <summary>What the SDK has to have seen of a server that keeps its contract.</summary>
internal static partial class SessionPromises
{
    // As application.mjs has it.
    private const string WrongPassword = "not the password";

    /// <summary>How the SDK shows that a token is refused.</summary>
    public const string Refused = """{"accepted":false,"status":401,"errcode":"M_UNKNOWN_TOKEN"}""";

    /// <summary>The errors at which the SDK finds itself logged out, where a token is refused.</summary>
    public const string LoggedOut = """[{"status":401,"errcode":"M_UNKNOWN_TOKEN"}]""";

    /// <summary>whoami has named the user, and the device that the login had given.</summary>
    public static void ShouldKnowThePhone(this Script session)
    {
        var (login, whoami) = (session.Steps["login"], session.Steps["phone"]);

        ((string?)whoami["user_id"]).Should().NotBeNullOrEmpty().And.Be((string?)login["user_id"]);
        ((string?)whoami["device_id"]).Should().NotBeNullOrEmpty().And.Be((string?)login["device_id"]);
    }

    /// <summary>The phone was accepted, logged out and refused, and the SDK found itself logged out; the laptop noticed nothing.</summary>
    public static void ShouldHaveLoggedOutThePhoneAlone(this Script session)
    {
        session["phone"].Should().StartWith("""{"accepted":true,""");
        session["laptop"].Should().StartWith("""{"accepted":true,""");
        session["logout"].Should().Be("""{"accepted":true}""");
        session["after-logout"].Should().Be(
            $$"""{"phone":{{Refused}},"phoneLoggedOut":{{LoggedOut}},"laptop":{{session["laptop"]}},"laptopLoggedOut":[]}""");
    }

    /// <summary>Laptop and tablet were accepted, the laptop logged out everywhere, and both were refused.</summary>
    public static void ShouldHaveLoggedOutEverywhere(this Script session)
    {
        session["laptop"].Should().StartWith("""{"accepted":true,""");
        session["tablet"].Should().StartWith("""{"accepted":true,""");
        session["logout-everywhere"].Should().Be("""{"accepted":true}""");
        session["after-logout-everywhere"].Should().Be(
            $$"""{"laptop":{{Refused}},"laptopLoggedOut":{{LoggedOut}},"tablet":{{Refused}},"tabletLoggedOut":{{LoggedOut}}}""");
    }

    /// <summary>The refresh token did not outlive the logout.</summary>
    public static void ShouldHaveForgottenTheRefreshToken(this Script session)
    {
        session["logout"].Should().Be("""{"accepted":true}""");
        session["refresh-after-logout"].Should().Be("""{"accepted":false,"status":401,"errcode":"M_UNKNOWN_TOKEN","soft_logout":false}""");
    }

    /// <summary>Every request of the SDK went to one port of this machine.</summary>
    public static void ShouldHaveContactedNobodyElse(this Script session) =>
        session["contacted"].Should().MatchRegex("""^\["127\.0\.0\.1:\d+"\]$""");

    /// <summary>Neither steps nor the SDK's log show a password, or anything that looks like a token. Nor does the message.</summary>
    public static void ShouldShowNoSecret(this Script session)
    {
        var showsPassword = session.Console.Contains(ReferenceAccounts.Password, StringComparison.Ordinal)
            || session.Console.Contains(WrongPassword, StringComparison.Ordinal);
        showsPassword.Should().BeFalse("passwords stay secret");
        TokenLike().Count(session.Console).Should().Be(0, "tokens stay secret");
    }

    // Like the tokens of the reference server: 43 characters of base64url.
    [GeneratedRegex("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")]
    private static partial Regex TokenLike();
}
