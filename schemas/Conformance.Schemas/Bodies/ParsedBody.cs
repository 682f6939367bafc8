namespace Conformance.Schemas.Bodies;

/// <summary>
/// A body, parsed when somebody looks at it. Of a long one, which takes many times its length then, memory may be taken back until the next
/// look. Thread-safe.
/// </summary>
/// <param name="text">The body; null for none.</param>
internal sealed class ParsedBody(Func<string?> text)
{
    /// <summary>Characters; what is shorter is parsed once.</summary>
    private const int Short = 2 * 1024;

    private readonly Lock gate = new();
    private JsonBody? kept;
    private WeakReference<JsonBody>? dropped;

    /// <summary>The body as it is read.</summary>
    public JsonBody Value
    {
        get
        {
            lock (gate)
                return kept ?? (dropped is not null && dropped.TryGetTarget(out var known) ? known : Parse());
        }
    }

    private JsonBody Parse()
    {
        var body = text();
        var parsed = JsonBody.Read(body);
        if (body is null or { Length: <= Short })
            kept = parsed;
        else
            dropped = new WeakReference<JsonBody>(parsed);

        return parsed;
    }
}
