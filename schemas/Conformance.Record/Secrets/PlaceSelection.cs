namespace Conformance.Record.Secrets;

/// <summary>
/// Which places of a text are masked. Of those that overlap, longer forms go before shorter ones, and those known longer before newer
/// ones. Forms that are too long to be compared at every place go first, from the left; where one begins within another and goes beyond it,
/// what is beyond is masked too.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="shortest">Forms shorter than this, in characters, are passed over.</param>
internal sealed class PlaceSelection(string text, int shortest)
{
    private readonly PriorityQueue<(int Start, FormTree Tree, FormMatch Match), (int Shortness, int Ordinal, int Start)> others = new();
    private readonly List<KnownPlace> places = [];
    private (int End, KnownForm? Form) lastLong;

    /// <summary>The places, in the order of the text; none overlaps another.</summary>
    public IReadOnlyList<KnownPlace> Places => places;

    /// <summary>How many characters were compared with forms.</summary>
    public long Steps { get; private set; }

    /// <summary>
    /// The first place at which anything can matter yet: within a long form only those are looked at from which another one would go
    /// beyond it. So each character is looked at a bounded number of times.
    /// </summary>
    public int Next => lastLong.End - KnownForms.GivesAway + 1;

    /// <summary>Offers what stands at a place, if anything does; places come in the order of the text.</summary>
    public void Offer(int start, FormTree tree) => Offer(start, tree, KnownForms.GivesAway);

    /// <summary>Takes of all that was offered what is masked.</summary>
    public void Take()
    {
        var taken = new bool[others.Count == 0 ? 0 : text.Length];
        foreach (var place in taken.Length == 0 ? [] : places)
            taken.AsSpan(place.Start, place.End - place.Start).Fill(true);

        while (others.TryDequeue(out var offer, out _))
        {
            if (taken[offer.Start])
                continue;

            // What was taken before is no shorter, so it cannot lie between the ends.
            var place = taken.AsSpan(offer.Start, offer.Match.Length);
            if (place[^1])
                Offer(offer.Start, offer.Tree, place.IndexOf(true));
            else
                Take(place, offer.Start, offer.Match.Form!);
        }

        places.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    private void Take(Span<bool> place, int start, KnownForm form)
    {
        place.Fill(true);
        places.Add(new KnownPlace(start, start + place.Length, form));
    }

    private void TakeLong(int start, FormTree tree)
    {
        var match = Look(start, tree, text.Length);
        var (begin, end) = (Math.Max(start, lastLong.End), start + match.Length);
        // One that continues itself, as "aaa…" does, is taken again only behind its end.
        if (end <= begin || (start < begin && match.Form == lastLong.Form))
            return;

        places.Add(new KnownPlace(begin, end, match.Form!));
        lastLong = (end, match.Form);
    }

    private void Offer(int start, FormTree tree, int bound)
    {
        var match = Look(start, tree, bound);
        if (match.Form is null || match.Length < shortest)
            return;

        if (match.Length < KnownForms.GivesAway)
            others.Enqueue((start, tree, match), (-match.Length, match.Form.Ordinal, start));
        else
            TakeLong(start, tree);
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
