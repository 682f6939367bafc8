using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Verification;
using Conformance.Schemas.Profiles;

namespace Conformance.Reports.Gating;

/// <summary>Whether a run proves that its target meets a profile.</summary>
public enum Conformity
{
    /// <summary>Every requirement of the profile was judged, and none is violated but those that a waiver excuses.</summary>
    Conformant,

    /// <summary>A requirement is violated, or was not judged.</summary>
    NonConformant,

    /// <summary>The run proves neither: a control failed, the suite failed, or the run was killed.</summary>
    Inconclusive,

    /// <summary>A waiver of the target file is past its date, fits another finding, or has nothing to excuse.</summary>
    WaiverProblem,

    /// <summary>
    /// The record is of another version of the suite, or its exchanges do not give its verdicts, so that it proves nothing.
    /// </summary>
    NotVerified,

    /// <summary>
    /// It is not the run that was asked for: another one, or too old a one, or one that a later run should have replaced.
    /// </summary>
    AnotherRun,
}

/// <summary>The judgement of a gate.</summary>
/// <param name="Conformity">The judgement.</param>
/// <param name="Reason">The judgement in one sentence.</param>
/// <param name="Lines">One for each requirement of the profile, in its order.</param>
/// <param name="WaiverProblems">What is wrong with waivers of the target file, also those for requirements beyond the profile.</param>
public sealed record GateResult(
    Conformity Conformity, string Reason, IReadOnlyList<GateLine> Lines, IReadOnlyList<WaiverProblem> WaiverProblems)
{
    /// <summary>
    /// Requirements beyond the profile that failed or were inconclusive, the worst first. They
    /// count only where somebody asks for that.
    /// </summary>
    public IReadOnlyList<GateLine> Outside { get; init; } = [];

    /// <summary>Why the record proves nothing, or is not that of the run; empty where it was verified, or nobody asked for that.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];

    /// <summary>The requirements that keep the profile from being met, the worst first, and last what was not judged.</summary>
    public IEnumerable<GateLine> NotMet => Lines.Where(line => !line.IsMet).OrderByDescending(line => line.Verdict);
}

/// <summary>What a run says of one requirement of a profile.</summary>
/// <param name="Requirement">Id of the requirement.</param>
/// <param name="Verdict">The verdict of the run; null if the run did not judge it.</param>
/// <param name="IsMet">Whether that is enough for the profile.</param>
/// <param name="Why">Why it is not, or what it warns of; empty for a pass.</param>
public sealed record GateLine(string Requirement, Verdict? Verdict, bool IsMet, string Why);

/// <summary>A waiver that does not hold.</summary>
/// <param name="Requirement">Id of the requirement that it is for.</param>
/// <param name="Problem">What is wrong with it, and what to change.</param>
public sealed record WaiverProblem(string Requirement, string Problem);

/// <summary>A profile was held against the run of another dialect.</summary>
public sealed class DialectMismatchException(string message) : Exception(message)
{
    /// <exception cref="DialectMismatchException">The profile is about another dialect than the run.</exception>
    internal static void Refuse(RunRecord record, Profile profile)
    {
        if (record.Target.Dialect != profile.Dialect)
        {
            throw new DialectMismatchException(
                $"profile {profile.Name} is about {profile.Dialect}, and the run is about {record.Target.Dialect}: "
                + $"choose a profile of {record.Target.Dialect}");
        }
    }
}
