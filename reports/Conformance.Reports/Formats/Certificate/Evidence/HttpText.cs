using System.Globalization;
using Conformance.Record.Exchanges;
using Conformance.Reports.Formats.Certificate.Wording;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Certificate.Evidence;

/// <summary>Requests and answers as HTTP writes them, made safe to show.</summary>
internal static class HttpText
{
    public static string Of(RecordedRequest request)
    {
        var head = Head($"{request.Method} {request.Url}", request.Headers);
        var body = request.Body is null ? "" : $"\n\n{Visible.Body(request.Body)}";
        var cut = request.CutFrom is { } whole
            ? string.Create(CultureInfo.InvariantCulture, $"\n… the beginning of {whole} bytes that were sent")
            : "";
        return $"{head}{body}{cut}{NotUtf8(request.IsUtf8)}";
    }

    public static string Of(RecordedResponse response)
    {
        var head = Head(string.Create(CultureInfo.InvariantCulture, $"{response.Status}"), response.Headers);
        var body = response.Body.Length == 0 ? "" : $"\n\n{Visible.Body(response.Body)}";
        return $"{head}{body}{(CutNote.Of(response) is { } cut ? $"\n… {cut}" : "")}{NotUtf8(response.IsUtf8)}";
    }

    private static string Head(string first, IReadOnlyList<Header> headers) =>
        string.Join('\n', [Visible.Line(first), .. headers.Select(header => Visible.Line($"{header.Name}: {header.Value}"))]);

    private static string NotUtf8(bool isUtf8) => isUtf8 ? "" : "\n… not UTF-8: what no text can hold shows as �";
}
