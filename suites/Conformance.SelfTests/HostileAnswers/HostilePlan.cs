using Bogus;
using Conformance.SelfTests.Fixtures;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>
/// What a server does to its answers, all of it decided by a seed: from which request on, to which answers, and which of the families of
/// rewritings.
/// </summary>
internal sealed class HostilePlan
{
    // In the order in which they are done: what looks into JSON comes before what breaks it.
    private static readonly IReadOnlyList<Rewriting>[] Families =
        [LabelTexts.All, HostileTokens.All, HostileTexts.All, LoginForms.All, Echoes.All, HostileBodies.All, HostileHeads.All, Timings.All];

    private readonly int seed;
    private readonly int honestUntil;
    private readonly double share;
    private readonly string where;
    private readonly IReadOnlyList<Rewriting>[] families;

    public HostilePlan(int seed)
    {
        this.seed = seed;
        var random = new Randomizer(seed);
        // The preflight takes some dozens of requests, and a run that ends with it never comes to the scenarios.
        honestUntil = random.ArrayElement([0, 5, 30, 40, 60]);
        share = random.ArrayElement([0.1, 0.3, 1]);
        where = random.ArrayElement(["", "", "login", "POST", "GET"]);
        var some = random.ArrayElements(Families, random.ArrayElement([1, 1, 2, 3, Families.Length]));
        families = [.. Families.Where(some.Contains)];
    }

    /// <summary>A server that leaves its answers alone.</summary>
    public static HostilePlan Honest { get; } = new(seed: 0, []);

    private HostilePlan(int seed, IReadOnlyList<Rewriting>[] families)
    {
        (this.seed, this.families, where, share) = (seed, families, "", 1);
    }

    /// <summary>A server that does one thing to each of its answers.</summary>
    public static HostilePlan Always(Rewriting rewriting) => new(seed: 0, [[rewriting]]);

    public override string ToString()
    {
        var names = families.Select(family => family[0].Name.Split(':')[0]);
        return $"after {honestUntil} requests, {share:P0} of \"{where}\": {string.Join(", ", names)}";
    }

    /// <summary>Does to an answer what the seed says.</summary>
    /// <param name="number">Which of all requests it answers.</param>
    /// <param name="request">That request.</param>
    /// <param name="turn">Makes a turn of what decides.</param>
    /// <returns>What was done.</returns>
    public IReadOnlyList<string> Rewrite(int number, CannedRequest request, Func<Randomizer, Turn> turn)
    {
        if (number <= honestUntil || families.Length == 0 || !request.Line.Contains(where, StringComparison.Ordinal))
            return [];

        // Far apart, because neighbouring seeds begin alike.
        var random = new Randomizer(unchecked((seed * 1_000_003) + (number * 7_919)));
        if (random.Double() > share)
            return [];

        var picked = random.ArrayElements(families, random.Int(1, Math.Min(3, families.Length)));
        return [.. families.Where(picked.Contains).Select(family => Do(family[random.Int(0, family.Count - 1)], turn(random)))];
    }

    private static string Do(Rewriting rewriting, Turn turn)
    {
        rewriting.Do(turn);
        return rewriting.Name;
    }
}
