using System.Net;
using System.Net.Security;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Targets;

namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>
/// A read without credentials, over the connection that a run would have: what comes of it tells how the server is reached. It shows
/// the certificate of a server, and trusts none that a run would not trust.
/// </summary>
/// <param name="path">What is read, below the base URL.</param>
internal sealed class FirstRequest(string path)
{
    private Task<Reply>? first;

    /// <summary>What came of the request as a run would send it; it is sent once.</summary>
    public Task<Reply> Reply(Visit visit) => first ??= Send(visit, UrlOf(visit.Settings), visit.Settings.HttpVersion);

    /// <summary>Sends it in a version of HTTP, in which the server has to answer.</summary>
    public Task<Reply> ReplyIn(Version version, Visit visit) => Send(visit, UrlOf(visit.Settings), version);

    /// <summary>Sends it by the other scheme to the same place.</summary>
    public Task<Reply> ReplyByOtherScheme(Visit visit)
    {
        var url = UrlOf(visit.Settings);
        // The port is that of the old scheme, named or not.
        var other = new UriBuilder(url)
        {
            Scheme = url.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeHttp : Uri.UriSchemeHttps,
            Port = url.Port,
        };
        return Send(visit, other.Uri, HttpVersion.Version11);
    }

    private static async Task<Reply> Send(Visit visit, Uri url, Version version)
    {
        PresentedCertificate? presented = null;
        var time = visit.Target.Time;
        using var bound = visit.Bound();
        using var identity = Identity.Of(visit.Settings);
        using var handler = Wire.CreateHandler(visit.Settings, identity, freshConnections: true, mostConnections: 1);
        // It writes HTTP/1.1 only.
        handler.PlaintextStreamFilter = null;
        handler.SslOptions.RemoteCertificateValidationCallback = (connection, certificate, chain, errors) =>
        {
            presented = PresentedCertificate.Of(connection, certificate, chain, errors);
            return errors is SslPolicyErrors.None;
        };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, url)
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var sent = time.GetUtcNow();
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bound.Token);
            return new(url, presented)
            {
                Status = (int)response.StatusCode,
                Date = response.Headers.Date,
                ReadAt = sent + ((time.GetUtcNow() - sent) / 2),
            };
        }
        catch (OperationCanceledException)
        {
            return new(url, presented) { IsSilent = true };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(url, presented) { Failure = e };
        }
    }

    private Uri UrlOf(TargetSettings settings) => new(settings.BaseUrl + path);
}
