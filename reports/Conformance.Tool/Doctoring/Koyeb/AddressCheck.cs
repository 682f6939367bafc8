using System.Text.Json.Nodes;
using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Runs;
using Conformance.Schemas.Endpoints;

namespace Conformance.Tool.Doctoring.Koyeb;

/// <summary>
/// Is it an API that answers below base URL and prefix? No operation of the SessionApi only reads, so the profile is asked for, without a
/// token: a server may lack it, but says so in JSON.
/// </summary>
internal sealed class AddressCheck : ICheck
{
    public string Subject => "base URL";

    public async Task Look(Visit visit)
    {
        visit.Target.Editions = [visit.Settings.Edition!];
        var answer = await new KoyebClient(visit.Target).Profile(token: null);
        if (answer.Json is JsonObject && answer.Status is not (>= 300 and < 400))
        {
            visit.Saw($"an API, which answers {Preflight.Summary(answer)} to {KoyebEndpoints.Profile} without a token");
            return;
        }

        visit.Obstruct(
            "baseUrl", $"there is no API: {KoyebEndpoints.Profile} answered {Preflight.Summary(answer)}", HowToFix(visit, answer));
    }

    private static string HowToFix(Visit visit, Answer answer) => SurplusPath(visit.Settings.BaseUrl) is { } surplus
        ? $"remove {surplus} from it: the paths of the contract begin with /v1"
        : answer.Status is >= 300 and < 400 && answer.Header("Location") is { } location ? $"give the URL that it redirects to: {location}"
        : $"give the URL that {visit.Settings.PathPrefix}/v1/account/login follows";

    /// <summary>What the base URL has of the paths of the contract; null if nothing.</summary>
    public static string? SurplusPath(string baseUrl)
    {
        var path = new Uri(baseUrl).AbsolutePath;
        var start = $"{path}/".IndexOf("/v1/", StringComparison.Ordinal);
        return start < 0 ? null : path[start..];
    }
}
