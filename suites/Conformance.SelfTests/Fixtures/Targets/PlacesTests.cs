using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>Where in a target file what reports point at stands.</summary>
public sealed class PlacesTests
{
    private const string Text =
        """
        {
          // "name": "of a comment",
          "dialect": "matrix", "baseUrl": "https://matrix.staging.example.org",
          "accounts": [{ "user": "name", "password": "${env:ALICE_PASSWORD}" }],
          "name": "staging",
          "waivers": [
            { "fingerprint": "2-0123456789abcdef", "reason": "é\n", "link": "https://issues.example/1", "owner": "us",
              "expires": "2099-01-01",
              "requirement": "MTX-LOGOUT-02" },
            { "requirement": "MTX-LOGOUT-03", "fingerprint": "2-0123456789abcdef", "reason": "x", "link": "https://issues.example/1",
              "owner": "us", "expires": "2099-01-01" }
          ]
        }
        """;

    [Test]
    public void Are_the_lines_of_the_name_and_of_each_waiver() =>
        SoundTarget.Read(Text).Places.Should().Equal(
            new Dictionary<string, int> { ["name"] = 5, ["MTX-LOGOUT-02"] = 9, ["MTX-LOGOUT-03"] = 10 });
}
