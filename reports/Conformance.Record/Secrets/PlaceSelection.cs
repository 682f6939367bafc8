namespace Conformance.Record.Secrets;

/// <summary>Of places that overlap, one is masked and the others are not looked at again: longer forms go before shorter ones, and those known longer before newer ones.</summary>
/// <param name="text">The text.</param>
/// <param name="shortest">Forms shorter than this, in characters, are passed over.</param>
internal sealed class PlaceSelection(string text, int shortest)
{
    private readonly PriorityQueue<(int Start, FormTree Tree, FormMatch Match), (int Shortness, int Ordinal, int Start)> offered = new();
    private readonly List<KnownPlace> places = [];

    /// <summary>The places, in the order of the text.</summary>
    public IReadOnlyList<KnownPlace> Places => places;

    /// <summary>How many characters were compared with forms.</summary>
    public long Steps { get; private set; }

    /// <summary>Offers what stands at a place, if anything does.</summary>
    public void Offer(int start, FormTree tree) => Offer(start, tree, KnownForms.GivesAway);

    /// <summary>Takes of all that was offered what does not overlap.</summary>
    public void Take()
    {
        var taken = new bool[offered.Count == 0 ? 0 : text.Length];
        while (offered.TryDequeue(out var offer, out _))
        {
            if (taken[offer.Start])
                continue;

            // Of longer forms only the beginning was looked at; here the rest is looked at once, because it is taken then.
            var match = offer.Match.Length < KnownForms.GivesAway ? offer.Match : Look(offer.Start, offer.Tree, text.Length);
            var place = taken.AsSpan(offer.Start, match.Length);
            // What was taken before is no shorter, so it cannot lie between the ends.
            if (place[^1])
            {
                Offer(offer.Start, offer.Tree, place.IndexOf(true));
                continue;
            }

            place.Fill(true);
            places.Add(new KnownPlace(offer.Start, offer.Start + match.Length, match.Form!));
        }

        places.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    private void Offer(int start, FormTree tree, int bound)
    {
        if (Look(start, tree, bound) is { Form: not null } match && match.Length >= shortest)
            offered.Enqueue((start, tree, match), (-match.Length, match.Form.Ordinal, start));
    }

    private FormMatch Look(int start, FormTree tree, int bound)
    {
        var match = tree.Match(text.AsSpan(start), bound);
        Steps += match.Compared;
        return match;
    }
}

/// <summary>Where a form stands in a text: from its first character to the first one behind it.</summary>
internal readonly record struct KnownPlace(int Start, int End, KnownForm Form);
