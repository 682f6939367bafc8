using Conformance.Record.Exchanges;
using Conformance.Record.Runs;

namespace Conformance.Reports.Verification;

/// <summary>
/// Every request of a run went to its target: a record of one server cannot be passed off as one of another by its name alone.
/// </summary>
internal static class AddressCheck
{
    public static IEnumerable<Contradiction> Contradictions(RunRecord record) =>
        from exchange in RecordedExchanges.Of(record)
        where !IsAt(exchange.Request, record.Target.BaseUrl) && !record.Target.FurtherBaseUrls.Any(node => IsAt(exchange.Request, node))
        select new Contradiction(
            $"exchange {exchange.Number}",
            $"went to {JsonText.Shown(exchange.Request.Url)}, which is not below target/baseUrl {JsonText.Shown(record.Target.BaseUrl)}"
            + (record.Target.FurtherBaseUrls.Count == 0 ? "" : ", nor below target/furtherBaseUrls"));

    private static bool IsAt(RecordedRequest request, string baseUrl) =>
        BeginsWith(request.Url, baseUrl) || IsAtAsUrl(request, baseUrl);

    private static bool BeginsWith(string url, string baseUrl) =>
        url.StartsWith(baseUrl, StringComparison.Ordinal) && (url.Length == baseUrl.Length || url[baseUrl.Length] is '/' or '?');

    // HTTP libraries tidy up what they send: the case of a host, a port that goes without saying.
    private static bool IsAtAsUrl(RecordedRequest request, string baseUrl)
    {
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var target) || !Uri.TryCreate(request.Url, UriKind.Absolute, out var url))
            return false;

        // What breaks HTTP is sent as it is, below no path; and plain HTTP is asked at the same host by another scheme and port.
        return url.IdnHost == target.IdnHost
            && (request.BreaksHttp || (url.Scheme == target.Scheme
                && url.Port == target.Port
                && BeginsWith(url.PathAndQuery, target.AbsolutePath.TrimEnd('/'))));
    }
}
