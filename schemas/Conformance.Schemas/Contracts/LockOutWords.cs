using System.Text.Json.Nodes;
using Conformance.Schemas.ExchangeChecks;

namespace Conformance.Schemas.Contracts;

/// <summary>How a server says that an account is locked, suspended or deactivated, and not only a token or a password wrong.</summary>
/// <param name="member">The member of the answer that says it.</param>
/// <param name="words">What it says then.</param>
public sealed class LockOutWords(string member, params IReadOnlyList<string> words)
{
    /// <summary>The answer in short, such as <c>401 M_USER_LOCKED</c>; null if it says nothing of the kind.</summary>
    public string? In(ExchangeView exchange) =>
        exchange.Exchange.Response?.Status is 401 or 403
        && exchange.Member(member) is JsonValue value && value.TryGetValue(out string? said) && words.Contains(said)
            ? $"{exchange.Status} {said}"
            : null;
}
