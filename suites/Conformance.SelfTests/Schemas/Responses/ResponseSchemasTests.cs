using System.Text.Json.Nodes;
using Conformance.Schemas.Bodies;
using Conformance.Schemas.Responses;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>How violations are told: in words, in document order, leaves only, without secrets.</summary>
public sealed class ResponseSchemasTests
{
    [Test]
    public void Tells_the_place_the_keyword_and_both_sides()
    {
        var body = JsonNode.Parse("""{"devices":[{"device_id":"A","display_name":null,"last_seen_ts":1.5},{"display_name":"B"}]}""");

        Told("matrix/devices.response", body).Should().Equal(
            "/devices/0/display_name: type: expected string, was null",
            "/devices/0/last_seen_ts: type: expected integer, was number 1.5",
            "/devices/1: required: expected member \"device_id\", was absent");
    }

    [Test]
    public void Tells_every_missing_member() => Told("matrix/standard-error", new JsonObject()).Should().Equal(
        "body: required: expected member \"errcode\", was absent",
        "body: required: expected member \"error\", was absent");

    [Test]
    public void Follows_the_order_of_the_body()
    {
        var body = JsonNode.Parse("""{"device_id":1,"access_token":2,"user_id":"nobody"}""");

        Told("matrix/login.response", body).Should().Equal(
            "/device_id: type: expected string, was number",
            "/access_token: type: expected string, was number",
            "/user_id: pattern: expected text matching ^@, was \"nobody\"");
    }

    [Test]
    public void Names_a_format_and_not_its_pattern() =>
        Told("koyeb/login-reply", JsonNode.Parse("""{"token":{"id":"t","expires_at":"soon"}}"""))
            .Should().Equal("/token/expires_at: pattern: expected date-time, was \"soon\"");

    [Test]
    public void Cuts_long_values()
    {
        var violation = ResponseSchemas.Own
            .Validate("matrix/deactivate.response", new JsonObject { ["id_server_unbind_result"] = new string('x', 500) })
            .Should()
            .ContainSingle().Subject;

        violation.Actual.Should().HaveLength(80).And.EndWith("…");
    }

    [TestCase("koyeb/login-reply", """{"token":{"id":"the secret"}}""")]
    [TestCase("matrix/login.response", """{"user_id":"@u:h","device_id":"D","access_token":["the secret"]}""")]
    [TestCase("matrix/login.response", "\"the secret\"")]
    public void Shows_no_secret(string schema, string body) =>
        Told(schema, JsonNode.Parse(body)).Should().ContainSingle().Which.Should().NotContain("secret\"").And.NotContain("the secret");

    [TestCase("1e400")]
    [TestCase("-1e400")]
    [TestCase("99999999999999999999999999999999")]
    public void Survives_numbers_beyond_decimal(string number)
    {
        var validating = () => ResponseSchemas.Own.Validate("matrix/rate-limit-error", JsonNode.Parse(
            $$"""{"errcode":"M_LIMIT_EXCEEDED","error":"","retry_after_ms":{{number}}}"""));

        validating.Should().NotThrow();
    }

    [Test]
    public void Reads_the_last_of_doubled_members()
    {
        Told("matrix/refresh.response", JsonBody.Read("""{"access_token":1,"access_token":"t"}""").Root).Should().BeEmpty();
        Told("matrix/refresh.response", JsonBody.Read("""{"access_token":"t","access_token":1}""").Root).Should().ContainSingle();
    }

    [Test]
    public void Judges_json_null() => Told("matrix/logout.response", null).Should().Equal("body: type: expected object, was null");

    [Test]
    public void Escapes_pointers() => Told("matrix/keys-upload.response", JsonNode.Parse("""{"one_time_key_counts":{"a/b~c":"1"}}"""))
        .Should().Equal("/one_time_key_counts/a~1b~0c: type: expected integer, was string");

    [Test]
    public void Offers_the_nearest_names()
    {
        var validating = () => ResponseSchemas.Own.Validate("matrix/login.respnse", null);

        validating.Should().Throw<ArgumentException>().WithMessage("*\"matrix/login.respnse\"; nearest: matrix/login.response, *");
    }

    [Test]
    public void Judges_many_bodies_at_once()
    {
        var schemas = new ResponseSchemas(ResponseSchemaFile.ByName.Values.Select(file => KeyValuePair.Create(file.Name, file.Read())));

        var counts = Enumerable.Range(0, 500).AsParallel()
            .Select(_ => schemas.Validate("matrix/devices.response", JsonNode.Parse("""{"devices":[{"device_id":null}]}""")).Count);

        counts.Should().OnlyContain(count => count == 1);
    }

    private static IEnumerable<string> Told(string name, JsonNode? body) =>
        ResponseSchemas.Own.Validate(name, body).Select(violation => violation.ToString());
}
