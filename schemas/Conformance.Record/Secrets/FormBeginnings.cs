using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Conformance.Record.Secrets;

/// <summary>
/// With which characters the forms of secrets begin, in a few bytes each. Looking is thread-safe and takes the same time however many there
/// are; all else is for one thread at a time.
/// </summary>
internal sealed class FormBeginnings
{
    /// <summary>How many characters are a beginning.</summary>
    public const int Length = SecretVault.ShortestMaskedWithinText;

    // Artefacts have millions of places, few of which begin like a secret: the more bits, the fewer are looked at twice; 64 KB of them are
    // near the processor.
    private const int SeenBits = 19;

    // Nobody outside can know them, so no server can make all of its tokens fall into one bucket.
    private readonly ulong firstFactor = RandomOdd();
    private readonly ulong lastFactor = RandomOdd();
    private readonly ulong mixingFactor = RandomOdd();

    // A bit for each number that the first four characters can have.
    private readonly ulong[] seen = new ulong[(1 << SeenBits) / 64];
    private readonly List<Form> forms = [];

    // Replaced by a larger one when it is full: whoever still looks into the one before finds all that it knew.
    private volatile Table table = new(1024);

    /// <summary>A number that differs for nearly all beginnings that differ.</summary>
    /// <param name="beginning">As many characters as a beginning has.</param>
    public uint HashOf(ReadOnlySpan<char> beginning)
    {
        var bytes = MemoryMarshal.AsBytes(beginning);
        var mixed = (MemoryMarshal.Read<ulong>(bytes) * firstFactor) + (MemoryMarshal.Read<uint>(bytes[sizeof(ulong)..]) * lastFactor);
        // The fourth character has reached the upper bits alone.
        return (uint)(((mixed ^ (mixed >> 32)) * mixingFactor) >> 32);
    }

    /// <summary>Adds a form.</summary>
    /// <param name="text">The characters that it begins with.</param>
    /// <param name="origin">How it can be had.</param>
    public void Add(string text, FormOrigin origin)
    {
        var hash = HashOf(text);
        if (table.Find(hash) is var found and > 0)
        {
            ref var beginning = ref table.Beginnings[found - 1];
            forms.Add(new Form(origin, beginning.Unwritten));
            Volatile.Write(ref beginning.Unwritten, forms.Count);
        }
        else
        {
            if (table.IsFull)
                table = table.Doubled();

            forms.Add(new Form(origin, 0));
            table.Add(hash, forms.Count);
        }

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
    public bool Has(uint hash, out bool unwritten)
    {
        var looked = table;
        var found = looked.Find(hash);
        unwritten = found > 0 && Volatile.Read(ref looked.Beginnings[found - 1].Unwritten) > 0;
        return found > 0;
    }

    /// <summary>The forms that begin in a way and were not written out, in the order in which they were added.</summary>
    public IReadOnlyList<(int Ordinal, FormOrigin Origin)> Unwritten(uint hash)
    {
        List<(int, FormOrigin)> found = [];
        for (var at = table.Beginnings[table.Find(hash) - 1].Unwritten; at > 0; at = forms[at - 1].Before)
            found.Add((at, forms[at - 1].Origin));
        found.Reverse();
        return found;
    }

    /// <summary>Takes note that all forms that begin in a way were written out.</summary>
    public void SetWritten(uint hash) => Volatile.Write(ref table.Beginnings[table.Find(hash) - 1].Unwritten, 0);

    private static ulong RandomOdd() => MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    private uint FirstOf(ReadOnlySpan<char> beginning) =>
        (uint)((MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(beginning)) * firstFactor) >> (64 - SeenBits));

    private readonly record struct Form(FormOrigin Origin, int Before);

    private struct Beginning(uint hash, int before)
    {
        public readonly uint Hash = hash;
        public readonly int Before = before;

        // The last form, counted from one; each leads to the one before it.
        public int Unwritten;
    }

    // As many buckets as beginnings, a power of two.
    private sealed class Table(int size)
    {
        private readonly int shift = 32 - BitOperations.Log2((uint)size);

        // The newest beginning of each bucket, counted from one; each leads to the one before it.
        private readonly int[] newest = new int[size];
        private int count;

        public Beginning[] Beginnings { get; } = new Beginning[size];

        public bool IsFull => count == Beginnings.Length;

        public Table Doubled()
        {
            var larger = new Table(2 * size);
            for (var i = 0; i < count; i++)
                larger.Add(Beginnings[i].Hash, Beginnings[i].Unwritten);
            return larger;
        }

        public void Add(uint hash, int unwritten)
        {
            ref var bucket = ref newest[hash >> shift];
            Beginnings[count] = new Beginning(hash, bucket) { Unwritten = unwritten };
            // Last: whoever finds the beginning may read it.
            Volatile.Write(ref bucket, ++count);
        }

        public int Find(uint hash)
        {
            var at = Volatile.Read(ref newest[hash >> shift]);
            while (at > 0 && Beginnings[at - 1].Hash != hash)
                at = Beginnings[at - 1].Before;
            return at;
        }
    }
}

/// <summary>How a form can be had.</summary>
/// <param name="Secret">The number of the secret, in the order of adding.</param>
/// <param name="Way">The number of the way in which it is written.</param>
internal readonly record struct FormOrigin(int Secret, int Way);
