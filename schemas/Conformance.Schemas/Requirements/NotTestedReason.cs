namespace Conformance.Schemas.Requirements;

/// <summary>The closed list of reasons for not judging a requirement.</summary>
public enum NotTestedReason
{
    /// <summary>Can be tested with what the suite has; not written yet.</summary>
    Planned,

    /// <summary>Needs an administrator of the server, for example to lock an account.</summary>
    NeedsAdministrator,

    /// <summary>Needs rooms and events, which the suite does not make.</summary>
    NeedsRooms,

    /// <summary>Needs an application service registered with the server.</summary>
    NeedsApplicationService,

    /// <summary>Needs a second server that federates with the first.</summary>
    NeedsFederation,

    /// <summary>Needs a person's consent in a browser: single sign-on or OAuth.</summary>
    NeedsBrowser,

    /// <summary>Needs data that only the operator can supply: bound addresses, an organization, a token from elsewhere.</summary>
    NeedsOperatorData,

    /// <summary>Cannot be seen from outside the server.</summary>
    NotBlackBox,

    /// <summary>Permits something and demands nothing, so nothing can violate it.</summary>
    PermissionOnly,

    /// <summary>Its check would change what the API cannot change back.</summary>
    LeavesTraces,

    /// <summary>Belongs to another contract, or to none.</summary>
    OutOfScope,
}
