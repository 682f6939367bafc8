using System.Globalization;
using Conformance.Record.Exchanges;
using Conformance.Reports.Text;

namespace Conformance.Reports.Machine.Allure;

/// <summary>The exchanges that results attach, each in one file however often it is attached.</summary>
internal sealed class AllureAttachments(string runId)
{
    private readonly SortedDictionary<int, (string Name, string Text)> files = [];

    /// <summary>All that were attached so far.</summary>
    public IEnumerable<(string Name, string Text)> Files => files.Values;

    /// <summary>Attaches an exchange.</summary>
    public object Of(Exchange exchange)
    {
        if (!files.TryGetValue(exchange.Number, out var file))
        {
            file = ($"{ContentId.Uuid("attachment", runId, exchange.Number.ToString(CultureInfo.InvariantCulture))}-attachment.txt", HttpText.Of(exchange));
            files.Add(exchange.Number, file);
        }

        return new
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{exchange.Number}: {OneLine.Of(ExchangeNames.Asked(exchange))}, {OneLine.Of(ExchangeNames.Answered(exchange))}"),
            source = file.Name,
            type = "text/plain",
        };
    }
}
