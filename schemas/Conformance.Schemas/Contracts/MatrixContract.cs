using Conformance.Schemas.Endpoints;
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
        Endpoints = MatrixEndpoints.All,
        Checks = MatrixExchangeChecks.All,
        Capabilities = Endpoints.Capabilities.Matrix,
        SessionsOf = _ => MatrixSessionContract.Instance,
        UsualProfileOf = _ => "matrix-session",
    };
}
