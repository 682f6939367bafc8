namespace Conformance.Reports.Formats;

/// <summary>One file of a report.</summary>
/// <param name="Path">Relative to the folder of the reports, with slashes.</param>
/// <param name="Text">What stands in it, in UTF-8 without a byte order mark; lines end with <c>\n</c>.</param>
public sealed record ReportFile(string Path, string Text);
