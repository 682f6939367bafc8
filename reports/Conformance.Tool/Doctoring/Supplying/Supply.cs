using Conformance.Fixtures.Targets;

namespace Conformance.Tool.Doctoring.Supplying;

/// <summary>Something that only the operator can give or permit, and the rows that are not judged without it.</summary>
/// <param name="Key">Its key in the target file.</param>
/// <param name="Fix">What to write there.</param>
/// <param name="IsGiven">Whether a target file has it.</param>
/// <param name="Requirements">The rows. A self-test compares them with what runs without it leave out.</param>
internal sealed record Supply(string Key, string Fix, Func<TargetSettings, bool> IsGiven, IReadOnlyList<string> Requirements);
