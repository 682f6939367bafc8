namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Answers that come slowly, in part, late or not at all.</summary>
internal static class Timings
{
    public static IReadOnlyList<Rewriting> All { get; } =
    [
        At(Pace.InPieces), At(Pace.InPieces), At(Pace.HalfOfIt), At(Pace.Never), At(Pace.Late),
    ];

    private static Rewriting At(Pace pace) => new($"timing: {pace}", turn => turn.Answer.Pace = pace);
}
