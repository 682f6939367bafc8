using System.Diagnostics.CodeAnalysis;

namespace Conformance.Schemas.Responses;

/// <summary>One place of a body that is not what its schema says.</summary>
/// <param name="Pointer">JSON Pointer to the place; empty for the whole body. For a missing member, the object that lacks it.</param>
/// <param name="Keyword">The JSON Schema keyword that failed, such as <c>type</c> or <c>required</c>.</param>
/// <param name="Expected">What the schema asks for, in a few words.</param>
/// <param name="Actual">What was there, in a few words; values are cut at 80 characters, secrets are not shown.</param>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "JSON Pointer is the name of the thing (RFC 6901).")]
public sealed record SchemaViolation(string Pointer, string Keyword, string Expected, string Actual)
{
    public override string ToString() => $"{(Pointer.Length == 0 ? "body" : Pointer)}: {Keyword}: expected {Expected}, was {Actual}";
}
