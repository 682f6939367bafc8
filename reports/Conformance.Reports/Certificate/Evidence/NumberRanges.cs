using System.Globalization;

namespace Conformance.Reports.Certificate.Evidence;

/// <summary>Numbers of exchanges in few words, such as <c>3–7, 12</c>.</summary>
internal static class NumberRanges
{
    private const int MostShown = 40;

    public static string Of(IEnumerable<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers.Distinct().Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last == number - 1)
                ranges[^1] = (ranges[^1].First, number);
            else
                ranges.Add((number, number));
        }

        var shown = string.Join(", ", ranges.Take(MostShown).Select(range => InWords(range.First, range.Last)));
        return ranges.Count <= MostShown ? shown : $"{shown} and others";
    }

    private static string InWords(int first, int last) =>
        first == last ? Number(first) : $"{Number(first)}{(first == last - 1 ? ", " : "–")}{Number(last)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
