namespace Conformance.Schemas.Requirements;

/// <summary>Whether this suite judges a requirement.</summary>
public enum Coverage
{
    /// <summary>A scenario or an exchange check judges it.</summary>
    Covered,

    /// <summary>Nothing judges it; <see cref="Requirement.NotTested"/> says why.</summary>
    NotTested,
}
