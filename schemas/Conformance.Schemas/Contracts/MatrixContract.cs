using Conformance.Record.Secrets;
using Conformance.Schemas.Costs;
using Conformance.Schemas.Data;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks.Matrix;
using Conformance.Schemas.Ledger.Matrix;
using Conformance.Schemas.Profiles;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Responses;
using Conformance.Schemas.Scenarios;

namespace Conformance.Schemas.Contracts;

/// <summary>Session management of the Matrix client-server API.</summary>
internal static class MatrixContract
{
    public static Contract Instance { get; } = new()
    {
        Name = "matrix",
        Title = "Matrix client-server session management",
        Data = DataFiles.Own,
        Catalogue = Catalogue.Read(DataFiles.Own, "Requirements/matrix.json"),
        Ambiguities = Ambiguity.All,
        Scenarios = ScenarioName.Read(DataFiles.Own, "Scenarios/matrix.json"),
        Costs = CostList.Read(DataFiles.Own, "Costs/matrix.json"),
        Checks = MatrixExchangeChecks.All,
        Responses = ResponseSchemas.Own,
        Endpoints = MatrixEndpoints.All,
        Capabilities = Capabilities.Matrix,
        SecretMembers = SecretMembers.Usual.WithHarmless("user_id", "device_id", "home_server", "base_url"),
        LockOut = new("errcode", "M_USER_LOCKED", "M_USER_SUSPENDED", "M_USER_DEACTIVATED"),
        SessionsOf = _ => MatrixSessionContract.Instance,
        Profiles =
        [
            .. Profile.ReadVersions(DataFiles.Own, "matrix-logout", 3),
            .. Profile.ReadVersions(DataFiles.Own, "matrix-session", 3),
            .. Profile.ReadVersions(DataFiles.Own, "matrix-refresh", 3),
            .. Profile.ReadVersions(DataFiles.Own, "matrix-devices", 2),
        ],
        UsualProfileOf = _ => "matrix-session",
    };
}
