using Spectre.Console;

namespace Conformance.Reports.Terminal;

/// <summary>A console that writes plain text of a fixed width, and colours only for a person who watches.</summary>
internal static class PlainConsole
{
    public static IAnsiConsole On(TextWriter writer, int columns)
    {
        var watched = IsWatched(writer);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = watched ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = watched ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
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

    private static bool IsWatched(TextWriter writer) =>
        (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
        || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
}
