namespace Conformance.Record.Secrets;

/// <summary>Of places that overlap, one is masked and the others are not looked at again.</summary>
internal static class PlaceSelection
{
    /// <summary>The places to mask, in the order of the text: longer forms go before shorter ones, and earlier places before later ones.</summary>
    public static IReadOnlyList<KnownPlace> WithoutOverlap(this IEnumerable<KnownPlace> places, int textLength)
    {
        var candidates = places.OrderBy(place => place.Form, KnownForm.Precedence).ThenBy(place => place.Start).ToList();
        if (candidates.Count == 0)
            return [];

        var taken = new bool[textLength];
        return [.. candidates.Where(place => Take(place, taken)).OrderBy(place => place.Start)];
    }

    private static bool Take(KnownPlace place, bool[] taken)
    {
        // What was taken before is no shorter, so it cannot lie between the ends.
        if (taken[place.Start] || taken[place.End - 1])
            return false;

        taken.AsSpan(place.Start, place.End - place.Start).Fill(true);
        return true;
    }
}
