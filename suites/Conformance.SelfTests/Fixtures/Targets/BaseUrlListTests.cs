using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>The base URLs of a cluster, and the version of HTTP that is spoken there.</summary>
public sealed class BaseUrlListTests
{
    private const string First = "https://one.example.org";
    private const string Second = "https://two.example.org";

    [Test]
    public void Stand_in_the_place_of_the_one() =>
        SoundTarget.Read(With(target => target.Remove("baseUrl"), First, $"{Second}/")).BaseUrls.Should().Equal(First, Second);

    [Test]
    public void Follow_the_one_which_may_be_among_them()
    {
        var read = SoundTarget.Read(With(target => target["baseUrl"] = Second, First, Second));

        (read.BaseUrl, read.FurtherBaseUrls.Single()).Should().Be((Second, First));
    }

    [Test]
    public void Are_held_to_the_same_rules()
    {
        SoundTarget.Faults(With(_ => { }, First, "https://alice:hunter2@two.example.org", "https://matrix.org")).Should().Equal(
            "staging.json: baseUrls[1]: has credentials in it (not shown); "
            + "give an absolute http or https URL such as https://staging.example.org:8448",
            "staging.json: baseUrls[2]: the host matrix.org belongs to matrix.org; "
            + "name a server of your own, or set permissions.ownsHost to true if this one is");
    }

    [Test]
    public void Are_given_once() => SoundTarget.Faults(With(_ => { }, First, Second, First)).Should().Equal(
        "staging.json: baseUrls[2]: is given a second time; give each node once");

    [Test]
    public void Are_a_list_of_texts()
    {
        SoundTarget.Faults(With(_ => { })).Should().Equal("staging.json: baseUrls: is empty; give a list of absolute http or https URLs");
        SoundTarget.Faults(SoundTarget.Matrix(target => target["baseUrls"] = new JsonArray(7))).Should().Equal(
            "staging.json: baseUrls[0]: is a number; give an absolute http or https URL");
    }

    [TestCase("http://127.0.0.1:1", "http://[::1]:2", true)]
    [TestCase("http://127.0.0.1:1", Second, false)]
    public void Are_on_this_machine_only_if_all_are(string one, string other, bool areLocal)
    {
        var read = SoundTarget.Read(With(target => target.Remove("baseUrl"), one, other));

        (read.IsOnThisMachine, read.Permissions.Destructive, read.Limits.RequestsPerSecond is null)
            .Should().Be((areLocal, areLocal, areLocal));
    }

    [Test]
    public void Have_plain_HTTP_on_one_of_their_hosts()
    {
        static string At(string plain) => SoundTarget.Koyeb(target =>
        {
            target["baseUrls"] = new JsonArray(First, Second);
            target["plainHttpUrl"] = plain;
        });

        SoundTarget.Read(At("http://two.example.org")).PlainHttpUrl.Should().Be("http://two.example.org");
        SoundTarget.Faults(At("http://three.example.org")).Should().ContainSingle();
    }

    [TestCase("\"2\"", "2.0")]
    [TestCase("\"1.1\"", "1.1")]
    public void Are_spoken_to_in_a_version_of_HTTP(string given, string version) =>
        SoundTarget.Read(SoundTarget.Matrix(target => target["httpVersion"] = JsonNode.Parse(given))).HttpVersion.ToString()
            .Should().Be(version);

    [TestCase("\"3\"", "is '3'; give '1.1' or '2'")]
    [TestCase("2", "is 2; give '1.1' or '2'")]
    public void Are_spoken_to_in_no_other_version(string given, string fault) =>
        SoundTarget.Faults(SoundTarget.Matrix(target => target["httpVersion"] = JsonNode.Parse(given)))
            .Should().Equal($"staging.json: httpVersion: {fault}");

    [Test]
    public void Are_not_spoken_to_in_HTTP_2_through_a_proxy_where_they_are_plain()
    {
        var json = SoundTarget.Matrix(target =>
        {
            target["baseUrl"] = "http://staging.example.org";
            target["proxy"] = "http://proxy.example.org:3128";
            target["httpVersion"] = "2";
        });

        SoundTarget.Faults(json).Should().Equal(
            "staging.json: httpVersion: is 2, which no proxy passes on to an http URL; give an https URL, or remove proxy");
    }

    private static string With(Action<JsonObject> change, params string[] baseUrls) => SoundTarget.Matrix(target =>
    {
        target["baseUrls"] = new JsonArray([.. baseUrls.Select(url => JsonValue.Create(url))]);
        change(target);
    });
}
