namespace Conformance.Reports.Verification;

/// <summary>Something in a run record that its own exchanges deny.</summary>
/// <param name="Place">Where it stands: a scenario with its requirement and exchange, a requirement, a member of the totals.</param>
/// <param name="Problem">What the record says, and what its exchanges give.</param>
public sealed record Contradiction(string Place, string Problem);
