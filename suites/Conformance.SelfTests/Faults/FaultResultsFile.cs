using Conformance.ReferenceServers;
using Conformance.Reports.Faults;
using NUnit.Framework;

namespace Conformance.SelfTests.Faults;

/// <summary>The recorded results of all faults, as the file that reports are built with.</summary>
internal static class FaultResultsFile
{
    private static readonly Lock Gate = new();

    private static readonly string File = RepositoryRoot.Combine("reports", "Conformance.Reports", "Faults", "fault-results.json");

    /// <summary>Fails unless the result is the recorded one.</summary>
    public static void ShouldHold(this FaultResult seen)
    {
        var recorded = FaultResults.All.SingleOrDefault(result => result.Fault == seen.Fault);
        var text = FaultResults.Write([seen]);
        if (recorded is not null && FaultResults.Write([recorded]) == text)
            return;

        lock (Gate)
        {
            ApprovedText.OverwriteIfAsked(File, FaultResults.Write(With(seen)));
        }

        Assert.Fail($"The result of {seen.Fault} is not the recorded one, which certificates show; was:\n{text}");
    }

    // In the order of the reference servers' list, without faults that are no more.
    private static IEnumerable<FaultResult> With(FaultResult seen)
    {
        var results = FaultResults.Read(System.IO.File.ReadAllText(File)).Where(result => result.Fault != seen.Fault).Append(seen).ToDictionary(result => result.Fault);
        return FaultCatalogue.All.Select(fault => results.GetValueOrDefault(fault.Name)).OfType<FaultResult>();
    }
}
