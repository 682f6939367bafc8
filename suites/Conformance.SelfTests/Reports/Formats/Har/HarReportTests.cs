using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats.Har;

/// <summary>exchanges.har: what went over the wire.</summary>
public sealed class HarReportTests
{
    [Test]
    public void Has_every_exchange_once_in_the_order_of_time_on_the_page_of_its_scenario()
    {
        var log = Written.Json("har", SampleRun.Record)["log"]!;
        var titles = log["pages"].Each().ToDictionary(page => (string)page["id"]!, page => (string)page["title"]!);

        log["entries"].Each().Select(entry => (string)entry["comment"]!).Should().Equal(
            "exchange 1: POST /logout", "exchange 2: GET /account/whoami", "exchange 3: GET /devices", "exchange 4: GET /devices",
            "exchange 5: POST /logout", "exchange 6: GET /account/whoami");
        log["entries"].Each().Should().HaveCount(SampleRun.Record.Totals.Requests);
        titles[(string)log["entries"]![4]!["pageref"]!].Should().Be("staging: MTX-LOGOUT-13: Refuses_other_methods: warning");
    }

    [Test]
    public void Tells_an_exchange_without_an_answer_as_browsers_do()
    {
        var response = Written.Json("har", SampleRun.Record)["log"]!["entries"]![4]!["response"]!;

        ((int)response["status"]!).Should().Be(0);
        ((string)response["_error"]!).Should().Be("timeout after 10 s");
    }

    [TestCase("2", "HTTP/2")]
    [TestCase(null, "unknown")]
    public void Tells_the_version_of_HTTP_where_the_record_does(string? recorded, string told)
    {
        var exchange = Exchange(1, "POST /logout", 200);
        var record = Fold(Finished("MTX-LOGOUT-02", Verdict.Pass) with
        {
            Exchanges = [exchange with { Response = exchange.Response! with { HttpVersion = recorded } }],
        });

        ((string)Written.Json("har", record)["log"]!["entries"]![0]!["response"]!["httpVersion"]!).Should().Be(told);
    }

    [Test]
    public void Tells_a_shared_exchange_once()
    {
        var record = Fold(
            Finished("MTX-LOGOUT-02", Verdict.Pass, "A.First") with { Exchanges = [Exchange(1, "POST /logout", 200)] },
            Finished("MTX-LOGOUT-03", Verdict.Pass, "A.Second") with { Exchanges = [Exchange(1, "POST /logout", 200)] });

        Written.Json("har", record)["log"]!["entries"].Each().Should().ContainSingle();
    }

    [TestCase(
        "https://hs.example/a?access_token=<access-token#17>&b=c+d",
        "https://hs.example/a?access_token=%3Caccess-token%2317%3E&b=c+d",
        "access_token=<access-token#17>,b=c d")]
    [TestCase("https://hs.example/\u0001 %zz/é", "https://hs.example/%01%20%25zz/%C3%A9", "")]
    [TestCase("https://hs.example/%C3%A9?q=1#f", "https://hs.example/%C3%A9?q=1#f", "q=1")]
    public void Encodes_what_no_URL_may_hold(string sent, string url, string query)
    {
        var exchange = Exchange(1, "POST /logout", 200) with { Request = new RecordedRequest("POST", sent, []) };

        var request = Written.Json(
            "har", Fold(Finished("MTX-LOGOUT-02", Verdict.Pass) with { Exchanges = [exchange] }))["log"]!["entries"]![0]!["request"]!;

        ((string)request["url"]!).Should().Be(url);
        string.Join(',', request["queryString"].Each().Select(pair => $"{pair["name"]}={pair["value"]}")).Should().Be(query);
        ((string?)request["comment"]).Should().Be(sent == url ? null : $"sent as {sent}");
    }
}
