using System.Buffers;
using System.Text;
using Conformance.Record.Exchanges;
using Conformance.Reports.Formats.Certificate.Wording;

namespace Conformance.Reports.Formats.Certificate.Curl;

/// <summary>The command for bash that repeats a request.</summary>
public static class CurlCommand
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\0");

    /// <summary>Why no command would send this very request; null if one does.</summary>
    public static string? WhyNot(RecordedRequest request)
    {
        var lines = string.Concat([request.Method, request.Url, .. request.Headers.Select(header => header.Name + header.Value)]);
        return request.BreaksHttp ? "it breaks HTTP on purpose, which curl would mend"
            : request.CutFrom is not null || Encoding.UTF8.GetByteCount(request.Body ?? "") > Visible.LongestBody
                ? "its body is too long to be shown"
            : !request.IsUtf8 ? "its body is not UTF-8, and so is not recorded byte by byte"
            : lines.AsSpan().ContainsAny(LineBreaks) || (request.Body ?? "").Contains('\0', StringComparison.Ordinal)
                ? "it has characters that no argument of curl can carry"
            : null;
    }

    /// <summary>The command, an option a line. Secrets are variables that the reader sets.</summary>
    public static string Of(RecordedRequest request) => string.Join(" \\\n  ", (IEnumerable<string>)
        [
            $"curl -i {Method(request)} {BashWord.Of(request.Url)}",
            .. Options(request),
            .. request.Headers.Where(header => !IsMadeByCurl(header)).Select(header => $"-H {BashWord.Of(Line(header))}"),
            .. SendsBody(request) && request.Headers.Find("Content-Type") is null ? ["-H 'Content-Type:'"] : Array.Empty<string>(),
            .. SendsBody(request) ? [$"--data-raw {BashWord.Of(request.Body ?? "")}"] : Array.Empty<string>(),
        ]);

    private static string Method(RecordedRequest request) => request.Method == "HEAD" ? "--head" : $"-X {BashWord.Of(request.Method)}";

    private static IEnumerable<string> Options(RecordedRequest request)
    {
        // By default curl tidies paths, reads brackets and braces as patterns, and may speak HTTP/2.
        if (request.Url.Contains("/.", StringComparison.Ordinal))
            yield return "--path-as-is";
        if (request.Url.AsSpan().ContainsAny("[]{}"))
            yield return "--globoff";
        if (request.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            yield return "--http1.1";
    }

    // These methods announce an empty body too.
    private static bool SendsBody(RecordedRequest request) => request.Body is not null || request.Method is "POST" or "PUT" or "PATCH";

    private static bool IsMadeByCurl(Header header) => header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);

    // A colon alone would take the header away.
    private static string Line(Header header) => header.Value.Length == 0 ? $"{header.Name};" : $"{header.Name}: {header.Value}";
}
