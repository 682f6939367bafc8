using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Conformance.Record.Secrets;

/// <summary>
/// The forms of all secrets of a run. Looking through a text costs time that grows with the text, however many secrets there
/// are and however long; learning one costs time that grows with it. Finding is thread-safe; adding is for one thread at a time.
/// </summary>
internal sealed class KnownForms
{
    /// <summary>
    /// Characters. Whoever reads so many of a longer secret has it as good as whole; comparing more at each place of a text would let a
    /// server whose tokens repeat themselves keep the suite busy for as long as it likes.
    /// </summary>
    public const int GivesAway = 512;

    private const int BeginningLength = SecretVault.ShortestMaskedWithinText;

    private const int HashBits = 18;

    private readonly ConcurrentDictionary<string, KnownForm> byText = new(StringComparer.Ordinal);

    // By the first characters of forms, because few places of a text begin like a secret.
    private readonly ConcurrentDictionary<string, FormTree> byBeginning = new(StringComparer.Ordinal);

    // By a hash of the first four characters, whether any form begins so: artefacts have millions of places, and a look into
    // the dictionary for each took a twelfth of the processor time of a run.
    private readonly bool[] mayBegin = new bool[1 << HashBits];
    private readonly ConcurrentDictionary<string, FormTree>.AlternateLookup<ReadOnlySpan<char>> beginnings;
    private int count;

    public KnownForms() => beginnings = byBeginning.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a form; one that is too short to be told apart within a text is passed over.</summary>
    public void Add(string text, Secret secret)
    {
        if (text.Length < BeginningLength)
            return;

        var form = byText[text] = byText.TryGetValue(text, out var shared)
            ? shared with { Secrets = [.. shared.Secrets, secret] }
            : new KnownForm(text, count++, [secret]);

        var beginning = text[..BeginningLength];
        byBeginning[beginning] = byBeginning.TryGetValue(beginning, out var tree)
            ? FormTree.Add(tree, text, form)
            : FormTree.Of(text, form);
        Volatile.Write(ref mayBegin[HashOf(beginning)], true);
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
        return mayBegin[HashOf(beginning)] && beginnings.TryGetValue(beginning, out var tree) ? tree : null;
    }

    // Multiplied with the golden ratio, which spreads texts that are much alike; the upper bits are the best spread ones.
    private static int HashOf(ReadOnlySpan<char> beginning) =>
        (int)((MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(beginning)) * 0x9E3779B97F4A7C15) >> (64 - HashBits));
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
