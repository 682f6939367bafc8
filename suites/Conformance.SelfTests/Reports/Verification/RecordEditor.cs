using System.Text.Json;
using Bogus;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>Makes seeded changes to a record, each as somebody with an editor would.</summary>
/// <param name="random">Chooses them.</param>
internal sealed class RecordEditor(Randomizer random)
{
    private readonly JsonEdit edit = new(random);

    /// <summary>The record with one change, and its kind; null where what came out is no record.</summary>
    public (RunRecord Edited, string Kind)? Apply(RunRecord record) => random.Number(19) switch
    {
        < 11 => OneOf(record.Scenarios, "scenario", IsWrong, scenarios => record with { Scenarios = scenarios }),
        < 14 => Several(record.Scenarios, "scenarios", scenarios => record with { Scenarios = scenarios }),
        < 16 => OneOf(record.Requirements, "requirement", row => row.Verdict is Verdict.Fail, rows => record with { Requirements = rows }),
        < 17 => Several(record.Requirements, "requirements", rows => record with { Requirements = rows }),
        < 18 => Part(record.Target, "target", target => record with { Target = target }),
        < 19 => record.Preflight is { } preflight ? Part(preflight, "preflight", changed => record with { Preflight = changed }) : null,
        _ => Several(record.LeftOut, "leftOut", names => record with { LeftOut = names }),
    };

    private static bool IsWrong(ScenarioFinished scenario) => scenario.Verdict is Verdict.Fail or Verdict.Warning or Verdict.Inconclusive;

    // Every other time one of those that somebody would want to be otherwise.
    private (RunRecord, string)? OneOf<T>(IReadOnlyList<T> all, string name, Func<T, bool> isWrong, Func<IReadOnlyList<T>, RunRecord> with)
    {
        List<int> wrong = random.Number(1) == 0 ? [.. Enumerable.Range(0, all.Count).Where(i => isWrong(all[i]))] : [];
        var index = wrong.Count > 0 ? wrong[random.Number(wrong.Count - 1)] : random.Number(all.Count - 1);
        return Part(all[index], name, changed => with([.. all.Select((one, i) => i == index ? changed : one)]));
    }

    private (RunRecord, string)? Several<T>(IReadOnlyList<T> all, string name, Func<IReadOnlyList<T>, RunRecord> with)
    {
        if (all.Count < 2)
            return null;

        var (one, other) = (random.Number(all.Count - 1), random.Number(all.Count - 1));
        var changed = all.ToList();
        switch (random.Number(2))
        {
            case 0:
                changed.RemoveAt(one);
                return (with(changed), $"drop {name}");
            case 1:
                changed.Insert(other, changed[one]);
                return (with(changed), $"duplicate {name}");
            default:
                (changed[one], changed[other]) = (changed[other], changed[one]);
                return (with(changed), $"swap {name}");
        }
    }

    private (RunRecord, string)? Part<T>(T part, string name, Func<T, RunRecord> with)
    {
        var json = JsonSerializer.SerializeToNode(part, JournalFormat.Line)!;
        if (edit.Apply(json) is not { } kind)
            return null;

        try
        {
            return (with(json.Deserialize<T>(JournalFormat.Line)!), kind.Replace(" ", $" {name}/", StringComparison.Ordinal));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
