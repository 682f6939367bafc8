namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Which versions of HTTP does the server speak? The suite speaks HTTP/1.1.</summary>
internal sealed class HttpVersionCheck(FirstRequest request) : ICheck
{
    public string Subject => "HTTP";

    public async Task Look(Visit visit)
    {
        var reply = await request.Reply(visit);
        if (reply.Status is not null)
        {
            visit.Saw(await AlsoSpeaksHttp2(visit, reply) ? "HTTP/1.1, which the suite speaks, and HTTP/2" : "HTTP/1.1, which the suite speaks");
        }
        else if (reply is { HasFailed: true, IsRefusedByProxy: false } && (await request.ReplyInHttp2(visit)).Status is not null)
        {
            visit.Obstruct(
                Diagnosis.Server,
                $"{reply.Url.Authority} speaks HTTP/2 only",
                "let it speak HTTP/1.1 as well, as the suite does");
        }
    }

    // Without TLS nothing says so before it is tried, and few servers take it well.
    private async Task<bool> AlsoSpeaksHttp2(Visit visit, Reply reply) =>
        reply.Certificate is not null && (await request.ReplyInHttp2(visit)).Status is not null;
}
