namespace Conformance.Tool.Doctoring.Accounts;

/// <summary>What do the answers tell of limits? A limit that was reached has been found before.</summary>
internal sealed class LimitsCheck : ICheck
{
    private static readonly string[] Names =
        ["RateLimit", "RateLimit-Limit", "RateLimit-Policy", "X-RateLimit-Limit", "X-Rate-Limit-Limit"];

    public string Subject => "limits";

    public Task Look(Visit visit)
    {
        var told = visit.Exchanges.Exchanges
            .SelectMany(exchange => exchange.Response?.Headers ?? [])
            .Where(header => Names.Contains(header.Name, StringComparer.OrdinalIgnoreCase))
            .DistinctBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .Select(header => $"{header.Name}: {header.Value}")
            .ToList();
        visit.Saw(told.Count == 0 ? "none met, and none told" : $"none met; told: {string.Join(", ", told)}");
        return Task.CompletedTask;
    }
}
