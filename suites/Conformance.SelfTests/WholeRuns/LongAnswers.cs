using System.Text.Json.Nodes;
using Bogus;
using Conformance.SelfTests.HostileAnswers;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Ways to make every answer of a server almost as long as the suite reads at all.</summary>
internal static class LongAnswers
{
    /// <summary>Characters; with the honest part of an answer below the megabyte that is read.</summary>
    private const int Padding = 1_000_000;

    private const int Words = 125_000;

    private static readonly string Repeated = $"\"{new string('x', Padding)}\"";

    // Of what is random, nothing can be compressed away.
    private static readonly string Random =
        $"[{string.Join(',', Enumerable.Repeat(new Randomizer(1), Words).Select(random => $"\"{random.AlphaNumeric(5)}\""))}]";

    public static IReadOnlyList<string> Forms { get; } = ["one letter", "random words"];

    /// <summary>Adds a member that nobody has asked for to each answer that is a JSON object.</summary>
    /// <param name="form">What it consists of.</param>
    public static HostilePlan Of(string form)
    {
        var padding = form == Forms[0] ? Repeated : Random;
        return HostilePlan.Always(new Rewriting($"body: 1 MB of {form}", turn => Pad(turn.Answer, padding)));
    }

    private static void Pad(HostileAnswer answer, string padding)
    {
        if (answer.Json is not JsonObject)
            return;

        var text = answer.Text.Trim();
        answer.Text = text == "{}" ? $"{{\"padding\":{padding}}}" : $"{text[..^1]},\"padding\":{padding}}}";
    }
}
