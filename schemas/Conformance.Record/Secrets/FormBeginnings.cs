using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Conformance.Record.Secrets;

/// <summary>
/// With which characters the forms of secrets begin, in a few bytes each. Looking is thread-safe; all else is for one thread at a time.
/// </summary>
internal sealed class FormBeginnings
{
    /// <summary>How many characters are a beginning.</summary>
    public const int Length = SecretVault.ShortestMaskedWithinText;

    // Artefacts have millions of places, few of which begin like a secret: the more bits, the fewer are looked at twice; 64 KB of them are
    // near the processor.
    private const int SeenBits = 19;

    private const int BucketBits = 15;

    // Nobody outside can know them, so no server can make all of its tokens fall into one bucket.
    private readonly ulong firstFactor = RandomOdd();
    private readonly ulong lastFactor = RandomOdd();

    // A bit for each number that the first four characters can have.
    private readonly ulong[] seen = new ulong[(1 << SeenBits) / 64];

    // The newest beginning of each bucket, counted from one; each leads to the one before it.
    private readonly int[] newest = new int[1 << BucketBits];
    private readonly GrowingArray<Beginning> beginnings = new();
    private readonly GrowingArray<Form> forms = new();

    /// <summary>A number that differs for nearly all beginnings that differ.</summary>
    /// <param name="beginning">As many characters as a beginning has.</param>
    public ulong HashOf(ReadOnlySpan<char> beginning)
    {
        var bytes = MemoryMarshal.AsBytes(beginning);
        return (MemoryMarshal.Read<ulong>(bytes) * firstFactor) + (MemoryMarshal.Read<uint>(bytes[sizeof(ulong)..]) * lastFactor);
    }

    /// <summary>Adds a form.</summary>
    /// <param name="text">The characters that it begins with.</param>
    /// <param name="origin">How it can be had.</param>
    public void Add(string text, FormOrigin origin)
    {
        var hash = HashOf(text);
        if (Find(hash) is var found and > 0)
        {
            ref var beginning = ref beginnings[found - 1];
            Volatile.Write(ref beginning.Unwritten, forms.Add(new Form(origin, beginning.Unwritten)));
            return;
        }

        ref var bucket = ref newest[BucketOf(hash)];
        // Last: whoever finds the beginning may read it.
        Volatile.Write(ref bucket, beginnings.Add(new Beginning(CheckOf(hash), bucket) { Unwritten = forms.Add(new Form(origin, 0)) }));
        var first = FirstOf(text);
        Volatile.Write(ref seen[first / 64], seen[first / 64] | (1UL << (int)(first % 64)));
    }

    /// <summary>Whether it is worth looking whether forms begin so.</summary>
    /// <param name="beginning">As many characters as a beginning has.</param>
    public bool MayHave(ReadOnlySpan<char> beginning)
    {
        var first = FirstOf(beginning);
        return ((seen[first / 64] >> (int)(first % 64)) & 1) != 0;
    }

    /// <summary>Whether forms begin in a way; true also if something else has the same number, which is next to never.</summary>
    /// <param name="hash">The number of the beginning.</param>
    /// <param name="unwritten">Whether some of them were not written out yet.</param>
    public bool Has(ulong hash, out bool unwritten)
    {
        var found = Find(hash);
        unwritten = found > 0 && Volatile.Read(ref beginnings[found - 1].Unwritten) > 0;
        return found > 0;
    }

    /// <summary>The forms that begin in a way and were not written out, in the order in which they were added.</summary>
    public IReadOnlyList<(int Ordinal, FormOrigin Origin)> Unwritten(ulong hash)
    {
        List<(int, FormOrigin)> found = [];
        for (var at = beginnings[Find(hash) - 1].Unwritten; at > 0; at = forms[at - 1].Before)
            found.Add((at, forms[at - 1].Origin));
        found.Reverse();
        return found;
    }

    /// <summary>Takes note that all forms that begin in a way were written out.</summary>
    public void SetWritten(ulong hash) => Volatile.Write(ref beginnings[Find(hash) - 1].Unwritten, 0);

    private uint FirstOf(ReadOnlySpan<char> beginning) =>
        (uint)((MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(beginning)) * firstFactor) >> (64 - SeenBits));

    private static int BucketOf(ulong hash) => (int)(hash >> (64 - BucketBits));

    // Other bits than those of the bucket, but no low ones, which few characters of the beginning decide.
    private static uint CheckOf(ulong hash) => (uint)(hash >> 15);

    private static ulong RandomOdd() => MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    private int Find(ulong hash)
    {
        var at = Volatile.Read(ref newest[BucketOf(hash)]);
        while (at > 0 && beginnings[at - 1].Check != CheckOf(hash))
            at = beginnings[at - 1].Before;
        return at;
    }

    private struct Beginning(uint check, int before)
    {
        public readonly uint Check = check;
        public readonly int Before = before;

        // The last one, counted from one; each leads to the one before it.
        public int Unwritten;
    }

    private readonly record struct Form(FormOrigin Origin, int Before);
}

/// <summary>How a form can be had.</summary>
/// <param name="Secret">The number of the secret, in the order of adding.</param>
/// <param name="Way">The number of the way in which it is written.</param>
internal readonly record struct FormOrigin(int Secret, int Way);
