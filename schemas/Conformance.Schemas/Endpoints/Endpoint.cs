namespace Conformance.Schemas.Endpoints;

/// <summary>An endpoint of a contract: method and path without version prefix, placeholders in braces.</summary>
public sealed record Endpoint(string Method, string Path)
{
    /// <summary>
    /// What stands before the path whatever the target file says, such as
    /// <c>/_matrix/client/v1</c>; null for the target's prefix.
    /// </summary>
    public string? Prefix { get; init; }

    /// <summary>Whether it asks for an access token.</summary>
    public bool NeedsToken { get; init; }

    /// <summary>Whether what it asks for can be shown by user-interactive authentication too, and the access token left out.</summary>
    public bool TokenIsOptional { get; init; }

    /// <summary>
    /// Whether it asks for user-interactive authentication. A server that has left that to its OAuth 2.0 API may not have it.
    /// </summary>
    public bool IsInteractive { get; init; }

    /// <summary>The edition that brought it, such as <c>v1.3</c>; null if it is as old as the rest of the contract.</summary>
    public string? Since { get; init; }

    /// <summary>The last edition that has it, such as <c>s21</c>; null if none has dropped it.</summary>
    public string? Until { get; init; }

    /// <summary>What a call with a valid token does.</summary>
    public Effect Effect { get; init; }

    /// <summary>The capability without which a server need not have it; null if every server must.</summary>
    public string? Capability { get; init; }

    /// <summary>Whether its success answer hands out a token, so that whatever looks like one in it is taken for a secret.</summary>
    public bool IssuesTokens { get; init; }

    /// <summary>
    /// Where its request can name the session that it opens, as a JSON Pointer, so that it can be found without the answer; null for
    /// nowhere.
    /// </summary>
    public string? SessionName { get; init; }

    /// <summary>Whether it makes something that outlives the session, and whose name only the answer tells.</summary>
    public bool Creates { get; init; }

    /// <summary>Name of the schema of its success answer; null if it has none.</summary>
    public string? ResponseSchema { get; init; }

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>What a call may change, and so where a probe may use it.</summary>
public enum Effect
{
    /// <summary>Nothing: it can be called as often as a probe likes.</summary>
    None,

    /// <summary>Ends a session: a probe with a token that should be dead calls it last.</summary>
    EndsSessions,

    /// <summary>Creates or changes something else.</summary>
    Writes,
}
