namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Which versions of HTTP does the server speak? The suite speaks HTTP/1.1.</summary>
internal sealed class HttpVersionCheck(FirstRequest request) : ICheck
{
    // What some servers answer, in HTTP/1.1, to whoever should have spoken HTTP/2.
    private const int BadRequest = 400;

    public string Subject => "HTTP";

    public async Task Look(Visit visit)
    {
        var reply = await request.Reply(visit);
        if (reply.IsRefusedByProxy || reply.IsSilent)
            return;

        var isRefused = reply.HasFailed || reply.Status == BadRequest;
        // Without TLS nothing tells whether a server speaks HTTP/2 before it is tried, and few take it well.
        var speaksHttp2 = (isRefused || reply.Certificate is not null)
            && (await request.ReplyInHttp2(visit)).Status is not null and not BadRequest;
        if (isRefused && speaksHttp2)
        {
            visit.Obstruct(
                Diagnosis.Server, $"{reply.Url.Authority} speaks HTTP/2 only", "let it speak HTTP/1.1 as well, as the suite does");
        }
        else if (!reply.HasFailed)
        {
            visit.Saw(speaksHttp2 ? "HTTP/1.1, which the suite speaks, and HTTP/2" : "HTTP/1.1, which the suite speaks");
        }
    }
}
