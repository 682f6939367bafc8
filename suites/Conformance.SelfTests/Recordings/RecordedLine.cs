using System.Text.Json.Nodes;
using Conformance.Record.Exchanges;
using Conformance.Schemas.Endpoints;

namespace Conformance.SelfTests.Recordings;

/// <summary>One line of a recording: an exchange with a real server, and which requirements its answer violates.</summary>
internal sealed class RecordedLine(JsonNode line, int number)
{
    public string Case => Text(line, "case");

    /// <summary>The shape of the answer: the name of a schema without its dialect, <c>no-body</c> or <c>not-json</c>.</summary>
    public string Kind => Text(line, "kind");

    /// <summary>The body of the answer; empty if there was none.</summary>
    public string Body => Text(line["response"]!, "body");

    /// <summary>Ids of the requirements that the answer violates, alone or as a step of its sequence.</summary>
    public IReadOnlyList<string> Deviates => Ids("deviates");

    /// <summary>Ids that it would violate if the server claimed the edition in which the requirement begins.</summary>
    public IReadOnlyList<string> DeviatesUngated => Ids("deviates_ungated");

    public Exchange Exchange => new()
    {
        Number = number,
        Endpoint = Endpoint,
        StartedAt = DateTimeOffset.UnixEpoch,
        Milliseconds = 0,
        Request = new RecordedRequest(Method, $"http://localhost{Path}", Headers("request"), line["request"]!["body"]?.GetValue<string>()),
        Response = new RecordedResponse(line["response"]!["status"]!.GetValue<int>(), Headers("response"), Body),
    };

    private string Method => Text(line["request"]!, "method");

    private string Path => Text(line["request"]!, "path");

    // Ours know no version prefix, not even the v1 of get_token.
    private string Endpoint => Text(line, "endpoint").Replace(" /v1/", " /", StringComparison.Ordinal) is var endpoint
        && MatrixEndpoints.All.FirstOrDefault(known => known.ToString() == endpoint) is { } known
            ? known.ToString()
            : Text(line, "endpoint");

    private List<string> Ids(string member) => [.. line[member]!.AsArray().Select(id => id!.GetValue<string>())];

    private List<Header> Headers(string message) =>
        [.. line[message]!["headers"]!.AsObject().Select(header => new Header(header.Key, header.Value!.GetValue<string>()))];

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
