using System.Collections.Concurrent;
using Conformance.Record.Secrets;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;

namespace Conformance.Suites.Wiring;

/// <summary>
/// Writes files that are looked through for secrets before they get their names: one that cannot be looked through does not come to be, and
/// what gives a secret away is replaced. Thread-safe.
/// </summary>
/// <param name="target">Where to, and whose secrets they are; where it has no folder, all the same is done, and nothing is written.</param>
/// <param name="words">Tells secrets that no report can do without.</param>
internal sealed class InspectedFiles(TargetRun target, PlainWords words)
{
    private readonly ConcurrentBag<string> written = [];
    private readonly ConcurrentDictionary<string, byte> folders = new(StringComparer.Ordinal);

    /// <summary>Writes a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="make">What has made it.</param>
    /// <returns>What is wrong with it, in sentences.</returns>
    public IReadOnlyList<string> Write(ReportFile file, Func<JudgedRun, IEnumerable<ReportFile>> make)
    {
        if (target.Folder is not { } folder)
            return Leaks(target.Vault.Leaks(file.Text), make) is var (secrets, _) ? [$"{file.Path} would contain {Values(secrets)}"] : [];

        var path = Path.GetFullPath(Path.Combine(folder, file.Path));
        List<string> wrong = [];
        try
        {
            var within = Path.GetDirectoryName(path)!;
            // Noted when it is there, so that nobody else writes into it before.
            if (!folders.ContainsKey(within))
            {
                Directory.CreateDirectory(within);
                folders.TryAdd(within, 0);
            }

            if (file.KnownText is { } text)
                AtomicFile.Write(path, Inspected(text));
            else
                AtomicFile.Write(path, file.WriteTo, Inspect);

            written.Add(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            wrong.Add(
                $"{path} could not be written ({e.Message.TrimEnd('.')}): make room for it, or name another output folder");
        }

        return wrong;

        string Inspected(string text)
        {
            if (Leaks(target.Vault.Leaks(text), make) is not var (secrets, spared))
                return text;

            wrong.Add($"{path} contained {Values(secrets)}, which was replaced");
            return Replaced(text, file.Path, spared);
        }

        void Inspect(string unfinished)
        {
            if (Leaks(target.Vault.LeaksInFile(unfinished), make) is var (secrets, spared))
            {
                wrong.Add($"{path} contained {Values(secrets)}, which was replaced");
                File.WriteAllText(unfinished, Replaced(File.ReadAllText(unfinished), file.Path, spared));
            }
        }
    }

    /// <summary>What else lies about in the folder of the target and gives secrets away: it belongs to somebody else.</summary>
    public IReadOnlyList<string> LeaksOfOthers()
    {
        if (target.Folder is not { } folder)
            return [];

        var own = written.ToHashSet(StringComparer.Ordinal);
        return [.. Directory.EnumerateFiles(Path.GetFullPath(folder), "*", SearchOption.AllDirectories)
            .Where(path => !own.Contains(path) && path != Path.GetFullPath(Path.Combine(folder, "journal.jsonl")))
            .Select(Told)
            .OfType<string>()];
    }

    private string Replaced(string text, string name, IReadOnlySet<Secret> spared) =>
        Path.GetExtension(name) is ".json" or ".har" or ".sarif" or ".jsonld"
            ? InJson.Replace(text, part => target.Vault.Replace(part, spared))
            : target.Vault.Replace(text, spared);

    private string? Told(string path)
    {
        try
        {
            return target.Vault.LeaksInFile(path) is { Count: > 0 } secrets
                ? $"{path} contains {Values(secrets)}, and is no file of the suite: remove it"
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be looked through for secrets ({e.Message.TrimEnd('.')}), and is no file of the suite: remove it";
        }
    }

    private (IReadOnlyList<Secret> Secrets, IReadOnlySet<Secret> Spared)? Leaks(
        IReadOnlyList<Secret> found, Func<JudgedRun, IEnumerable<ReportFile>> make)
    {
        if (found.Count == 0)
            return null;

        var spared = words.In(make);
        return found.Except(spared).ToList() is { Count: > 0 } secrets ? (secrets, spared) : null;
    }

    private static string Values(IReadOnlyList<Secret> secrets) => $"the value of {string.Join(" and ", secrets)}";
}
