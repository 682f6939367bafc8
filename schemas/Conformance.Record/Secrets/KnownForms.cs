using System.Collections.Concurrent;

namespace Conformance.Record.Secrets;

/// <summary>
/// The forms of all secrets of a run. Looking through a text costs time that grows with the text, however many secrets there
/// are and however long; learning one costs time that grows with it. Finding is thread-safe; adding is for one thread at a time.
/// </summary>
/// <remarks>
/// Of a secret, two dozen forms are many times its length, and hardly one of them is ever met. So only their beginnings are kept; the forms
/// are written out once a text has one of these.
/// </remarks>
internal sealed class KnownForms
{
    /// <summary>
    /// Characters. Whoever reads so many of a longer secret has it as good as whole; comparing more at each place of a text would let a
    /// server whose tokens repeat themselves keep the suite busy for as long as it likes.
    /// </summary>
    public const int GivesAway = 512;

    private const int BeginningLength = FormBeginnings.Length;

    private readonly FormBeginnings known = new();
    private readonly List<(string Value, Secret Secret)> secrets = [];
    private readonly Lock gate = new();

    // Of the forms that were written out.
    private readonly Dictionary<string, KnownForm> byText = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FormTree> byBeginning = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FormTree>.AlternateLookup<ReadOnlySpan<char>> trees;

    public KnownForms() => trees = byBeginning.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the forms of a value; those too short to be told apart within a text are passed over.</summary>
    public void Add(string value, Secret secret)
    {
        lock (gate)
        {
            secrets.Add((value, secret));
            foreach (var (way, beginning) in SecretForms.Beginnings(value, BeginningLength))
                known.Add(beginning, new FormOrigin(secrets.Count - 1, way));
        }
    }

    /// <summary>Every form that a text gives away, those within and across others included.</summary>
    public IReadOnlyCollection<KnownForm> FindAll(string text)
    {
        var passed = new FormsPassed();
        for (var start = 0; start <= text.Length - BeginningLength; start++)
            BeginningAt(text, start)?.Match(text.AsSpan(start), GivesAway, passed);
        return passed.All;
    }

    /// <summary>The places of a text that are to be masked, in their order, and what it took to find them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shortest">Forms shorter than this, in characters, are passed over.</param>
    public PlaceSelection Select(string text, int shortest)
    {
        var selection = new PlaceSelection(text, shortest);
        for (var start = 0; start <= text.Length - BeginningLength; start = Math.Max(start + 1, selection.Next))
        {
            if (BeginningAt(text, start) is { } tree)
                selection.Offer(start, tree);
        }

        selection.Take();
        return selection;
    }

    /// <summary>The forms that begin as a text does at a place; null if none does.</summary>
    private FormTree? BeginningAt(string text, int start)
    {
        var beginning = text.AsSpan(start, BeginningLength);
        return known.MayHave(beginning) ? Find(beginning) : null;
    }

    private FormTree? Find(ReadOnlySpan<char> beginning)
    {
        var hash = known.HashOf(beginning);
        if (!known.Has(hash, out var unwritten))
            return null;
        if (unwritten)
            WriteOut(hash);
        return trees.TryGetValue(beginning, out var tree) ? tree : null;
    }

    private void WriteOut(uint hash)
    {
        lock (gate)
        {
            foreach (var (ordinal, origin) in known.Unwritten(hash))
            {
                var (value, secret) = secrets[origin.Secret];
                WriteOut(SecretForms.Write(value, origin.Way), ordinal, secret);
            }

            known.SetWritten(hash);
        }
    }

    private void WriteOut(string text, int ordinal, Secret secret)
    {
        var shared = byText.GetValueOrDefault(text);
        // Most ways of writing leave most values as they are.
        if (shared is not null && shared.Secrets[^1] == secret)
            return;

        var form = byText[text] = shared is null
            ? new KnownForm(text, ordinal, [secret])
            : shared with { Secrets = [.. shared.Secrets, secret] };
        var beginning = text[..BeginningLength];
        byBeginning[beginning] = byBeginning.TryGetValue(beginning, out var tree)
            ? FormTree.Add(tree, text, form)
            : FormTree.Of(text, form);
    }
}

/// <summary>A text that gives secrets away.</summary>
/// <param name="Text">The form itself.</param>
/// <param name="Ordinal">How many forms were known before it.</param>
/// <param name="Secrets">Whose form it is, in the order in which they were learned; the first gives the label.</param>
internal sealed record KnownForm(string Text, int Ordinal, IReadOnlyList<Secret> Secrets)
{
    /// <summary>Longest first; then the one known longest.</summary>
    public static IComparer<KnownForm> Precedence { get; } =
        Comparer<KnownForm>.Create((one, other) => (-one.Text.Length, one.Ordinal).CompareTo((-other.Text.Length, other.Ordinal)));
}
