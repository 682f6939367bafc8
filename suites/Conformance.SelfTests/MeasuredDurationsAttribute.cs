using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

[assembly: Conformance.SelfTests.MeasuredDurations]

namespace Conformance.SelfTests;

/// <summary>
/// Where CONFORMANCE_DURATIONS names a file, a line for each test: its class, and in seconds its duration, the processor time of
/// this process and that of child processes which ended meanwhile. Says something only where one test runs at a time, as
/// <c>benchmarks/durations</c> lets them.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MeasuredDurationsAttribute : Attribute, ITestAction
{
    private static readonly string? File = Environment.GetEnvironmentVariable("CONFORMANCE_DURATIONS");

    private static readonly Lock Gate = new();

    private readonly ConcurrentDictionary<string, (long Begun, TimeSpan Own, double Children)> begun = new(StringComparer.Ordinal);

    public ActionTargets Targets => File is null ? ActionTargets.Default : ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        if (File is not null)
            begun[test.Id] = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, OfChildren());
    }

    public void AfterTest(ITest test)
    {
        if (File is null || !begun.TryRemove(test.Id, out var before))
            return;

        var own = Environment.CpuUsage.TotalTime - before.Own;
        var all = Stopwatch.GetElapsedTime(before.Begun);
        var ofChildren = OfChildren() - before.Children;
        var line =
            string.Create(
                CultureInfo.InvariantCulture,
                $"{test.ClassName}\t{all.TotalSeconds:0.000}\t{own.TotalSeconds:0.000}\t{ofChildren:0.000}\n");
        lock (Gate)
            System.IO.File.AppendAllText(File, line);
    }

    // Seconds, as Linux counts them in hundredths; no other system tells of children that are gone.
    private static double OfChildren() => !System.IO.File.Exists("/proc/self/stat")
        ? 0
        : System.IO.File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ')[14..16].Sum(
            ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / 100;
}
