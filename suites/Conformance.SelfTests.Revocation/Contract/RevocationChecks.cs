using Conformance.Record.Verdicts;
using Conformance.Schemas.ExchangeChecks;

namespace Conformance.SelfTests.Revocation;

/// <summary>What is judged of every exchange in passing.</summary>
internal static class RevocationChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("REV-ERROR-01", "error response", view => view.Status is 400, Violations)
        {
            Endpoints = [RevocationEndpoints.Token.ToString(), RevocationEndpoints.Revoke.ToString()],
        },
    ];

    private static IEnumerable<Mismatch> Violations(ExchangeView view) =>
        RevocationContract.Instance.Responses.Validate("revocation/error", view.Json)
            .Select(violation =>
                new Mismatch("body", violation.Expected, violation.Actual) { Pointer = violation.Pointer, Keyword = violation.Keyword });
}
