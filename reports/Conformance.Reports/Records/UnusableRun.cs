using System.Globalization;

namespace Conformance.Reports.Records;

/// <summary>
/// A run that could not be begun, and of which nobody knows whose records it should have replaced, leaves its time beside the folders of
/// the targets: no gate accepts an older record from there. A later run of another target does not change that.
/// </summary>
public static class UnusableRun
{
    private const string File = "unusable-run.txt";

    /// <summary>Leaves a time; where even that cannot be written, the run is red all the same.</summary>
    /// <param name="output">The folder of all targets.</param>
    /// <param name="at">When the run would have begun.</param>
    public static void Remember(string output, DateTimeOffset at)
    {
        try
        {
            Directory.CreateDirectory(output);
            AtomicFile.Write(Path.Combine(output, File), at.ToString("O", CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Who gates then has to ask for the run by its id.
        }
    }

    /// <summary>When the last run could not be begun that would have written to the folder of all targets; null for none.</summary>
    /// <param name="record">Path of a record below it, in the folder of its target.</param>
    public static DateTimeOffset? Near(string record)
    {
        var output = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(record)));
        if (output is null || Path.Combine(output, File) is var file && !System.IO.File.Exists(file))
            return null;

        // Whatever stands in it, it is there.
        var text = System.IO.File.ReadAllText(Path.Combine(output, File));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : DateTimeOffset.MaxValue;
    }
}
