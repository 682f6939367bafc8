using System.Globalization;
using System.Text;
using Conformance.Record.Exchanges;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Allure;

/// <summary>An exchange as text, for people who want to see what went over the wire. Secrets are labels in it, as in the record.</summary>
internal static class ExchangeText
{
    public static string Of(Exchange exchange)
    {
        var text = new StringBuilder();
        var fresh = exchange.FreshConnection ? ", on a fresh connection" : "";
        Line(
            text,
            string.Create(
                CultureInfo.InvariantCulture,
                $"# Exchange {exchange.Number}: {ExchangeNames.Asked(exchange)}, {exchange.Milliseconds:0} ms{fresh}"));
        Line(text, $"{exchange.Request.Method} {exchange.Request.Url}");
        Message(text, exchange.Request.Headers, exchange.Request.Body ?? "");
        if (exchange.Request.CutFrom is { } bytes)
            Line(text, string.Create(CultureInfo.InvariantCulture, $"# the beginning of {bytes} bytes"));

        Line(text, "");
        if (exchange.Response is not { } response)
            return Line(text, $"# {ExchangeNames.Answered(exchange)}").ToString();

        Line(text, response.Status.ToString(CultureInfo.InvariantCulture));
        Message(text, response.Headers, response.Body);
        if (CutNote.Of(response) is { } cut)
            Line(text, $"# {cut}");

        return text.ToString();
    }

    private static void Message(StringBuilder text, IReadOnlyList<Header> headers, string body)
    {
        foreach (var header in headers)
            Line(text, $"{header.Name}: {header.Value}");

        if (body.Length == 0)
            return;

        Line(text, "");
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n'))
            Line(text, line);
    }

    private static StringBuilder Line(StringBuilder text, string line) => text.Append(OneLine.Of(line, longest: int.MaxValue)).Append('\n');
}
