using Conformance.Fixtures.Http;

namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Does the server answer at all, and in HTTP?</summary>
internal sealed class AnswerCheck(FirstRequest request) : ICheck
{
    public string Subject => "HTTP";

    public async Task Look(Visit visit)
    {
        var reply = await request.Reply(visit);
        if (reply.IsRefusedByProxy)
        {
            visit.Obstruct(
                "proxy",
                $"the proxy does not connect to {reply.Url.Authority}: it answered {(int?)reply.StatusOfProxy}",
                "let it connect there, correct baseUrl, or name another proxy");
        }
        else if (reply.IsSilent)
        {
            visit.Obstruct(
                "baseUrl",
                $"{reply.Url.Authority} gives no answer within {visit.Settings.Tolerances.RequestTimeout.TotalSeconds:0.#} s",
                "give the URL of the server; if it is as slow as that, raise tolerances.requestTimeoutSeconds");
        }
        else if (reply.Failure is { } failure)
        {
            var told = WireFailure.Describe(failure, reply.Url, visit.Settings.HttpVersion);
            visit.Obstruct("baseUrl", told, "give the URL of a server that speaks HTTP");
        }
    }
}
