using System.CommandLine;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Initializing;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance init</c>: writes a target file for a server.</summary>
internal sealed class InitCommand : ToolCommand
{
    private const string NotAsked = "nobody has asked it";

    private readonly TimeProvider time;
    private readonly Argument<string> baseUrl = new("base-url")
    {
        Description = "Where the server is, such as https://matrix.example.org.",
    };

    private readonly Option<string[]> users = new("--user")
    {
        Description = "An account made for testing: a Matrix user, or a mail address. Once for each account; two are enough for most.",
        Required = true,
    };

    private readonly Option<string> dialect = new("--dialect")
    {
        Description = $"The contract: {string.Join(" or ", KnownDialects.All.Select(known => known.Contract.Name))}.",
        Required = true,
    };

    private readonly Option<string> name = new("--name")
    {
        Description = "Its name in reports, and that of the file.",
        DefaultValueFactory = _ => "staging",
    };

    private readonly Option<string?> output = new("--out") { Description = "The file that is written. [default: NAME.json]" };
    private readonly Option<bool> offline = new("--offline") { Description = "Ask the server nothing." };

    /// <param name="time">The clock.</param>
    public InitCommand(TimeProvider time)
        : base(
            "init",
            "Writes a target file for a server, and the schema by which editors explain it. It asks what the server has, by reads without "
            + "credentials.")
    {
        this.time = time;
        dialect.AcceptOnlyFromAmong([.. KnownDialects.All.Select(known => known.Contract.Name)]);
        output.RefuseEmpty();
        Take(baseUrl, dialect, users, name, output, offline);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples =>
        ["init https://matrix.example.org --dialect matrix --user conformance-1 --user conformance-2"];

    public override IReadOnlyList<ExitCode> CanEndWith => [ExitCode.Success, ExitCode.BadUsage, ExitCode.Inconclusive];

    public override string? Special(ExitCode code) => code switch
    {
        ExitCode.Success => "written",
        ExitCode.BadUsage => "the command line is wrong, or the file is there already",
        ExitCode.Inconclusive => "the server gives no answer, or is none of the contract; nothing was written",
        _ => null,
    };

    private async Task<int> Run(ParseResult parsed, CancellationToken interruption)
    {
        var draft = new TargetDraft(
            parsed.GetRequiredValue(name), parsed.GetRequiredValue(dialect), parsed.GetRequiredValue(baseUrl).TrimEnd('/'),
            [.. parsed.GetRequiredValue(users).Distinct(StringComparer.Ordinal)]);
        var file = parsed.GetValue(output) ?? $"{draft.Name}.json";
        if (File.Exists(file))
            throw new BadUsageException($"there is a file {file} already; name another one with --out.");

        var (settings, faults) = TargetDraft.Read(draft.Text(NotAsked, []), file);
        if (settings is null)
            throw new BadUsageException($"no target file can be made of that: {string.Join("; ", faults)}");

        try
        {
            var text = parsed.GetValue(offline)
                ? draft.Text(NotAsked, [])
                : draft.Text($"as it answered on {time.GetUtcNow():yyyy-MM-dd}", await Lacking(settings, interruption));
            Write(file, text);
        }
        catch (ControlFailedException e)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"conformance: {InertText.Line($"{e.Message.TrimEnd('.')}. With --offline the server is not asked.")}");
            return (int)ExitCode.Inconclusive;
        }

        Tell(parsed.InvocationConfiguration.Output, draft, file);
        return (int)ExitCode.Success;
    }

    private async Task<IReadOnlyList<string>> Lacking(TargetSettings settings, CancellationToken interruption)
    {
        using var stop = new RunStop();
        await using var interrupted = interruption.Register(() => stop.Ask("it was interrupted"));
        using var target = new TargetRun(settings, [], folder: null, seed: 1, time, stop);
        ExchangeLog.Current = new ExchangeLog { Owner = "init" };
        await KnownDialects.Of(settings.Contract).LookAround(target);
        return [.. target.Discovered.States.Where(state => state.Seen is false).Select(state => state.Name)];
    }

    private static void Write(string file, string text)
    {
        try
        {
            var schema = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, TargetDraft.SchemaFile);
            File.WriteAllText(schema, TargetDraft.Schema());
            using var created = new StreamWriter(new FileStream(file, FileMode.CreateNew, FileAccess.Write));
            created.Write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadUsageException(
                $"{file} and its schema cannot be written: {e.Message.TrimEnd('.')}; name a file in another folder with --out.", e);
        }
    }

    private static void Tell(TextWriter output, TargetDraft draft, string file)
    {
        output.WriteLine($"{file} was written. Set the passwords of its accounts:");
        foreach (var variable in draft.Variables)
            output.WriteLine($"  export {variable}=…");

        output.WriteLine("Then see whether it can be tested, what that costs it, and test it:");
        foreach (var command in (string[])["doctor", "plan", "run"])
            output.WriteLine($"  conformance {command} {file}");
    }
}
