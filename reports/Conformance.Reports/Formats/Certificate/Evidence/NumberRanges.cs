using Conformance.Record.Text;

namespace Conformance.Reports.Formats.Certificate.Evidence;

/// <summary>Numbers of exchanges in few words, such as <c>3–7, 12</c>.</summary>
internal static class NumberRanges
{
    private const int MostShown = 40;

    public static string Of(IEnumerable<int> numbers) => string.Concat(Of(numbers, _ => false).Select(part => part.Text));

    /// <summary>The same in parts, in which each number that is a link stands alone.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="isLink">Whether a number is a link.</param>
    public static IEnumerable<(string Text, int? Link)> Of(IEnumerable<int> numbers, Func<int, bool> isLink)
    {
        var ranges = Ranges(numbers, isLink);
        return
        [
            .. ranges.Take(MostShown).SelectMany((range, i) => Part(i == 0 ? "" : ", ", range.First, range.Last, isLink)),
            .. ranges.Count <= MostShown ? Array.Empty<(string, int?)>() : [(" and others", null)],
        ];
    }

    private static List<(int First, int Last)> Ranges(IEnumerable<int> numbers, Func<int, bool> isLink)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers.Distinct().Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last == number - 1 && !isLink(number) && !isLink(number - 1))
                ranges[^1] = (ranges[^1].First, number);
            else
                ranges.Add((number, number));
        }

        return ranges;
    }

    private static IEnumerable<(string Text, int? Link)> Part(string separator, int first, int last, Func<int, bool> isLink) =>
        isLink(first) ? [(separator, null), (Digits.Of(first), first)] : [($"{separator}{InWords(first, last)}", null)];

    private static string InWords(int first, int last) =>
        first == last ? Digits.Of(first) : $"{Digits.Of(first)}{(first == last - 1 ? ", " : "–")}{Digits.Of(last)}";
}
