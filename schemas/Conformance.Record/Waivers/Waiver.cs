namespace Conformance.Record.Waivers;

/// <summary>A violation that the operator knows of and excuses until a date. A waived requirement is judged all the same.</summary>
/// <param name="Requirement">Id of the requirement that is violated.</param>
/// <param name="Reason">Why it is excused, in a sentence that a reader of the certificate understands.</param>
/// <param name="Link">Where the mending is followed: the URL of an issue.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Expires">The last day, in UTC, on which it holds.</param>
/// <param name="Fingerprint">The <see cref="FindingFingerprint"/> of the violation that is excused, and of no other.</param>
public sealed record Waiver(string Requirement, string Reason, string Link, string Owner, DateOnly Expires, string Fingerprint)
{
    /// <summary>Whether its last day is not past.</summary>
    public bool HoldsAt(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime) <= Expires;
}

/// <summary>What became of a waiver in one run.</summary>
/// <param name="Waiver">The waiver, as the target file has it.</param>
/// <param name="State">Whether it excused what the run found.</param>
public sealed record WaiverUse(Waiver Waiver, WaiverState State);

/// <summary>Whether a waiver excused what a run found. Every other state than <see cref="Applied"/> makes a gate fail.</summary>
public enum WaiverState
{
    /// <summary>The violation is the one that it excuses, and its date is not past.</summary>
    Applied,

    /// <summary>Its last day was before the day of the run.</summary>
    Expired,

    /// <summary>The requirement is violated in another way than the one that it excuses.</summary>
    OtherFinding,

    /// <summary>The requirement is not violated: there is nothing to excuse.</summary>
    NotNeeded,
}
