using Conformance.Reports.Records;
using Conformance.Suites.Wiring;

namespace Conformance.Suites.Calling;

/// <summary>
/// Targets whose turn has not come. What stands in the place of their records cannot be read as one, so that no gate takes a run for whole
/// that was killed before it came to them.
/// </summary>
internal static class UntestedTargets
{
    private const string Text = "Of this target there is no record: the run had not come to it yet.\n";

    /// <summary>Marks them, until the record takes the place of the mark; one that cannot be marked has that as its problem.</summary>
    /// <param name="output">The folder of all targets.</param>
    /// <param name="slots">The targets.</param>
    public static void Mark(string output, IEnumerable<TargetSlot> slots)
    {
        foreach (var slot in slots.Where(slot => slot.Problem is null))
        {
            try
            {
                var folder = Directory.CreateDirectory(Path.Combine(output, slot.Name));
                AtomicFile.Write(Path.Combine(folder.FullName, RunReports.Record), Text);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                slot.Problem = $"{slot.Name} cannot be tested: {e.Message}";
            }
        }
    }
}
