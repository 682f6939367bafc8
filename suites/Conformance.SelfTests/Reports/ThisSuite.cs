using System.Reflection;
using Conformance.Reports;

namespace Conformance.SelfTests.Reports;

/// <summary>What is tested.</summary>
internal static class ThisSuite
{
    /// <summary>The version whose records have to be as this version writes them.</summary>
    public static string Version { get; } =
        typeof(ReportFormats).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
