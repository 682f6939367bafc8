using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Schemas.Endpoints;

namespace Conformance.Tool.Doctoring.Matrix;

/// <summary>Where the homeserver is that should have answered: a redirection says so, or the document for clients of its domain.</summary>
internal static class ServerElsewhere
{
    private const string WellKnown = "/.well-known/matrix/client";

    /// <summary>Its base URL, as the server says; null if nothing says so. It is shown, and never asked.</summary>
    public static async Task<string?> In(MatrixClient client, Answer answer)
    {
        var path = MatrixEndpoints.Versions.Prefix + MatrixEndpoints.Versions.Path;
        var redirection = answer.Status is >= 300 and < 400 ? answer.Header("Location") : null;
        if (redirection?.EndsWith(path, StringComparison.Ordinal) is true)
            return redirection[..^path.Length];

        try
        {
            return (await client.Ask(MatrixEndpoints.Versions, WellKnown)).Text("/m.homeserver/base_url")?.TrimEnd('/');
        }
        catch (ControlFailedException)
        {
            // That nobody knows where it is, is no finding of its own.
            return null;
        }
    }
}
