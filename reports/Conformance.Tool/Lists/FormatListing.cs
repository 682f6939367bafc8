using Conformance.Reports;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Lists;

/// <summary><c>conformance list formats</c>.</summary>
internal sealed class FormatListing : ToolCommand
{
    public FormatListing()
        : base("formats", "In what runs can be reported.") => Listing.Show(this, _ => Items(), Row);

    public override IReadOnlyList<string> Examples => ["list formats"];

    private static List<ListedFormat> Items() => [.. ReportFormats.All.Select(format => new ListedFormat(format.Name, format.Description))];

    private static string[] Row(ListedFormat format) => [format.Name, format.Description];
}
