using Conformance.Record.Verdicts;

namespace Conformance.Suites.Calling;

/// <summary>How a program calls the suite, in the place of <c>dotnet test</c> and its settings.</summary>
/// <param name="Targets">Paths of target files; or <see cref="Wiring.EmbeddedServers.Keyword"/>, alone.</param>
/// <param name="OutputFolder">Where records and reports are written.</param>
public sealed record SuiteCall(IReadOnlyList<string> Targets, string OutputFolder)
{
    /// <summary>The default of <see cref="AtOnce"/>.</summary>
    public const int UsuallyAtOnce = 8;

    /// <summary>How many targets are tested at the same time, the others after them; from 1. Default 8: each takes memory.</summary>
    public int AtOnce { get; init; } = UsuallyAtOnce;

    /// <summary>Is told several times a second how far the targets are, and at the end of none; null (default): lines tell it.</summary>
    public Action<IReadOnlyList<TargetProgress>>? Display { get; init; }

    /// <summary>Which scenarios to run, as <c>dotnet test --filter</c> has it; null (default) for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Only the scenarios that had one of these verdicts in an earlier run; empty (default) for all.</summary>
    public IReadOnlyCollection<Verdict> Again { get; init; } = [];

    /// <summary>Where the records of that run are, as <see cref="OutputFolder"/> was then.</summary>
    public string EarlierFolder { get; init; } = "";

    /// <summary>Which shard of the suite to run, such as <c>2/8</c>; null (default) for what the environment says.</summary>
    public string? Shard { get; init; }

    /// <summary>The profile that records are judged by; null (default) for those of the target files.</summary>
    public string? Profile { get; init; }

    /// <summary>Whether recommendations fail, whatever the target files say. Default false.</summary>
    public bool Strict { get; init; }

    /// <summary>The seed of the test data; null (default) for any.</summary>
    public int? Seed { get; init; }

    /// <summary>The name of the run, by which a gate can ask for its record; null (default) for one of its own.</summary>
    public string? RunId { get; init; }
}
