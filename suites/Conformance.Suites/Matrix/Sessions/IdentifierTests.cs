using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>The ids that a server makes up.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class IdentifierTests(MatrixTarget target)
{
    [Test, Requirement("MTX-ID-04")]
    public async Task Makes_up_another_id_for_each_device_of_a_user()
    {
        var account = await target.Accounts.Lease();
        var (first, phone) = await account.LogInOnUnnamedDevice();
        var (second, _) = await account.LogInOnUnnamedDevice();

        first.Promise(login => login.HaveTextAt("/device_id"));
        second.Promise(login => login.HaveTextAt("/device_id").NotHaveText("/device_id", phone.DeviceId));
    }

    [Test, Requirement("MTX-ID-05")]
    public async Task Makes_up_device_ids_of_some_form()
    {
        var account = await target.Accounts.Lease();
        var (_, phone) = await account.LogInOnUnnamedDevice();

        var isUnreserved = phone.DeviceId.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~');

        target.Observe(
            "device ids that the server makes up",
            $"{phone.DeviceId.Length} {(isUnreserved ? "unreserved characters" : "characters, of which some are reserved in URLs")}");
    }
}
