using System.Text.RegularExpressions;
using Conformance.Record.Exchanges;

namespace Conformance.Schemas.Ledger;

/// <summary>The tokens that a request was sent with. They are labels here, so that they can be found.</summary>
/// <param name="Presented">The one token, in the very form that the contract documents; null if there is none, or more than one.</param>
/// <param name="Mentioned">Every token that stands in a place for tokens, in whatever form.</param>
internal sealed partial record Credentials(string? Presented, IReadOnlyList<string> Mentioned)
{
    private const string Scheme = "Bearer ";

    /// <summary>Reads the Authorization header, and the query parameter of a contract that has one.</summary>
    public static Credentials Of(RecordedRequest request, string? parameter = null)
    {
        var headers = request.Headers
            .Where(header => header.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value)
            .ToList();
        var query = parameter is null ? [] : Query(request.Url, parameter).ToList();
        List<string> mentioned = [.. headers.Concat(query).SelectMany(Labels)];
        var presented = (headers, query) switch
        {
            ([var header], []) when header.StartsWith(Scheme, StringComparison.Ordinal) => header[Scheme.Length..],
            ([], [var value]) => value,
            _ => null,
        };
        return new(presented is not null && mentioned is [var one] && one == presented ? presented : null, mentioned);
    }

    /// <summary>Whether the URL of a request has a query parameter.</summary>
    public static bool HasParameter(RecordedRequest request, string parameter) => Query(request.Url, parameter).Any();

    private static List<string> Labels(string text)
    {
        List<string> labels = [];
        foreach (var place in Label().EnumerateMatches(text))
            labels.Add(text.Substring(place.Index, place.Length));

        return labels;
    }

    private static IEnumerable<string> Query(string url, string parameter) =>
        url.Contains('?', StringComparison.Ordinal) && url.Split('?', 2) is [_, var query]
            ? query
                .Split('&')
                .Select(pair => pair.Split('=', 2))
                .Where(pair => pair[0] == parameter && pair.Length == 2)
                .Select(pair => Uri.UnescapeDataString(pair[1]))
            : [];

    [GeneratedRegex("<(?:access|refresh|login)-token#[^<>]+>")]
    private static partial Regex Label();
}
