namespace Conformance.Record.Verdicts;

/// <summary>A mismatch that counts against a requirement, with its evidence.</summary>
/// <param name="Requirement">Id of the requirement that is violated.</param>
/// <param name="Verdict">What it amounts to: <see cref="Verdict.Fail"/>, <see cref="Verdict.Warning"/> or
/// <see cref="Verdict.Observed"/>.</param>
/// <param name="Mismatch">What was not as promised.</param>
/// <param name="Exchange">Number of the exchange that shows it; null if no single exchange does.</param>
public sealed record Finding(string Requirement, Verdict Verdict, Mismatch Mismatch, int? Exchange = null)
{
    /// <summary>The endpoint at which it was seen.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Name of the exchange check that found it in passing; null if the scenario itself did.</summary>
    public string? Check { get; init; }

    /// <summary>Why it weighs less than the requirement's severity; null if it does not.</summary>
    public string? Softened { get; init; }
}

/// <summary>Something that the contract leaves open, as this server does it.</summary>
public sealed record Observation(string Name, string Value)
{
    /// <summary>Name of the observation that another scenario's call has ended sessions of this one.</summary>
    public const string DisturbedBy = "disturbed by";
}
