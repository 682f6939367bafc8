namespace Conformance.Schemas.Requirements;

/// <summary>One row of a catalogue: what the contract asks, how gravely, on whose word, and whether this suite judges it.</summary>
public sealed record Requirement
{
    /// <summary>The id of the row in <c>contracts/</c>, such as <c>MTX-LOGOUT-02</c>; never reused or renumbered.</summary>
    public required string Id { get; init; }

    /// <summary>The section of the catalogue, verbatim.</summary>
    public required string Section { get; init; }

    /// <summary>The endpoint or topic that the row is about; reports group by it.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The level, verbatim, such as <c>must ★</c> or <c>SHOULD INFERRED</c>.</summary>
    public required string Level { get; init; }

    /// <summary>What a violation is by default.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What a violation is in strict mode; never below <see cref="Severity"/>.</summary>
    public required Severity StrictSeverity { get; init; }

    /// <summary>Why the level alone does not say the severity; null where it does.</summary>
    public string? SeverityReason { get; init; }

    /// <summary>What the row rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>What a server does that keeps the requirement; for an observed row, what is looked at.</summary>
    public required string Statement { get; init; }

    /// <summary>Where the contract says so, verbatim; null where the catalogue names no source.</summary>
    public string? Source { get; init; }

    /// <summary>The first edition in which the row is applicable, such as <c>r0.4.0</c>, <c>v1.3</c> or <c>s21</c>.</summary>
    public required string Since { get; init; }

    /// <summary>The last edition in which the row is applicable; null where none has ended it.</summary>
    public string? Until { get; init; }

    /// <summary>The contradiction or hole of the specification that the row meets, such as <c>AMB-5</c>.</summary>
    public string? Ambiguity { get; init; }

    /// <summary>How to check it from outside, verbatim.</summary>
    public string? Check { get; init; }

    /// <summary>What is known to go wrong in checking it, verbatim.</summary>
    public string? Pitfalls { get; init; }

    /// <summary>Whether this suite judges the row.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Why it does not; null where it does.</summary>
    public NotTested? NotTested { get; init; }

    /// <summary>What a violation is in the mode of the run.</summary>
    /// <param name="strict">Whether recommendations weigh like obligations.</param>
    /// <param name="strictAmbiguities">The ambiguities that are read strictly: what the contract says in one place is then
    /// demanded, though it says otherwise in another.</param>
    public Severity SeverityIn(bool strict, IReadOnlyCollection<string> strictAmbiguities)
    {
        var severity = strict ? StrictSeverity : Severity;
        return severity is not Severity.Observe && Ambiguity is not null && strictAmbiguities.Contains(Ambiguity)
            ? Severity.Fail
            : severity;
    }
}
