namespace Conformance.Reports.Faults;

/// <summary>What the self-tests saw this suite find on a reference server that was broken on purpose.</summary>
/// <param name="Fault">Name of the fault.</param>
/// <param name="Dialect">The contract that the server broke: <c>matrix</c> or <c>koyeb</c>.</param>
/// <param name="Sin">What the server did wrong, in one sentence.</param>
/// <param name="Accused">Ids of the requirements that the suite found violated, in the order of the catalogue.</param>
public sealed record FaultResult(string Fault, string Dialect, string Sin, IReadOnlyList<string> Accused);
