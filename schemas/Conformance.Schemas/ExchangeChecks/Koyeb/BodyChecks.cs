using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>Bodies and success, section 6.1 of the catalogue.</summary>
internal static class BodyChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("KOY-GEN-01", "JSON labelled as JSON", HasBody, LabelledJson)
        {
            Softened = view => view.Json is not null && MediaType.Of(view.Response)?.Type.EndsWith("json", StringComparison.Ordinal) == true
                ? "Clients of this API also take other JSON media types."
                : null,
        },
        new("KOY-GEN-11", "success is 200", view => view.Status is >= 200 and < 300, SuccessIs200),
    ];

    private static bool HasBody(ExchangeView view) =>
        view.HasBodyToJudge && view.Response.Body.Length > 0 && !KoyebExchangeChecks.MayComeFromElsewhere(view);

    private static IEnumerable<Mismatch> LabelledJson(ExchangeView view)
    {
        if (!view.Response.IsUtf8 || (view.Json is null && view.Response.Body.Trim() != "null"))
        {
            yield return new Mismatch("body", "valid JSON in UTF-8", ExchangeView.Excerpt(view.Response.Body));
        }

        if (MediaType.Of(view.Response)?.Type is var type && type != "application/json")
        {
            yield return new Mismatch("header Content-Type", "application/json", ExchangeView.Excerpt(type));
        }
    }

    private static IEnumerable<Mismatch> SuccessIs200(ExchangeView view) =>
        view.Status == 200 ? [] : [new Mismatch("status", "200", $"{view.Status}")];
}
