using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Conformance.SelfTests.Fixtures;

/// <summary>Locks, when it is on, whoever logged in before, and counts the requests that are refused for it.</summary>
/// <param name="member">The member of answers that holds a token.</param>
/// <param name="status">What the refusals answer.</param>
/// <param name="body">Their body.</param>
/// <param name="user">Whom alone it locks, as answers and logins name him; null for everybody.</param>
internal sealed class AccountLock(string member, int status, object body, string? user = null)
{
    private readonly ConcurrentDictionary<string, byte> tokens = new(StringComparer.Ordinal);
    private int count;

    public bool IsOn { get; set; }

    /// <summary>How many requests it has refused.</summary>
    public int Count => count;

    /// <summary>Answers a request that a gateway got.</summary>
    public async Task Answer(HttpContext context, RequestDelegate next)
    {
        var sent = $"{await Gateway.BodyOf(context.Request)} {context.Request.Headers.Authorization} {context.Request.QueryString}";
        if (!IsOn)
        {
            await Gateway.Rewrite(context, next, Remember);
        }
        else if (IsLogin(sent) || tokens.Keys.Any(token => sent.Contains(token, StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref count);
            context.Response.StatusCode = status;
            await context.Response.WriteAsJsonAsync(body);
        }
        else
        {
            await next(context);
        }
    }

    private bool IsLogin(string sent) =>
        user is not null
        && sent.Contains("m.login.password", StringComparison.Ordinal)
        && sent.Contains($"\"{user}\"", StringComparison.Ordinal);

    private string Remember(string answer)
    {
        var parts = answer.Split('"');
        if (user is null || answer.Contains($"@{user}:", StringComparison.Ordinal))
        {
            foreach (var (index, _) in parts.Index().Where(part => part.Item == member))
                tokens[parts[index + 2]] = 0;
        }

        return answer;
    }
}
