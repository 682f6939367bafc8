using System.Globalization;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// How large a called run of many targets becomes, as many as CONFORMANCE_MANY_TARGETS says, such as 1,10,100; none where it says
/// nothing, since a whole run of each takes minutes.
/// </summary>
public sealed class ManyTargetsTests
{
    private const long Most = 500 * PeakMemory.Megabyte;

    private static readonly TimeSpan Bound = TimeSpan.FromHours(1);

    private static IEnumerable<int> Counts =>
        Environment.GetEnvironmentVariable("CONFORMANCE_MANY_TARGETS") is { } counts
            ? counts.Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))
            : [];

    [TestCaseSource(nameof(Counts))]
    public async Task Targets_are_let_go_when_they_are_finished(int count)
    {
        var folder = Directory.CreateDirectory(Path.Combine(LastRuns.Folder, $"many-{Guid.NewGuid():N}")).FullName;
        var servers = await Task.WhenAll(Enumerable.Range(0, count).Select(Start));
        List<string> files = [];
        foreach (var (number, server) in servers.Index())
        {
            files.Add(Path.Combine(folder, $"t{number}.json"));
            await File.WriteAllTextAsync(files[^1], server.TargetFile($"t{number}"));
        }

        var output = Path.Combine(folder, "out");
        var began = TimeProvider.System.GetTimestamp();
        var (peak, console) = await MeasuredTool.Run(Bound, ["run", .. files, "--output", output]);

        var written = new DirectoryInfo(output).GetFiles("*", SearchOption.AllDirectories);
        await TestContext.Out.WriteLineAsync(
            $"{count} targets: {TimeProvider.System.GetElapsedTime(began)}, peak {peak / PeakMemory.Megabyte} MB, "
            + $"{written.Length} files of {written.Sum(file => file.Length) / PeakMemory.Megabyte} MB in {folder}");
        await TestContext.Out.WriteLineAsync(console[^Math.Min(console.Length, 3000)..]);
        using (new AssertionScope())
        {
            console.Should().StartWith("0, Passed! Failed: 0, ", "what was not tested takes no memory");
            peak.Should().BeLessThan(Most);
            written.Count(file => file.Name == "run.json").Should().Be(count);
        }

        foreach (var server in servers)
            await server.DisposeAsync();
    }

    private static Task<ReferenceServer> Start(int number) =>
        ReferenceServer.Start(number % 2 == 0 ? new MatrixServerOptions() : new KoyebServerOptions());
}
