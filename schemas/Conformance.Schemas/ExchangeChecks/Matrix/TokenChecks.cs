using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>The tokens that answers hand out, section 3.5 of the catalogue. Other than empty ones are labels here.</summary>
internal static class TokenChecks
{
    private static readonly string[] HandOutTokens =
        [MatrixEndpoints.Login.ToString(), MatrixEndpoints.Refresh.ToString(), MatrixEndpoints.Register.ToString()];

    private static readonly string[] Tokens = ["access_token", "refresh_token"];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-TOK-13", "tokens that are not empty", view => TokensIn(view).Any(), NoneIsEmpty) { Endpoints = HandOutTokens },
    ];

    private static IEnumerable<string> TokensIn(ExchangeView view) =>
        view.Status == 200 ? Tokens.Where(name => JsonTypes.IsText(view.Member(name))) : [];

    private static IEnumerable<Mismatch> NoneIsEmpty(ExchangeView view) =>
        TokensIn(view).Where(name => view.Member(name)!.ToString().Length == 0)
            .Select(name => new Mismatch("body", "a token that a header can carry", "empty") { Pointer = $"/{name}" });
}
