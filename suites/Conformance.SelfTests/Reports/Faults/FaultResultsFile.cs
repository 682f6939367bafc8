using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Faults;
using Conformance.Reports.Faults;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Faults;

/// <summary>The recorded results of all faults, as the file that reports are built with.</summary>
internal static class FaultResultsFile
{
    private const string Path = "reports/Conformance.Reports/Faults/fault-results.json";

    // Faults are tried several at once, and each writes its own result.
    private static readonly Lock Gate = new();

    /// <summary>Whether the recorded result cannot be what the fault comes to: it is new, or its declaration was changed.</summary>
    public static bool IsToBeTriedAgain(Fault fault) =>
        FaultResults.All.SingleOrDefault(result => result.Fault == fault.Name) is not { } recorded
        || recorded.Sin != fault.Sin
        || !recorded.Accused.ToHashSet().SetEquals(fault.Breaks);

    /// <summary>Fails unless the result is the recorded one.</summary>
    public static void ShouldHold(this FaultResult seen)
    {
        lock (Gate)
        {
            var recorded = Recorded().SingleOrDefault(result => result.Fault == seen.Fault);
            var text = FaultResults.Write([seen]);
            if (recorded is not null && FaultResults.Write([recorded]) == text)
                return;

            GeneratedFile.WriteIfAsked(
                Path, FaultResults.Write(InOrder(Recorded().Where(result => result.Fault != seen.Fault).Append(seen))));
            Assert.Fail($"{GeneratedFile.NotUpToDate(Path)} faults --fault {seen.Fault}\nwhat certificates would show of it now:\n{text}");
        }
    }

    /// <summary>
    /// Fails unless the file holds its results in the order of the reference servers' list, and none of faults that are no more.
    /// </summary>
    public static void ShouldBeInOrder()
    {
        lock (Gate)
            GeneratedFile.ShouldHold(Path, FaultResults.Write(InOrder(Recorded())));
    }

    private static IReadOnlyList<FaultResult> Recorded() => FaultResults.Read(File.ReadAllText(RepositoryRoot.Combine(Path.Split('/'))));

    private static IEnumerable<FaultResult> InOrder(IEnumerable<FaultResult> results)
    {
        var byName = results.ToDictionary(result => result.Fault);
        return FaultCatalogue.All.Select(fault => byName.GetValueOrDefault(fault.Name)).OfType<FaultResult>();
    }
}
