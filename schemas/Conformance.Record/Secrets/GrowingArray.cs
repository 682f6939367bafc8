namespace Conformance.Record.Secrets;

/// <summary>
/// Values in the order of adding. What was added before can be read by any thread; adding and changing is for one at a time.
/// </summary>
internal sealed class GrowingArray<T>
    where T : struct
{
    // Replaced when it is full: whoever still reads the one before finds all that was in it.
    private volatile T[] values = new T[64];
    private int count;

    /// <summary>The value in a place.</summary>
    public ref T this[int index] => ref values[index];

    /// <summary>Adds a value, and returns how many there are now.</summary>
    public int Add(T value)
    {
        if (count == values.Length)
        {
            var larger = new T[2 * count];
            values.CopyTo(larger, 0);
            values = larger;
        }

        values[count] = value;
        return ++count;
    }
}
