using System.Diagnostics;
using System.Globalization;

namespace Conformance.Suites.Wiring;

/// <summary>
/// The <c>dotnet</c> processes that this one was started by, up to the one that the operator called. When one of them dies, nobody waits
/// for the run any more: <c>dotnet test</c> that is killed leaves its test host behind.
/// </summary>
internal static class Ancestors
{
    private const string Runtime = "dotnet";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Ends when one of them has died; never where the system does not tell who they are.</summary>
    public static async Task Death()
    {
        var pairs = Chain().ToList();
        if (IsOrphan(pairs))
            return;

        using var timer = new PeriodicTimer(Interval);
        while (pairs.TrueForAll(pair => ParentOf(pair.Child) == pair.Parent))
            await timer.WaitForNextTickAsync();
    }

    /// <summary>How they were called; empty where the system does not tell.</summary>
    public static IReadOnlyList<string> CommandLines()
    {
        try
        {
            return [.. Chain().Select(pair => File.ReadAllText($"/proc/{pair.Parent}/cmdline"))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // The process that was called has died before this one could look: its child, whose variables it has set, is with the first process
    // now.
    private static bool IsOrphan(List<(int Child, int Parent)> pairs) =>
        pairs is [var (_, runner)] && ParentOf(runner) == 1 && Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is not null;

    // A process whose parent dies gets another one, even where nobody has noticed the death yet.
    private static IEnumerable<(int Child, int Parent)> Chain()
    {
        for (var child = Environment.ProcessId; ParentOf(child) is { } parent && NameOf(parent) == Runtime; child = parent)
            yield return (child, parent);
    }

    private static int? ParentOf(int process) =>
        Fields(process) is { } fields && int.TryParse(fields[1], CultureInfo.InvariantCulture, out var parent) ? parent : null;

    private static string? NameOf(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return found.ProcessName;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    // Behind the name, which may have anything in it, come state and parent.
    private static string[]? Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
