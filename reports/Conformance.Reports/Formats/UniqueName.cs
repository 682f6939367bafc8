using Conformance.Record.Text;

namespace Conformance.Reports.Formats;

/// <summary>Names that several things would have: the first has it as it is, the others with a number behind it.</summary>
internal static class UniqueName
{
    /// <summary>The name, or what stands for it; taken from now on.</summary>
    public static string Take(HashSet<string> taken, string name)
    {
        var unused = name;
        for (var number = 2; !taken.Add(unused); number++)
            unused = $"{name}-{Digits.Of(number)}";

        return unused;
    }
}
