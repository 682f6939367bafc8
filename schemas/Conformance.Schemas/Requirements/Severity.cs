namespace Conformance.Schemas.Requirements;

/// <summary>What a violation of a requirement amounts to, from the mildest to the gravest.</summary>
public enum Severity
{
    /// <summary>Recorded and never judged: the contract leaves it open.</summary>
    Observe,

    /// <summary>A warning: the contract recommends or implies it.</summary>
    Warn,

    /// <summary>A failure: the contract demands it.</summary>
    Fail,
}
