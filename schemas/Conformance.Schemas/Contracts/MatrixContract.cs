using Conformance.Schemas.ExchangeChecks.Matrix;
using Conformance.Schemas.Ledger.Matrix;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Contracts;

/// <summary>Session management of the Matrix client-server API.</summary>
internal static class MatrixContract
{
    public static Contract Instance { get; } = new()
    {
        Name = "matrix",
        Title = "Matrix client-server session management",
        Catalogue = Catalogue.Matrix,
        Checks = MatrixExchangeChecks.All,
        Capabilities = Conformance.Schemas.Endpoints.Capabilities.Matrix,
        SessionsOf = _ => MatrixSessionContract.Instance,
        UsualProfileOf = _ => "matrix-session",
    };
}
