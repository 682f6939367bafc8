using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Runs;
using Conformance.Schemas.Endpoints;
using Conformance.Tool.Doctoring.Accounts;
using Conformance.Tool.Doctoring.Supplying;

namespace Conformance.Tool.Doctoring.Koyeb;

/// <summary>What a server of the SessionApi is looked at for.</summary>
internal sealed class KoyebDoctor : IContractDoctor
{
    public TargetDialect Dialect => KnownDialects.Koyeb;

    public string FirstPath(string pathPrefix) => pathPrefix + KoyebEndpoints.Profile.Path;

    public ICheck TargetFile { get; } = new SuppliesCheck(KoyebSupplies.All);

    public IReadOnlyList<ICheck> Checks { get; } =
    [
        new AddressCheck(),
        new AccountsCheck(KoyebAccountTrial.LogInAndOut),
        // The trial of the first account has asked for them.
        new CapabilitiesCheck(_ => Task.CompletedTask),
    ];
}
