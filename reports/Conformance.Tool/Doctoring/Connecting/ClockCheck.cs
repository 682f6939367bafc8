namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Do server and machine agree on the time? When tokens expire, and waivers, is judged by both.</summary>
internal sealed class ClockCheck(FirstRequest request) : ICheck
{
    /// <summary>More than any clock that is set by the network is off, and less than tokens live.</summary>
    private static readonly TimeSpan Bearable = TimeSpan.FromMinutes(1);

    // The header tells whole seconds.
    private static readonly TimeSpan HalfASecond = TimeSpan.FromSeconds(0.5);

    public string Subject => "clock";

    public async Task Look(Visit visit)
    {
        var reply = await request.Reply(visit);
        if (reply.Status is null)
            return;

        if (reply.Date is not { } date)
        {
            visit.Saw("not told: the answer has no Date");
            return;
        }

        var ahead = date + HalfASecond - reply.ReadAt;
        if (ahead.Duration() <= Bearable)
        {
            visit.Saw($"the server's is {ahead.Duration().TotalSeconds:0} s off");
            return;
        }

        visit.Find(
            Diagnosis.Server,
            $"its clock is {ahead.Duration().TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} this machine's",
            "set both by the network (NTP): when tokens expire and waivers end is judged by them");
    }
}
