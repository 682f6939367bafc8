using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Conformance.Record.Secrets;

/// <summary>
/// The forms of all secrets of a run. Looking through a text costs time that grows with the text, however many secrets there
/// are. Finding is thread-safe; adding is for one thread at a time.
/// </summary>
internal sealed class KnownForms
{
    private const int BeginningLength = SecretVault.ShortestMaskedWithinText;

    private const int HashBits = 16;

    private readonly ConcurrentDictionary<string, KnownForm> byText = new(StringComparer.Ordinal);

    // By the first characters of forms, because few places of a text begin like a secret; by length and not form by form,
    // because all tokens of a user may begin alike.
    private readonly ConcurrentDictionary<string, int[]> lengthsByBeginning = new(StringComparer.Ordinal);

    // By a hash of the first four characters, whether any form begins so: artefacts have millions of places, and a look into
    // the dictionary for each took a twelfth of the processor time of a run.
    private readonly bool[] mayBegin = new bool[1 << HashBits];
    private int count;

    /// <summary>Adds a form; one that is too short to be told apart within a text is passed over.</summary>
    public void Add(string text, Secret secret)
    {
        if (text.Length < BeginningLength)
            return;

        byText[text] = byText.TryGetValue(text, out var shared)
            ? shared with { Secrets = [.. shared.Secrets, secret] }
            : new KnownForm(text, count++, [secret]);

        var beginning = text[..BeginningLength];
        var lengths = lengthsByBeginning.GetValueOrDefault(beginning, []);
        if (!lengths.Contains(text.Length))
            lengthsByBeginning[beginning] = [.. lengths, text.Length];
        Volatile.Write(ref mayBegin[HashOf(beginning)], true);
    }

    /// <summary>Every place of a text at which a form stands, those within and across others included.</summary>
    public IEnumerable<KnownPlace> FindIn(string text)
    {
        var beginnings = lengthsByBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start <= text.Length - BeginningLength; start++)
        {
            var beginning = text.AsSpan(start, BeginningLength);
            if (!mayBegin[HashOf(beginning)] || !beginnings.TryGetValue(beginning, out var lengths))
                continue;

            foreach (var place in PlacesAt(text, start, lengths))
                yield return place;
        }
    }

    // Multiplied with the golden ratio, which spreads texts that are much alike; the upper bits are the best spread ones.
    private static int HashOf(ReadOnlySpan<char> beginning) =>
        (int)((MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(beginning)) * 0x9E3779B97F4A7C15) >> (64 - HashBits));

    private IEnumerable<KnownPlace> PlacesAt(string text, int start, int[] lengths)
    {
        var forms = byText.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in lengths)
        {
            if (length <= text.Length - start && forms.TryGetValue(text.AsSpan(start, length), out var form))
                yield return new KnownPlace(start, form);
        }
    }
}

/// <summary>A text that gives secrets away.</summary>
/// <param name="Text">The form itself.</param>
/// <param name="Ordinal">How many forms were known before it.</param>
/// <param name="Secrets">Whose form it is, in the order in which they were learned; the first gives the label.</param>
internal sealed record KnownForm(string Text, int Ordinal, IReadOnlyList<Secret> Secrets)
{
    /// <summary>Longest first, because a secret may be the beginning of another one; then the one known longest.</summary>
    public static IComparer<KnownForm> Precedence { get; } =
        Comparer<KnownForm>.Create((one, other) => (-one.Text.Length, one.Ordinal).CompareTo((-other.Text.Length, other.Ordinal)));
}

/// <summary>Where a form stands in a text.</summary>
internal readonly record struct KnownPlace(int Start, KnownForm Form)
{
    /// <summary>The first character behind it.</summary>
    public int End => Start + Form.Text.Length;
}
