namespace Conformance.Record.Verdicts;

/// <summary>One thing that was not as promised.</summary>
/// <param name="Subject">What was looked at: <c>status</c>, <c>header Content-Type</c>, <c>body</c> …</param>
/// <param name="Expected">What the contract promises, in short words.</param>
/// <param name="Actual">What came.</param>
public sealed record Mismatch(string Subject, string Expected, string Actual)
{
    /// <summary>JSON Pointer into the body; null if the subject is not a place in the body.</summary>
    public string? Pointer { get; init; }

    /// <summary>The JSON Schema keyword that did not hold; null if no schema was involved.</summary>
    public string? Keyword { get; init; }

    /// <summary>One line, as failures show it.</summary>
    public override string ToString() =>
        Subject
        + (Pointer is null ? "" : $" {(Pointer.Length == 0 ? "(root)" : Pointer)}")
        + (Keyword is null ? "" : $" ({Keyword})")
        + $": expected {Expected}, was {Actual}";
}
