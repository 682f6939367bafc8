using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Record.Secrets;
using Conformance.Record.Text;

namespace Conformance.Reports.Register.Checking;

/// <summary>
/// Places of recorded exchanges that hold secrets by contract, such as <c>access_token</c>, and that have something else in them than a
/// label: a run of this suite would have replaced it.
/// </summary>
internal static partial class UnmaskedPlaces
{
    private const int FewestCharacters = 8;

    private static readonly string[] SecretHeaders = ["Authorization", "Cookie", "Set-Cookie"];

    /// <summary>The places, each as exchange and member, without what stands there.</summary>
    public static IEnumerable<string> In(RunRecord record, SecretMembers members) => record.ExchangesBesideScenarios
        .Concat(record.Scenarios.SelectMany(scenario => scenario.Exchanges))
        .DistinctBy(exchange => exchange.Number)
        .SelectMany(exchange => In(exchange, members).Distinct().Select(
            place => $"exchange {Digits.Of(exchange.Number)}, {place}"));

    private static IEnumerable<string> In(Exchange exchange, SecretMembers members) =>
    [
        .. exchange.Request.Headers.Concat(exchange.Response?.Headers ?? [])
            .Where(header => SecretHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase) && LooksLikeToken(header.Value))
            .Select(header => $"header {SecretHeaders.First(name => name.Equals(header.Name, StringComparison.OrdinalIgnoreCase))}"),
        .. Query().Matches(exchange.Request.Url).Where(found => LooksLikeToken(Uri.UnescapeDataString(found.Groups["value"].Value))).Select(
            _ => "query of the request"),
        .. InBody(exchange.Request.Body, members).Select(member => $"{member} of the request"),
        .. InBody(exchange.Response?.Body, members).Select(member => $"{member} of the answer"),
    ];

    private static IReadOnlyList<string> InBody(string? body, SecretMembers members)
    {
        if (string.IsNullOrEmpty(body))
            return [];
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = 1024 });
            return [.. InValue(document.RootElement, null, null, members)];
        }
        catch (JsonException)
        {
            // What is no JSON has no members; its tokens are found by their form, if they have one.
            return [];
        }
    }

    private static IEnumerable<string> InValue(JsonElement value, string? parent, string? name, SecretMembers members) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => InValue(member.Value, name, member.Name, members)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => InValue(item, parent, name, members)),
            JsonValueKind.String when name is not null && members.KindOf(parent, name) is { } kind && LooksLikeToken(Text(value)) =>
                [$"a member that holds a secret ({JsonNamingPolicy.KebabCaseLower.ConvertName($"{kind}")})"],
            _ => [],
        };

    // Half a surrogate pair is no text, and no token.
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    // What the suite makes up to be refused, such as "no-token", is short or of one character.
    private static bool LooksLikeToken(string value) => Run().Matches(SecretLabel.InText.Replace(value, " ")).Any(run =>
        run.Value.Distinct().Count() >= FewestCharacters && run.Value.Any(char.IsAsciiDigit) && run.Value.Any(char.IsAsciiLetter));

    [GeneratedRegex("[A-Za-z0-9._~+/-]{16,}")]
    private static partial Regex Run();

    [GeneratedRegex("[?&](?:access_token|refresh_token|token|loginToken)=(?<value>[^&#]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Query();
}
