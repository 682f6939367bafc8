namespace Conformance.Schemas.Requirements;

/// <summary>What somebody may have meant who wrote an id that does not exist.</summary>
internal static class NearestIds
{
    private const int Suggested = 3;

    /// <summary>The ids that need the fewest edits to become the given one, nearest first, at most three.</summary>
    internal static IEnumerable<string> To(string id, IEnumerable<string> known) =>
        known.OrderBy(candidate => Edits(id, candidate)).ThenBy(candidate => candidate, StringComparer.Ordinal).Take(Suggested);

    // Levenshtein's distance, one row at a time; ids differ in case by mistake only.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(from[i - 1]) == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
