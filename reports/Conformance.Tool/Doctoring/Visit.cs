using Conformance.Fixtures.Http;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;

namespace Conformance.Tool.Doctoring;

/// <summary>One visit to one server: what the checks ask it through, and what they write down.</summary>
internal sealed class Visit : IDisposable
{
    private readonly RunStop stop = new();
    private readonly CancellationTokenRegistration interrupted;
    private readonly List<Sighting> sightings = [];
    private readonly List<Diagnosis> diagnoses = [];

    /// <param name="settings">The target file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="interruption">Ends the visit: what was opened is closed all the same.</param>
    public Visit(TargetSettings settings, TimeProvider time, CancellationToken interruption)
    {
        Settings = settings;
        // A rate limit is a finding, and nobody waits for a finding.
        var impatient = settings with { Tolerances = settings.Tolerances with { RateLimitWait = TimeSpan.Zero } };
        Target = new TargetRun(impatient, [], folder: null, seed: 1, time, stop);
        interrupted = interruption.Register(() => stop.Ask("it was interrupted"));
        // What a locked account is answered is what is looked for.
        foreach (var account in settings.Accounts)
            Target.Http.LockOuts.Expect(account.User);
    }

    /// <summary>The target file.</summary>
    public TargetSettings Settings { get; }

    /// <summary>The server, as a run asks it; only rate limits are not waited out.</summary>
    public TargetRun Target { get; }

    /// <summary>What is asked, for <see cref="ExchangeLog.Current"/>.</summary>
    public ExchangeLog Exchanges { get; } = new() { Owner = "doctor" };

    /// <summary>What the check in hand looks at.</summary>
    public string Subject { get; set; } = "";

    /// <summary>What is as it has to be, in the order of the checks.</summary>
    public IReadOnlyList<Sighting> Sightings => sightings;

    /// <summary>What is to be fixed or known, in the order of the checks.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses => diagnoses;

    /// <summary>Whether the server cannot be tested at all.</summary>
    public bool IsObstructed => diagnoses.Exists(diagnosis => diagnosis.Gravity is Gravity.Obstacle);

    /// <summary>What ends a single request that is not sent through the target.</summary>
    public CancellationTokenSource Bound()
    {
        var bound = CancellationTokenSource.CreateLinkedTokenSource(Target.Halt.Asked);
        bound.CancelAfter(Settings.Tolerances.RequestTimeout);
        return bound;
    }

    public void Saw(string seen) => sightings.Add(new(Subject, seen));

    public void Note(string place, string problem, string fix, IReadOnlyList<string>? requirements = null) =>
        diagnoses.Add(new(Gravity.Note, Subject, place, problem, fix, requirements));

    public void Find(string place, string problem, string fix, IReadOnlyList<string>? requirements = null) =>
        diagnoses.Add(new(Gravity.Finding, Subject, place, problem, fix, requirements));

    public void Obstruct(string place, string problem, string fix) =>
        diagnoses.Add(new(Gravity.Obstacle, Subject, place, problem, fix));

    public void Dispose()
    {
        interrupted.Dispose();
        Target.Dispose();
        stop.Dispose();
    }
}
