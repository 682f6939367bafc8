namespace Conformance.Schemas.Editions;

/// <summary>The editions that a server claims, as the one text that a run record has of them.</summary>
public static class EditionList
{
    private const string Separator = ", ";

    /// <summary>The text of some editions.</summary>
    public static string Join(IEnumerable<string> editions) =>
        // Servers advertise what they like: one text must not come back as two.
        string.Join(Separator, editions.Select(edition => edition.Replace(',', ';')));

    /// <summary>The editions that a text was made of.</summary>
    public static IReadOnlyCollection<string> Split(string text) => text.Split(Separator);
}
