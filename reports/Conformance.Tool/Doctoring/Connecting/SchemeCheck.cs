namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Does the server speak TLS where the base URL says https, and only there?</summary>
internal sealed class SchemeCheck(FirstRequest request) : ICheck
{
    // What web servers answer where they expected TLS.
    private const int BadRequest = 400;

    public string Subject => "TLS";

    public async Task Look(Visit visit)
    {
        var reply = await request.Reply(visit);
        if (reply.IsRefusedByProxy)
            return;

        if (reply.Url.Scheme == Uri.UriSchemeHttps)
            await LookForPlainHttp(visit, reply);
        else if (reply.HasFailed || reply.Status == BadRequest)
            await LookForTls(visit, reply);
    }

    private async Task LookForPlainHttp(Visit visit, Reply reply)
    {
        if (reply is { HasFailed: true, Certificate: null } && (await request.ReplyByOtherScheme(visit)).Status is not null)
        {
            visit.Obstruct(
                "baseUrl",
                $"{reply.Url.Authority} speaks plain HTTP, and no TLS",
                "write http:// in place of https://, or give the port that the server has for TLS");
        }
    }

    private async Task LookForTls(Visit visit, Reply reply)
    {
        if ((await request.ReplyByOtherScheme(visit)).Certificate is not null)
        {
            visit.Obstruct(
                "baseUrl",
                $"{reply.Url.Authority} speaks TLS, and no plain HTTP",
                "write https:// in place of http://, or give the port that the server has for plain HTTP");
        }
    }
}
