using System.Net;

namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Does the server speak the version of HTTP that the target file names?</summary>
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

        var asked = visit.Settings.HttpVersion;
        var other = asked == HttpVersion.Version11 ? HttpVersion.Version20 : HttpVersion.Version11;
        var isRefused = reply.HasFailed || reply.Status == BadRequest;
        // Without TLS nothing tells whether a server speaks HTTP/2 before it is tried, and few take it well.
        var speaksOther = (isRefused || reply.Certificate is not null)
            && (await request.ReplyIn(other, visit)).Status is not null and not BadRequest;
        if (isRefused && speaksOther)
        {
            visit.Obstruct(
                "httpVersion",
                $"{reply.Url.Authority} speaks {Named(other)} only",
                other == HttpVersion.Version20 ? "set httpVersion to \"2\"" : "remove httpVersion, or set it to \"1.1\"");
        }
        else if (!reply.HasFailed)
        {
            visit.Saw($"{Named(asked)}, in which it is asked{(speaksOther ? $", and {Named(other)}" : "")}");
        }
    }

    private static string Named(Version version) => version == HttpVersion.Version11 ? "HTTP/1.1" : "HTTP/2";
}
