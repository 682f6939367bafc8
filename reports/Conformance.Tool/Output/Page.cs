using Conformance.Record.Verdicts;
using Conformance.Reports.Terminal;
using Conformance.Reports.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Conformance.Tool.Output;

/// <summary>What a command shows a person: sentences and rows, 80 columns wide, in colours on a terminal only.</summary>
internal sealed class Page
{
    private const int Columns = 80;
    private const int Space = 2;
    private readonly List<IRenderable> parts = [];

    public void Sentence(string text, Style? style = null) => parts.Add(new Text(OneLine.Of(text, int.MaxValue) + "\n", style));

    public void Gap() => parts.Add(new Text("\n"));

    /// <summary>A heading with rows below it; nothing where there are no rows.</summary>
    public void Section(string heading, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;

        Gap();
        Sentence(heading, new Style(decoration: Decoration.Bold));
        Rows(all);
    }

    /// <summary>Rows of cells; the last cell takes the room that is left and is broken into lines.</summary>
    public void Rows(IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;

        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        for (var i = 0; i < all[0].Length; i++)
            table.AddColumn(new TableColumn("") { NoWrap = i < all[0].Length - 1 }.Padding(0, 0, Space, 0));

        foreach (var row in all)
            table.AddRow(row.Select(Cell));

        parts.Add(new Padder(table, new Padding(Space, 0, 0, 0)));
    }

    public void WriteTo(TextWriter writer) => PlainConsole.Render(writer, Columns, console => parts.ForEach(console.Write));

    private static Text Cell(string text) => new(OneLine.Of(text), Colour(text));

    private static Style? Colour(string text) => Colours.FirstOrDefault(colour => colour.Verdict.Name() == text).Style;

    private static readonly (Verdict Verdict, Style Style)[] Colours =
    [
        (Verdict.Pass, new Style(Color.Green)),
        (Verdict.Waived, new Style(Color.Yellow)),
        (Verdict.Warning, new Style(Color.Yellow)),
        (Verdict.Fail, new Style(Color.Red)),
        (Verdict.Inconclusive, new Style(Color.Magenta1)),
        (Verdict.Error, new Style(Color.Magenta1)),
        (Verdict.NotApplicable, new Style(Color.Grey)),
        (Verdict.Disabled, new Style(Color.Grey)),
        (Verdict.Observed, new Style(Color.Blue)),
    ];
}
