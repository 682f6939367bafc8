using Conformance.Record.Text;
using Spectre.Console;

namespace Conformance.Reports.Terminal;

/// <summary>Renders for a console of a fixed width: in colours for a person who watches, as plain text for a file or a pipe.</summary>
public static class PlainConsole
{
    /// <summary>Renders at once.</summary>
    /// <param name="writer">Where to; colours are used only if it is the console itself and the console is no file or pipe.</param>
    /// <param name="columns">Width; longer lines are broken.</param>
    /// <param name="render">What to show.</param>
    public static void Render(TextWriter writer, int columns, Action<IAnsiConsole> render)
    {
        if (IsWatched(writer))
        {
            render(Create(writer, columns, AnsiSupport.Detect, ColorSystemSupport.Detect));
            return;
        }

        using var text = new StringWriter();
        render(Create(text, columns, AnsiSupport.No, ColorSystemSupport.NoColors));
        // Of lines that were broken, a later one may begin with what a server chose, as CI servers want commands to begin.
        var lines = InertText.Lines(text.ToString()).Split('\n').Select(line => line.TrimEnd(' '));
        // At once: test hosts make a line of every piece that they are given.
        writer.Write(string.Join(writer.NewLine, lines));
    }

    private static bool IsWatched(TextWriter writer) =>
        (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
        || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, int columns, AnsiSupport ansi, ColorSystemSupport colours)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi,
            ColorSystem = colours,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            // The output depends on nothing but the record and the writer, on a build server too.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = columns;
        // Redirected output often has a code page of its own.
        console.Profile.Capabilities.Unicode = false;
        return console;
    }
}
