using System.Text.Json.Nodes;
using Conformance.Record.Exchanges;
using Conformance.Schemas.Bodies;

namespace Conformance.Schemas.ExchangeChecks;

/// <summary>An exchange with its bodies parsed once, for whoever looks at it. Thread-safe.</summary>
public sealed class ExchangeView(Exchange exchange)
{
    private const int LongestExcerpt = 80;

    private readonly ParsedBody json = new(() => exchange.Response?.Body);

    private readonly ParsedBody requestJson = new(() => exchange.Request.Body);

    private readonly Lazy<string> path = new(() => exchange.Request.Url.Split('?')[0]);

    public Exchange Exchange { get; } = exchange;

    public RecordedRequest Request => Exchange.Request;

    /// <summary>The URL without its query.</summary>
    public string Path => path.Value;

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">None came.</exception>
    public RecordedResponse Response =>
        Exchange.Response ?? throw new InvalidOperationException($"{Exchange.Endpoint} was not answered: {Exchange.Failure}");

    public int Status => Response.Status;

    /// <summary>Whether the body of the answer is JSON.</summary>
    public bool IsJson => json.Value.IsJson;

    /// <summary>The body of the answer; null if it is JSON null or no JSON.</summary>
    public JsonNode? Json => json.Value.Root;

    /// <summary>Whether the body of the request is JSON.</summary>
    public bool RequestIsJson => requestJson.Value.IsJson;

    /// <summary>The body of the request; null if it is JSON null or no JSON.</summary>
    public JsonNode? RequestJson => requestJson.Value.Root;

    /// <summary>Whether the answer may have a body that says something: HEAD and OPTIONS have none.</summary>
    public bool HasBodyToJudge => Request.Method is not ("HEAD" or "OPTIONS");

    /// <summary>Whether a gateway before the server may have made the answer up.</summary>
    public bool MayComeFromGateway => Status is 502 or 503 or 504;

    /// <summary>
    /// Whether the answer is that of no endpoint: 404, 405 or 501, whatever is in it, or a page where JSON was asked for. Of a request
    /// that names something, such as a device, 404 may be the word of the endpoint itself.
    /// </summary>
    public bool IsOfNoEndpoint => Status is 404 or 405 or 501 || IsPage;

    // A web server answers what it does not know with the page that it has for everything. Of a refusal or a failure a page may come
    // from a gateway, and says nothing of what is behind it.
    private bool IsPage =>
        Status is >= 200 and < 300 && Json is null
        && Response.Headers.Find("Content-Type")?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>A text short enough for one line of a finding, and on one line.</summary>
    public static string Excerpt(string? text) => text switch
    {
        null => "absent",
        "" => "empty",
        _ => OnOneLine(Record.Text.Excerpt.Of(text, LongestExcerpt)),
    };

    /// <summary>A member of the answer, if the answer is an object.</summary>
    public JsonNode? Member(string name) => (Json as JsonObject)?[name];

    private static string OnOneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
