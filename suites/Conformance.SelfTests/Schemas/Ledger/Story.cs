using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Exchanges;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Ledger;

namespace Conformance.SelfTests.Schemas.Ledger;

/// <summary>A history of exchanges, one after another unless it says otherwise, each of 10 ms, with 10 ms between them.</summary>
public sealed class Story(SessionContract contract, string prefix = "")
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly List<Exchange> exchanges = [];
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    public TimeSpan Tolerance { get; init; }

    /// <summary>Number of its first exchange.</summary>
    public int From { get; init; } = 1;

    /// <summary>Its exchanges.</summary>
    public IReadOnlyList<ExchangeView> Views => [.. exchanges.Select(exchange => new ExchangeView(exchange))];

    /// <summary>Whether other scenarios were at the server.</summary>
    public bool InCompany { get; init; }

    /// <summary>Lets time pass.</summary>
    public Story After(TimeSpan wait)
    {
        now += wait;
        return this;
    }

    /// <summary>A call with a token, answered with a status and JSON.</summary>
    public Story Call(Endpoint endpoint, string? token, int status, object? answer = null, object? body = null) =>
        Add(
            endpoint.ToString(),
            endpoint.Path,
            token is null ? [] : [new Header("Authorization", $"Bearer {token}")],
            status,
            answer,
            body);

    /// <summary>A call under another method than the documented one.</summary>
    public Story CallWith(string method, Endpoint endpoint, string? token, int status) =>
        Add(
            $"{method} {endpoint.Path}",
            endpoint.Path,
            token is null ? [] : [new Header("Authorization", $"Bearer {token}")],
            status,
            null,
            null);

    /// <summary>Changes the last exchange.</summary>
    public Story But(Func<Exchange, Exchange> change)
    {
        exchanges[^1] = change(exchanges[^1]);
        return this;
    }

    /// <summary>The last exchange was not answered.</summary>
    public Story Unanswered() => But(exchange => exchange with { Response = null, Failure = "no complete answer within 30 s" });

    /// <summary>The last exchange took this long, and what follows began meanwhile.</summary>
    public Story Taking(TimeSpan duration) => But(exchange => exchange with { Milliseconds = duration.TotalMilliseconds });

    public SessionLedger Judged() => SessionLedger.Of(Views, contract, Tolerance, InCompany ? null : From);

    /// <summary>The rows that are violated, in order.</summary>
    public IReadOnlyList<string> Rows() => [.. Judged().Violations.Select(violation => violation.Requirement)];

    private Story Add(string endpoint, string path, Header[] headers, int status, object? answer, object? body)
    {
        exchanges.Add(new Exchange
        {
            Number = From + exchanges.Count,
            Endpoint = endpoint,
            StartedAt = now,
            Milliseconds = Step.TotalMilliseconds / 2,
            Request = new RecordedRequest(endpoint.Split(' ')[0], $"http://server.example{prefix}{path}", headers, Text(body)),
            Response = new RecordedResponse(status, [], Text(answer) ?? "{}"),
        });
        now += Step;
        return this;
    }

    private static string? Text(object? value) => value is null or JsonNode ? value?.ToString() : JsonSerializer.Serialize(value);
}
