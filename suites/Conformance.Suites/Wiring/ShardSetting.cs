using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Record.Journal;

namespace Conformance.Suites.Wiring;

/// <summary>
/// Which shard a run is: <c>2/8</c>; or <c>auto</c>, for what the engine says that runs it in several instances. No engine is asked without
/// that word: GitLab sets its variables for matrices, too, each job of which is meant to run the whole suite.
/// </summary>
internal static partial class ShardSetting
{
    /// <summary>The variable.</summary>
    public const string Variable = "CONFORMANCE_SHARD";

    private const string Auto = "auto";
    private const string Kubernetes = "JOB_COMPLETION_INDEX";
    private const string GitLabIndex = "CI_NODE_INDEX";
    private const string GitLabCount = "CI_NODE_TOTAL";

    /// <summary>The shard, null for the whole suite; or what to change, in a sentence.</summary>
    /// <param name="environment">The environment variables.</param>
    /// <param name="words">How the caller names a shard.</param>
    public static (Shard? Shard, string? Problem) Read(IReadOnlyDictionary<string, string> environment, CallerWords words)
    {
        var given = environment.GetValueOrDefault(Variable);
        if (string.IsNullOrWhiteSpace(given))
            return (null, null);

        var (shard, problem) = Read(given, environment);
        return (shard, problem is null ? null : $"{words.Shard} {problem}");
    }

    private static (Shard? Shard, string? Problem) Read(string given, IReadOnlyDictionary<string, string> environment)
    {
        var form = Form().Match(given);
        if (!form.Success)
            return (null, $"is '{given}': give the shard and how many there are, such as 2/8, or {Auto}, or {Auto}/8.");

        var count = Number(form.Groups["count"].Value);
        if (Number(form.Groups["index"].Value) is { } named)
            return InBounds(named, count!.Value);

        var onKubernetes = Number(environment.GetValueOrDefault(Kubernetes));
        var onGitLab = Number(environment.GetValueOrDefault(GitLabIndex));
        return (onKubernetes, onGitLab) switch
        {
            ({ } completion, null) => OfKubernetes(completion, count),
            (null, { } node) => OfGitLab(node, Number(environment.GetValueOrDefault(GitLabCount)), count),
            (null, null) => (null, $"is {Auto}, and neither {Kubernetes} of a Kubernetes Indexed Job nor {GitLabIndex} of "
                + "GitLab's parallel jobs says which shard this is: name it, such as 2/8."),
            _ => (null, $"is {Auto}, and both {Kubernetes} and {GitLabIndex} say which shard this is: name it, such as 2/8."),
        };
    }

    // It counts from 0.
    private static (Shard? Shard, string? Problem) OfKubernetes(int completion, int? count) => count is { } known
        ? InBounds(completion + 1, known)
        : (null, $"is {Auto}, and Kubernetes does not say how many shards there are: set it to {Auto}/8 for 8 completions.");

    private static (Shard? Shard, string? Problem) OfGitLab(int node, int? nodes, int? count) =>
        nodes is not { } known
            ? (null, $"is {Auto}, and {GitLabCount} does not say how many shards there are: name it, such as 2/8.")
        : count is not null && count != known ? (null, $"names {count} shards, and {GitLabCount} is {known}: set it to {Auto}.")
        : InBounds(node, known);

    private static (Shard? Shard, string? Problem) InBounds(int index, int count) => index >= 1 && index <= count && count <= Shard.Most
        ? (new Shard(index, count), null)
        : (null, $"asks for shard {index} of {count}: shards are counted from 1, and there are {Shard.Most} at most.");

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?:(?<index>[0-9]{1,4})/(?<count>[0-9]{1,4})|auto(?:/(?<count>[0-9]{1,4}))?)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
