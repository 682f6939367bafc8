using Conformance.Record.Exchanges;
using Conformance.Schemas.Endpoints;

namespace Conformance.SelfTests.Schemas.ExchangeChecks;

/// <summary>The first half of an exchange in a table: who asks what. <see cref="Answered"/> is the second.</summary>
internal sealed record Request(string Endpoint, RecordedRequest Recorded)
{
    /// <summary>A request to the client-server API of a homeserver.</summary>
    public static Request Matrix(string method, string path) => new(
        MatrixEndpoints.Match(method, path.Split('?')[0])?.ToString() ?? $"{method} {path}",
        new RecordedRequest(method, $"http://hs.example/_matrix/client/v3{path}", []));

    /// <summary>A request to a Koyeb SessionApi server.</summary>
    public static Request Koyeb(string method, string path) =>
        new($"{method} {path}", new RecordedRequest(method, $"http://koyeb.example{path}", []));

    public Request At(string url) => this with { Recorded = Recorded with { Url = url } };

    public Request With(string header, string value) =>
        this with { Recorded = Recorded with { Headers = [.. Recorded.Headers, new(header, value)] } };

    public Request BreakingHttp() => this with { Recorded = Recorded with { BreaksHttp = true } };

    public Request Sending(string body) => this with { Recorded = Recorded with { Body = body } };

    /// <summary>The exchange with this answer, labelled as JSON unless it is empty.</summary>
    public Exchange Answered(int status, string body = "") => new()
    {
        Number = 1,
        Endpoint = Endpoint,
        StartedAt = DateTimeOffset.UnixEpoch,
        Milliseconds = 1,
        Request = Recorded,
        Response = new RecordedResponse(status, body.Length == 0 ? [] : [new("Content-Type", "application/json")], body),
    };
}

/// <summary>Changes to the answer of an exchange in a table.</summary>
internal static class AnswerWording
{
    public static Exchange Labelled(this Exchange exchange, string? contentType) => exchange.Changed(
        answer => answer with { Headers = contentType is null ? [] : [new Header("Content-Type", contentType)] });

    public static Exchange WithHeader(this Exchange exchange, string name, string value) =>
        exchange.Changed(answer => answer with { Headers = [.. answer.Headers, new(name, value)] });

    public static Exchange InOtherBytes(this Exchange exchange) => exchange.Changed(answer => answer with { IsUtf8 = false });

    /// <summary>A page that a proxy would make up, in HTML.</summary>
    public static Exchange AnsweredWithPage(this Request request, int status) =>
        request.Answered(status, "<html>\n<h1>Sorry</h1>\n</html>").Labelled("text/html");

    private static Exchange Changed(this Exchange exchange, Func<RecordedResponse, RecordedResponse> change) =>
        exchange with { Response = change(exchange.Response!) };
}
