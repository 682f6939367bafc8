using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Record.Secrets;
using Conformance.Reports.Records;

namespace Conformance.Benchmarks;

/// <summary>
/// The requests of a recorded Matrix run once more, as plain <see cref="HttpClient"/> sends them, 16 at once: what the same number and mix
/// of requests takes where nobody records, masks or judges. Passwords are those of the reference server; tokens are one that lives where a
/// request only asks, and one that nobody has where it would change anything, so that the server stays as it is. No request waits
/// for events.
/// </summary>
internal static class RawRequests
{
    private const int AtOnce = 16;

    private const string Password = "reference-server-password";

    /// <summary>Sends them, and writes how long it took, in seconds.</summary>
    /// <param name="path">The run.json of a run against the reference server.</param>
    /// <param name="baseUrl">A reference server.</param>
    public static async Task<int> Repeat(string path, Uri baseUrl)
    {
        var requests = Requests(RunRecordJson.Read(await File.ReadAllTextAsync(path), path)).ToList();
        using var client = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = AtOnce });
        var watch = Stopwatch.StartNew();
        var token = await LogIn(client, baseUrl);
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (request, cancellation) =>
        {
            using var message = Message(request, baseUrl, token);
            using var response = await client.SendAsync(message, cancellation);
            await response.Content.ReadAsByteArrayAsync(cancellation);
        });
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0.000} s for {requests.Count} requests"));
        return 0;
    }

    /// <summary>Says how it is called.</summary>
    public static int Usage()
    {
        Console.Error.WriteLine("raw <run.json of a run against the Matrix reference server> <base URL of a Matrix reference server>");
        return 2;
    }

    private static IEnumerable<RecordedRequest> Requests(RunRecord record) =>
        record.Scenarios.SelectMany(scenario => scenario.Exchanges).Concat(record.Preflight?.Exchanges ?? [])
            .DistinctBy(exchange => exchange.Number)
            .OrderBy(exchange => exchange.Number)
            .Where(exchange => !exchange.Request.BreaksHttp)
            .Select(exchange => exchange.Request);

    private static HttpRequestMessage Message(RecordedRequest request, Uri baseUrl, string token)
    {
        var known = request.Method is "GET" ? token : "nobody";
        var target = new Uri(request.Url.Split('<')[0]).PathAndQuery.Replace("timeout=", "was=", StringComparison.Ordinal);
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(baseUrl, target));
        if (request.Body is { } body)
        {
            message.Content = new StringContent(SecretLabel.InText.Replace(body.Replace(
                "<password#1>",
                request.Url.EndsWith("/login", StringComparison.Ordinal) ? Password : "",
                StringComparison.Ordinal), known), Encoding.UTF8, "application/json");
        }
        if (request.Headers.Find("Authorization") is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", known);
        return message;
    }

    private static async Task<string> LogIn(HttpClient client, Uri baseUrl)
    {
        var body = $$$"""{"type":"m.login.password","identifier":{"type":"m.id.user","user":"alice"},"password":"{{{Password}}}"}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(baseUrl, "/_matrix/client/v3/login"), content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())?["access_token"]?.GetValue<string>()
            ?? throw new InvalidOperationException("alice was not let in.");
    }
}
