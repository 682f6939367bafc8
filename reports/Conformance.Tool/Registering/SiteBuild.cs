using System.Collections.Concurrent;
using Conformance.Record.Journal;
using Conformance.Reports.Bundles;
using Conformance.Reports.Register;
using Conformance.Reports.Register.Entries;

namespace Conformance.Tool.Registering;

/// <summary>Reads runs, several at once, and lets go of each as soon as its evidence is written: they are long.</summary>
internal static class SiteBuild
{
    // Each takes the memory of its record.
    private const int MostAtOnce = 4;

    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostAtOnce) };

    /// <summary>Writes the evidence of runs.</summary>
    /// <param name="inputs">Where they are.</param>
    /// <param name="key">Whose signature bundles must bear; null if nobody's is asked for.</param>
    /// <param name="site">Where the evidence goes.</param>
    /// <returns>What the register keeps of them, in the order of the inputs.</returns>
    /// <exception cref="UnreadableRecordException">Some cannot be read; the message names each.</exception>
    public static IReadOnlyList<EnteredRun> Enter(IReadOnlyList<RegisterInput> inputs, TrustedKey? key, SiteFolder site)
    {
        var entered = new List<EnteredRun>[inputs.Count];
        var written = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        var problems = new ConcurrentDictionary<int, string>();
        Parallel.For(0, inputs.Count, AtOnce, place =>
        {
            try
            {
                entered[place] = [.. inputs[place].Read(key).Select(entry => Write(entry, site, written))];
            }
            catch (UnreadableRecordException e)
            {
                problems[place] = e.Message.TrimEnd('.');
            }
        });
        return problems.IsEmpty
            ? [.. entered.SelectMany(runs => runs)]
            : throw new UnreadableRecordException(
                $"{string.Join("; ", problems.OrderBy(problem => problem.Key).Select(problem => problem.Value))}.");
    }

    /// <summary>Writes everything else.</summary>
    public static void Finish(RegisterContents contents, SiteFolder site)
    {
        Parallel.ForEach(RegisterSite.Files(contents), AtOnce, site.Write);
        site.Complete();
    }

    // A run that was given twice, as a record and in a bundle, has one certificate.
    private static EnteredRun Write(Entry entry, SiteFolder site, ConcurrentDictionary<string, byte> written)
    {
        foreach (var file in entry.Evidence.Where(file => written.TryAdd(file.Path, 0)))
            site.Write(file);

        return entry.Run;
    }
}
