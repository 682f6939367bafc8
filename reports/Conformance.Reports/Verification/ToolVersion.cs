using System.Reflection;

namespace Conformance.Reports.Verification;

/// <summary>Version of this tool: what another one made may differ from what this one makes, and yet be right.</summary>
internal static class ToolVersion
{
    /// <summary>As statements name it: with the commit, where the build knows it.</summary>
    public static string Full { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>As run records name it: without the commit.</summary>
    public static string Release { get; } = Full.Split('+')[0];
}
