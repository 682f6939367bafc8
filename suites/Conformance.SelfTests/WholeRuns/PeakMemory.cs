using System.Diagnostics;
using System.Globalization;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>How much memory a process, and each that it has started, had at most. Linux only; elsewhere it is 0.</summary>
internal static class PeakMemory
{
    /// <summary>Bytes.</summary>
    public const long Megabyte = 1024 * 1024;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Looks until an end.</summary>
    /// <param name="process">The number of the process.</param>
    /// <param name="end">When to look no more.</param>
    /// <returns>Bytes of the largest of its processes.</returns>
    public static async Task<long> Until(int process, Task end)
    {
        var peak = 0L;
        while (!end.IsCompleted)
        {
            peak = ProcessTree.Below(process).Prepend(process).Select(PeakOf).Append(peak).Max();
            await Task.WhenAny(end, Task.Delay(Look, TimeProvider.System));
        }

        return peak;
    }

    // The most that it has had so far, which Linux tells in kilobytes.
    private static long PeakOf(int id)
    {
        var file = $"/proc/{id}/status";
        try
        {
            return !File.Exists(file)
                ? 0
                : 1024 * File.ReadLines(file)
                    .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                    .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture))
                    .FirstOrDefault();
        }
        catch (IOException)
        {
            // It has ended.
            return 0;
        }
    }
}

/// <summary>Processes that a process has started.</summary>
internal static class ProcessTree
{
    /// <summary>Numbers of those that a process has started, and of those that they have started.</summary>
    public static IReadOnlyList<int> Below(int parent)
    {
        using var list = Process.Start(new ProcessStartInfo("ps", ["-eo", "pid=,ppid="]) { RedirectStandardOutput = true })!;
        var pairs = list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(pair => pair.Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList())
            .Select(pair => (Id: pair[0], Parent: pair[1]))
            .ToList();
        return Descend(parent);

        List<int> Descend(int id) => [.. pairs.Where(pair => pair.Parent == id).SelectMany(pair => Descend(pair.Id).Prepend(pair.Id))];
    }
}
