using System.Net;

namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>What came of a request.</summary>
/// <param name="Url">What was asked.</param>
/// <param name="Certificate">What the server showed of itself; null where it showed nothing.</param>
internal sealed record Reply(Uri Url, PresentedCertificate? Certificate)
{
    /// <summary>HTTP status; null if there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>What the server takes the time to be; null if it did not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>What this machine took the time to be, in the middle of the exchange.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>Whether nothing came in time.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Why there was no answer; null if there was one, or nothing came.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether something came that is no answer.</summary>
    public bool HasFailed => Failure is not null;

    /// <summary>Whether it was the proxy that refused.</summary>
    public bool IsRefusedByProxy => Failure is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError };

    /// <summary>What the proxy answered; null if it did not say.</summary>
    public HttpStatusCode? StatusOfProxy => (Failure as HttpRequestException)?.StatusCode;
}
