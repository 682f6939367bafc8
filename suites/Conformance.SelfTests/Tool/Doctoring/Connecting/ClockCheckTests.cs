using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Connecting;

/// <summary>A server whose Date is far from the time of this machine.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ClockCheckTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [TestCase(10, "is 600 s ahead of this machine's")]
    [TestCase(-10, "is 600 s behind this machine's")]
    public async Task Names_a_clock_that_is_ten_minutes_off(int minutes, string problem) =>
        (await Examine(Now.AddMinutes(minutes))).ShouldFind("server", problem, "set both by the network (NTP)");

    [TestCase(-50)]
    [TestCase(50)]
    public async Task Bears_a_clock_that_is_less_than_a_minute_off(int seconds) => (await Examine(Now.AddSeconds(seconds))).ShouldBeWell();

    private static async Task<Examined> Examine(DateTimeOffset time)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Time = new StandingTime(time) });
        using var patient = Patient.Of(server);
        return await patient.Examine(Now);
    }
}
