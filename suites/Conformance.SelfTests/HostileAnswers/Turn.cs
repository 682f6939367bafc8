using Bogus;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>One answer, and what a hostile server has at hand to rewrite it.</summary>
/// <param name="Random">Decides; two turns with one seed decide alike.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Secrets">All that the server knows by now.</param>
/// <param name="TokensHere">The tokens that this very answer hands out.</param>
/// <param name="Elsewhere">URL of a server that nobody named, which nothing may be sent to.</param>
internal sealed record Turn(
    Randomizer Random, HostileAnswer Answer, KnownSecrets Secrets, IReadOnlyList<string> TokensHere, string Elsewhere);

/// <summary>One thing that a server may do to an answer.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Do">Does it; leaves alone what it does not fit.</param>
internal sealed record Rewriting(string Name, Action<Turn> Do);
