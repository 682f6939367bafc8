using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>Bodies and success, section 6.1 of the catalogue.</summary>
internal static class BodyChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("KOY-GEN-01", "JSON labelled as JSON", HasBody, LabelledJson)
        {
            Softened = view => IsJson(view) && MediaType.IsOtherJson(view.Response)
                ? "Clients of this API also take other JSON media types."
                : null,
        },
        new("KOY-GEN-11", "success is 200", view => view.HasBodyToJudge && view.Status is >= 200 and < 300, SuccessIs200),
    ];

    private static bool HasBody(ExchangeView view) =>
        view.HasBodyToJudge && view.Response.Body.Length > 0 && !KoyebExchangeChecks.MayComeFromElsewhere(view);

    private static bool IsJson(ExchangeView view) => view.IsJson && view.Response.IsUtf8;

    private static IEnumerable<Mismatch> LabelledJson(ExchangeView view)
    {
        if (!IsJson(view))
            yield return new Mismatch("body", "valid JSON in UTF-8", ExchangeView.Excerpt(view.Response.Body));
        if (!MediaType.IsJson(view.Response))
        {
            yield return new Mismatch(
                "header Content-Type", MediaType.Json, ExchangeView.Excerpt(view.Response.Headers.Find("Content-Type")));
        }
    }

    private static IEnumerable<Mismatch> SuccessIs200(ExchangeView view) =>
        view.Status == 200 ? [] : [new Mismatch("status", "200", $"{view.Status}")];
}
