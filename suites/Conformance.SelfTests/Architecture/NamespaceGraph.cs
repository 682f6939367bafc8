using System.Text.RegularExpressions;

namespace Conformance.SelfTests.Architecture;

/// <summary>
/// Which namespaces of some source files refer to which: by using directives, of which the build lets stand only those that are needed, and
/// by the types of the namespaces around their own, which need none.
/// </summary>
internal sealed partial class NamespaceGraph
{
    private readonly Dictionary<string, HashSet<string>> references = new(StringComparer.Ordinal);

    public NamespaceGraph(IEnumerable<string> sources)
    {
        var files = sources
            .Select(text => (Text: text, Namespace: Declaration().Match(text).Groups["name"].Value))
            .Where(file => file.Namespace.Length > 0)
            .ToList();
        var types = files.ToLookup(
            file => file.Namespace, file => Types().Matches(file.Text).Select(type => type.Groups["name"].Value), StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key, group => group.SelectMany(names => names).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var name in types.Keys)
            references[name] = new(StringComparer.Ordinal);

        foreach (var (text, own) in files)
        {
            var used = Usings()
                .Matches(text)
                .Select(match => match.Groups["name"].Value)
                .Select(name => types.ContainsKey(name) ? name : Parent(name));
            var around = Around(own).Where(types.ContainsKey).Where(outer => Mentions(text, types[outer]));
            references[own].UnionWith(used.Concat(around).Where(name => types.ContainsKey(name) && name != own));
        }
    }

    /// <summary>How many namespaces there are.</summary>
    public int Count => references.Count;

    /// <summary>Those that can be reached from themselves, in groups that can reach each other; the largest first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Circles =>
    [
        .. references.Keys.Where(name => Reach(name).Contains(name))
            .GroupBy(name => string.Join(' ', Reach(name).Where(other => Reach(other).Contains(name)).Order(StringComparer.Ordinal)))
            .Select(group => group.Order(StringComparer.Ordinal).ToList())
            .OrderByDescending(circle => circle.Count),
    ];

    private HashSet<string> Reach(string from)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Queue<string> left = new(references[from]);
        while (left.TryDequeue(out var name))
        {
            foreach (var next in reached.Add(name) ? references[name] : [])
                left.Enqueue(next);
        }

        return reached;
    }

    private static bool Mentions(string text, HashSet<string> types) => Words().Matches(text).Any(word => types.Contains(word.Value));

    private static IEnumerable<string> Around(string name)
    {
        for (var outer = Parent(name); outer.Length > 0; outer = Parent(outer))
            yield return outer;
    }

    private static string Parent(string name) => name.LastIndexOf('.') is var dot && dot < 0 ? "" : name[..dot];

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^using (?:static )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(
        @"^(?:public|internal) (?:\w+ )*?(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Types();

    // What stands behind a dot is no type of an outer namespace.
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*")]
    private static partial Regex Words();
}
