using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Exchanges;

namespace Conformance.Schemas.ExchangeChecks;

/// <summary>An answered exchange with its bodies parsed once for all checks.</summary>
public sealed class ExchangeView(Exchange exchange, RecordedResponse response)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1024 };

    private readonly Lazy<JsonNode?> json = new(() => Parse(response.Body));

    private readonly Lazy<JsonNode?> requestJson = new(() => Parse(exchange.Request.Body));

    public Exchange Exchange { get; } = exchange;

    public RecordedRequest Request => Exchange.Request;

    public RecordedResponse Response { get; } = response;

    public int Status => Response.Status;

    /// <summary>The body of the answer; null if it is no JSON.</summary>
    public JsonNode? Json => json.Value;

    /// <summary>The body of the request; null if it is no JSON.</summary>
    public JsonNode? RequestJson => requestJson.Value;

    /// <summary>Whether the answer may have a body that says something: HEAD and OPTIONS have none.</summary>
    public bool HasBodyToJudge => Request.Method is not ("HEAD" or "OPTIONS");

    /// <summary>Whether a gateway before the server may have made the answer up.</summary>
    public bool MayComeFromGateway => Status is 502 or 503 or 504;

    /// <summary>A text short enough for one line of a finding.</summary>
    public static string Excerpt(string? text) => text switch
    {
        null => "absent",
        "" => "empty",
        { Length: > 80 } => $"{text[..79]}…",
        _ => text,
    };

    /// <summary>A member of the answer, if the answer is an object.</summary>
    public JsonNode? Member(string name) => (Json as JsonObject)?[name];

    private static JsonNode? Parse(string? body)
    {
        try
        {
            return string.IsNullOrEmpty(body) ? null : JsonNode.Parse(body, documentOptions: Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
