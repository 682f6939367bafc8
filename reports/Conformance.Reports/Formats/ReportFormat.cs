using System.IO.Enumeration;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats;

/// <summary>A format in which runs can be reported.</summary>
/// <param name="Name">The name by which it is chosen, such as <c>junit</c>.</param>
/// <param name="Description">What it is for, in a few words.</param>
/// <param name="Outputs">Names of the files and folders that it writes, at the top of the folder of the reports; <c>*</c> stands
/// for any characters. Whatever else lies there belongs to somebody else.</param>
/// <param name="Write">Makes the files of some runs: a pure function, so the same runs give the same bytes.</param>
public sealed record ReportFormat(
    string Name, string Description, IReadOnlyList<string> Outputs, Func<IReadOnlyList<JudgedRun>, IEnumerable<ReportFile>> Write)
{
    /// <summary>Whether a file or folder with this name is what the format writes.</summary>
    /// <param name="name">Its name, at the top of the folder of the reports.</param>
    public bool Owns(string name) => Outputs.Any(output => FileSystemName.MatchesSimpleExpression(output, name, ignoreCase: false));
}
