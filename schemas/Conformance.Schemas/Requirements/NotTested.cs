namespace Conformance.Schemas.Requirements;

/// <summary>Why the suite does not judge a requirement.</summary>
/// <param name="Reason">One of a closed list.</param>
/// <param name="Explanation">What is missing, in one sentence.</param>
public sealed record NotTested(NotTestedReason Reason, string Explanation);
