using System.CommandLine;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;

namespace Conformance.Tool.CommandLine;

/// <summary>The argument of commands that are about one server: its target file.</summary>
internal static class TargetArgument
{
    public static Argument<string> Create() => new("target.json") { Description = "The target file of the server." };

    /// <summary>The target of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="alone">What is done with one target at a time, in a participle.</param>
    /// <exception cref="BadUsageException">The file cannot be used, or names several.</exception>
    public static TargetSettings Read(string file, string alone)
    {
        var here = Directory.GetCurrentDirectory();
        var read = TargetList.Load(file, here, here, Environment.GetEnvironmentVariable, KnownDialects.Defaults);
        return read is { Faults: [], Targets: [var settings] }
            ? settings
            : throw new BadUsageException(read.Faults.Count > 0
                ? $"the target file cannot be used: {string.Join("; ", read.Faults)}"
                : $"{file} names several target files: one is {alone} at a time.");
    }
}
