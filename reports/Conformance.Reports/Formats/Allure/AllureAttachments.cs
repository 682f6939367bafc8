using System.Globalization;
using Conformance.Record.Exchanges;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Allure;

/// <summary>
/// The exchanges of one result, each in a file of its own. Allure 3 takes a file that is attached twice, be it by two results,
/// for a missing one.
/// </summary>
internal sealed class AllureAttachments(string resultId)
{
    private readonly SortedDictionary<int, (string Name, Exchange Exchange)> files = [];

    /// <summary>All that were attached so far, each text made when it is asked for.</summary>
    public IEnumerable<(string Name, string Text)> Files => files.Values.Select(file => (file.Name, ExchangeText.Of(file.Exchange)));

    /// <summary>Attaches an exchange where it is told first; empty if it was attached before.</summary>
    public IReadOnlyList<object> Of(Exchange? exchange)
    {
        if (exchange is null || files.ContainsKey(exchange.Number))
            return [];

        var name = $"{ContentId.Uuid("attachment", resultId, exchange.Number.ToString(CultureInfo.InvariantCulture))}-attachment.txt";
        files.Add(exchange.Number, (name, exchange));
        var title = $"{OneLine.Of(ExchangeNames.Asked(exchange))}, {OneLine.Of(ExchangeNames.Answered(exchange))}";
        return
        [
            new { name = string.Create(CultureInfo.InvariantCulture, $"{exchange.Number}: {title}"), source = name, type = "text/plain" },
        ];
    }
}
