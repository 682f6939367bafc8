namespace Conformance.Reports.Bundles;

/// <summary>One file of a bundle.</summary>
/// <param name="Path">Relative to the root of the bundle, with slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record BundleFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>What is wrong with a bundle.</summary>
/// <param name="File">The file in it, or the bundle itself.</param>
/// <param name="Problem">What does not hold.</param>
public sealed record BundleProblem(string File, string Problem);
