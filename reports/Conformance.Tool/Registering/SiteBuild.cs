using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
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
        Together(() => Parallel.For(0, inputs.Count, AtOnce, place =>
        {
            try
            {
                entered[place] = [.. inputs[place].Read(key).Select(entry => Write(entry, site, written))];
            }
            catch (UnreadableRecordException e)
            {
                problems[place] = e.Message.TrimEnd('.');
            }
        }));
        return problems.IsEmpty
            ? [.. entered.SelectMany(runs => runs)]
            : throw new UnreadableRecordException(
                $"{string.Join("; ", problems.OrderBy(problem => problem.Key).Select(problem => problem.Value))}.");
    }

    /// <summary>Writes everything else.</summary>
    /// <param name="contents">The register.</param>
    /// <param name="entered">All runs whose evidence was written; that of copies the register does not keep is taken away.</param>
    /// <param name="site">Where it goes.</param>
    /// <returns>What somebody should clear away, in a sentence; null for nothing.</returns>
    public static string? Finish(RegisterContents contents, IEnumerable<EnteredRun> entered, SiteFolder site)
    {
        var kept = contents.Runs.Select(each => each.Run.Id).ToHashSet(StringComparer.Ordinal);
        site.Remove(entered.Where(run => !kept.Contains(run.Id)).SelectMany(run => new[] { Places.Certificate(run), Places.Bundle(run) }));
        Together(() => Parallel.ForEach(RegisterSite.Files(contents), AtOnce, site.Write));
        return site.Complete();
    }

    // What went wrong first, as if there were one thread: the command line knows how to report that.
    private static void Together(Action loop)
    {
        try
        {
            loop();
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    // The same copy of a run, given twice, has one certificate.
    private static EnteredRun Write(Entry entry, SiteFolder site, ConcurrentDictionary<string, byte> written)
    {
        foreach (var file in entry.Evidence.Where(file => written.TryAdd(file.Path, 0)))
            site.Write(file);

        return entry.Run;
    }
}
