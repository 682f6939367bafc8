namespace Conformance.Record.Targets;

/// <summary>Something that the operator has declared otherwise than it is usual.</summary>
/// <param name="Key">Its key in the target file, such as <c>tolerances.revocationMilliseconds</c>.</param>
/// <param name="Value">What was declared, as the file has it.</param>
/// <param name="Usual">What it is where the file is silent; <c>none</c> where there is no value then.</param>
public sealed record Deviation(string Key, string Value, string Usual);
