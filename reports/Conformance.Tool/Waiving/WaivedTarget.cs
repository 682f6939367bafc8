using System.Text;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;
using Conformance.Record.Waivers;
using Conformance.Reports.Merging;
using Conformance.Reports.Records;
using Conformance.Reports.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Waiving;

/// <summary>The target file of a run, to which a waiver is added.</summary>
internal sealed class WaivedTarget
{
    // What some editors put before a text in UTF-8.
    private const char Mark = '\uFEFF';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string path;
    private readonly string text;
    private readonly TargetSettings settings;

    private WaivedTarget(string path)
    {
        this.path = path;
        text = ReadText(path);
        settings = Parse(text, "cannot be used");
    }

    /// <summary>The target file of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="named">The file that the caller names; null for the one that the run names.</param>
    /// <exception cref="BadUsageException">There is none, or it is not that of the run.</exception>
    public static WaivedTarget Of(NamedRun run, string? named)
    {
        var target = new WaivedTarget(named ?? FileOf(run));
        var (own, recorded) = (target.settings, run.Record.Target);
        if ((own.Name, own.Contract.Name, own.BaseUrl) != (recorded.Name, recorded.Dialect, recorded.BaseUrl))
        {
            throw new BadUsageException(
                $"{target.path} is about {own.Name} at {own.BaseUrl}, and {run.File} about {OneLine.Of(recorded.Name)} at "
                + $"{OneLine.Of(recorded.BaseUrl)}: name the target file of that run with --file.");
        }

        return target;
    }

    /// <summary>Writes a waiver into the file, which is whole at any time.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="BadUsageException">It has one for the requirement, does not take this one, or cannot be written.</exception>
    public string Add(Waiver waiver)
    {
        if (settings.Waivers.FirstOrDefault(other => other.Requirement == waiver.Requirement) is { } there)
        {
            throw new BadUsageException(
                $"{path} has a waiver for {waiver.Requirement}{Line(waiver.Requirement)} already, until {there.Expires:yyyy-MM-dd} and "
                + $"with the fingerprint {there.Fingerprint}: change that one, or remove it and call again.");
        }

        var added = WaiverText.Add(text.TrimStart(Mark), waiver);
        Parse(added, "would not take it");
        Write(text.StartsWith(Mark) ? Mark + added : added);
        return path;
    }

    // Where the suite was called from is where relative paths began.
    private static string FileOf(NamedRun run) => run.Record.Target switch
    {
        { Embedded: true } => throw new BadUsageException(
            $"{run.File} is of a reference server that the suite itself has started, which has no target file."),
        { File: { } file } when File.Exists(file) => file,
        { File: { } file } => throw new BadUsageException(
            $"there is no file {OneLine.Of(Path.GetFullPath(file))}, which {run.File} names: name the target file of that run with "
            + "--file."),
        _ => throw new BadUsageException($"{run.File} names no target file: name it with --file."),
    };

    private static string ReadText(string path)
    {
        try
        {
            return Utf8.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException e)
        {
            throw new BadUsageException($"{path} is not in UTF-8: save it so, and call again.", e);
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new BadUsageException($"{FileProblem.InWords(path, e)}; name the target file of the run with --file.", e);
        }
    }

    // Who excuses a violation need not know the secrets.
    private TargetSettings Parse(string json, string problem)
    {
        var (target, faults) = TargetFile.Parse(
            json.TrimStart(Mark),
            path,
            name => Environment.GetEnvironmentVariable(name) ?? $"value of {name}",
            KnownDialects.Defaults);
        return target ?? throw new BadUsageException($"the target file {problem}: {OneLine.Of(string.Join("; ", faults))}.");
    }

    private string Line(string requirement) => settings.Places.TryGetValue(requirement, out var line) ? $" in line {line}" : "";

    private void Write(string added)
    {
        try
        {
            // What a link leads to is the file; the link itself stays.
            var file = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            File.Open(file, FileMode.Open, FileAccess.Write).Dispose();
            AtomicFile.Write(file, stream => stream.Write(Utf8.GetBytes(added)), unfinished => CopyMode(file, unfinished));
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new BadUsageException($"{path} cannot be written ({e.Message.TrimEnd('.')}): make it and its folder writable.", e);
        }
    }

    private static void CopyMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
    }
}
