using Json.Schema;

namespace Conformance.Schemas.Validation;

/// <summary>The keywords that an evaluation went through.</summary>
public static class EvaluationPath
{
    /// <summary>The path as JSON Schema writes it, references included.</summary>
    /// <remarks>JsonSchema.Net 8.0.5 writes the step <c>items</c> twice, and its schema locations lead nowhere behind one.</remarks>
    public static string Path(this EvaluationResults results) =>
        results.EvaluationPath.ToString().Replace("/items/items", "/items", StringComparison.Ordinal);
}
