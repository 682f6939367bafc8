using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Formats.Certificate.Wording;

/// <summary>Why the suite does not judge a requirement, as a heading.</summary>
internal static class NotTestedWords
{
    public static string InWords(this NotTestedReason reason) => reason switch
    {
        NotTestedReason.Planned => "Not judged by this version yet",
        NotTestedReason.NeedsAdministrator => "Needs an administrator of the server",
        NotTestedReason.NeedsRooms => "Needs rooms and events",
        NotTestedReason.NeedsApplicationService => "Needs an application service",
        NotTestedReason.NeedsFederation => "Needs a second, federated server",
        NotTestedReason.NeedsBrowser => "Needs a person’s consent in a browser",
        NotTestedReason.NeedsOperatorData => "Needs data that only the operator can supply",
        NotTestedReason.NotBlackBox => "Cannot be seen from outside the server",
        NotTestedReason.PermissionOnly => "Permits and demands nothing",
        NotTestedReason.LeavesTraces => "Its check would leave traces",
        _ => "Belongs to another contract, or to none",
    };
}
