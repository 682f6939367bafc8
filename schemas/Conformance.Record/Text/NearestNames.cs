namespace Conformance.Record.Text;

/// <summary>What somebody may have meant who wrote a name that does not exist.</summary>
public static class NearestNames
{
    /// <summary>The names that need the fewest edits to become the given one, nearest first.</summary>
    /// <param name="wanted">What was written.</param>
    /// <param name="known">The names that exist.</param>
    /// <param name="most">How many to return at most.</param>
    public static IEnumerable<string> Of(string wanted, IEnumerable<string> known, int most = 3) =>
        known.OrderBy(name => Distance(wanted, name)).ThenBy(name => name, StringComparer.Ordinal).Take(most);

    /// <summary>How many characters must be put in, taken out or replaced (Levenshtein); case does not count.</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < other.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(one[i]) == char.ToUpperInvariant(other[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(diagonal, row[j]) + 1);
            }
        }

        return row[^1];
    }
}
