using System.Collections.Concurrent;
using Conformance.Fixtures.Runs;
using Conformance.Record.Text;
using Spectre.Console;

namespace Conformance.Tool.Output;

/// <summary>
/// How far a run is, on a terminal: a bar for each target that is tested, below whatever else is written. It goes when they are done.
/// </summary>
internal sealed class LiveProgress : IDisposable
{
    private const string ClearToEndOfLine = "\e[K";
    private const int BarWidth = 20;
    private const char Bar = '━';

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly Action<string> write;
    private readonly IAnsiConsole console;
    private readonly ConcurrentQueue<string> above = new();
    private volatile IReadOnlyList<TargetProgress> targets = [];
    private ManualResetEventSlim? over;
    private Task shown = Task.CompletedTask;

    private LiveProgress(TextWriter terminal)
    {
        write = terminal.Write;
        console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal) });
        Above = new WriterAbove(terminal, this);
    }

    /// <summary>Takes what is written beside it.</summary>
    public TextWriter Above { get; }

    /// <summary>One on the terminal of the standard error; null where that is none, or nobody sits before it.</summary>
    /// <param name="error">The standard error of the command.</param>
    public static LiveProgress? On(TextWriter error) =>
        ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null or ""
            && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb")
            ? new LiveProgress(error)
            : null;

    /// <summary>Shows these; none ends it, until there are some again.</summary>
    public void Show(IReadOnlyList<TargetProgress> all)
    {
        targets = all;
        if (all.Count == 0)
        {
            End();
            return;
        }

        lock (gate)
        {
            if (over is not null)
                return;

            var end = over = new ManualResetEventSlim();
            shown = Task.Factory.StartNew(
                () => Display(end), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    public void Dispose() => End();

    private void End()
    {
        lock (gate)
        {
            over?.Set();
            // It leaves the terminal as it was. If that is gone, the run goes on to its record.
            Task.WhenAny(shown).GetAwaiter().GetResult();
            over?.Dispose();
            over = null;
            while (above.TryDequeue(out var text))
                write(text);
        }
    }

    private void Display(ManualResetEventSlim end) => console.Live(Text.Empty).AutoClear(true).Start(context =>
    {
        do
        {
            // As it is, and not broken into the columns of the terminal. It is written over the bars, which come again below it.
            while (above.TryDequeue(out var text))
                console.Write(new ControlCode(text.Replace("\n", $"{ClearToEndOfLine}\n", StringComparison.Ordinal)));

            context.UpdateTarget(new Rows(targets.Select(Line)));
        }
        while (!end.Wait(Tick));
    });

    // One line each, however narrow the terminal is.
    private Markup Line(TargetProgress target)
    {
        var (done, planned) = (target.Done, target.Planned);
        var full = planned == 0 ? 0 : BarWidth * done / planned;
        var text = InertText.Line($" {done} of {planned} {target.Name}  {target.State}");
        var room = Math.Max(BarWidth, console.Profile.Width - BarWidth - 1);
        return new Markup(
            $"[green]{new string(Bar, full)}[/][grey]{new string(Bar, BarWidth - full)}[/]{Markup.Escape(Excerpt.Of(text, room))}");
    }

    // The display belongs to one thread: whoever writes beside it leaves the text to that.
    private void Write(string text)
    {
        lock (gate)
        {
            if (over is null)
                write(text);
            else
                above.Enqueue(text);
        }
    }

    private sealed class WriterAbove(TextWriter terminal, LiveProgress progress) : TextWriter
    {
        public override System.Text.Encoding Encoding => terminal.Encoding;

        public override void Write(char value) => Write($"{value}");

        public override void Write(string? value) => progress.Write(value ?? "");

        public override void WriteLine(string? value) => Write($"{value}{NewLine}");

        public override void Flush() => terminal.Flush();
    }
}
