using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Folding;
using Conformance.Reports.Register;
using Conformance.Reports.Register.Entries;
using Conformance.Reports.Register.Submissions;
using Conformance.Schemas.Contracts;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Register;

/// <summary>A register of twelve implementations, three runs each: eleven of one contract, and one of another.</summary>
internal static class SampleRegister
{
    public const int Implementations = 12;
    public const int RunsOfEach = 3;

    /// <summary>The requirements that its runs of Matrix have judged.</summary>
    public static IReadOnlyList<string> Rows { get; } =
        [.. KnownContracts.All.FindProfile("matrix-logout")!.Requires.Where(id => KnownContracts.All.ScenariosOf(id).Any())];

    /// <summary>Its runs; the newest run of an odd server breaks the row of its number.</summary>
    public static IReadOnlyList<RunRecord> Records { get; } =
        [.. Enumerable.Range(1, Implementations).SelectMany(_ => Enumerable.Range(1, RunsOfEach), Run)];

    public static RegisterContents Contents { get; } = ContentsOf(Records.Select(Entry.Of));

    public static Submission Submission { get; } =
        new("Example server", "1.4.2", "Example Ltd", "https://example.org/server", "tests@example.org", "matrix-logout");

    private static readonly Lazy<string> Built = new(() => Write("sample", Records.Select(Entry.Of)));

    /// <summary>The folder of its site, written once.</summary>
    public static string Folder => Built.Value;

    public static string NameOf(int implementation) => $"server {implementation:00}";

    public static RegisterContents ContentsOf(IEnumerable<Entry> entries) =>
        RegisterContents.Of("Sample register", null, entries.Select(entry => entry.Run));

    /// <summary>Writes a site and gives the full path of its folder.</summary>
    public static string Write(string name, IEnumerable<Entry> entries)
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "registers", name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        IReadOnlyList<Entry> entered = [.. entries];
        foreach (var file in RegisterSite.Files(ContentsOf(entered)).Concat(entered.SelectMany(entry => entry.Evidence)))
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = File.Create(path);
            file.WriteTo(stream);
        }

        return folder;
    }

    private static RunRecord Run(int implementation, int run)
    {
        var name = NameOf(implementation);
        var record = implementation == Implementations
            ? RunFolder.Fold(
                [
                    Started with { Target = Target with { Dialect = "koyeb", Edition = "s21" } },
                    Finished("KOY-LOGIN-01", Verdict.Pass),
                    Ended,
                ],
                KnownContracts.Koyeb.Catalogue)
            : SoundRuns.Of(Rows.ToDictionary(id => id, id => VerdictOn(id, implementation, run)));
        return record with
        {
            Target = record.Target with { Name = name, Profile = implementation == Implementations ? null : "matrix-logout" },
            StartedAt = Noon.AddDays(run),
            EndedAt = Noon.AddDays(run).AddSeconds(90),
        };
    }

    private static Verdict VerdictOn(string id, int implementation, int run) =>
        (Rows.Index().First(row => row.Item == id).Index, run) switch
        {
            var (row, at) when row == implementation && at == RunsOfEach && implementation % 2 == 1 => Verdict.Fail,
            (0, 1) => Verdict.Warning,
            _ => Verdict.Pass,
        };
}
