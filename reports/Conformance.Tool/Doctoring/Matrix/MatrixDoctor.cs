using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;
using Conformance.Fixtures.Runs;
using Conformance.Schemas.Endpoints;
using Conformance.Tool.Doctoring.Accounts;
using Conformance.Tool.Doctoring.Supplying;

namespace Conformance.Tool.Doctoring.Matrix;

/// <summary>What a homeserver is looked at for.</summary>
internal sealed class MatrixDoctor : IContractDoctor
{
    public TargetDialect Dialect => KnownDialects.Matrix;

    public string FirstPath(string pathPrefix) => MatrixEndpoints.Versions.Prefix + MatrixEndpoints.Versions.Path;

    public ICheck TargetFile { get; } = new SuppliesCheck(MatrixSupplies.All);

    public IReadOnlyList<ICheck> Checks { get; } =
    [
        new VersionsCheck(),
        new LoginFlowsCheck(),
        new AccountsCheck(MatrixAccountTrial.LogInAndOut),
        new AdministratorCheck(),
        new ApplicationServiceCheck(),
        new CapabilitiesCheck(visit => CapabilityProbes.AskHarmlessly(new MatrixClient(visit.Target))),
    ];
}
