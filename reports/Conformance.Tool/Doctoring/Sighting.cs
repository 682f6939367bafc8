namespace Conformance.Tool.Doctoring;

/// <summary>Something that was looked at and is as it has to be.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Seen">What was seen.</param>
internal sealed record Sighting(string Subject, string Seen);
