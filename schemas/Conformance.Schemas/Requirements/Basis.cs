namespace Conformance.Schemas.Requirements;

/// <summary>What a requirement rests on, from the firmest to the weakest.</summary>
public enum Basis
{
    /// <summary>The contract's own text or schema.</summary>
    Documented,

    /// <summary>Code of an official client depends on it.</summary>
    Client,

    /// <summary>Seen on a live server and documented nowhere.</summary>
    SeenLive,

    /// <summary>Follows from other statements, or nothing says it.</summary>
    Inferred,
}
