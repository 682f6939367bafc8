using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.SelfTests.Tool.Doctoring;

namespace Conformance.SelfTests.Tool.Planning;

/// <summary>Target files for runs that are planned.</summary>
internal static class PlannedTarget
{
    /// <summary>The file by which a reference server describes itself, with a password that tests have set.</summary>
    public static string FileOf(ReferenceServer server, string name = "planned") => server.TargetFile(name)
        .Replace("${env:CONFORMANCE_REFERENCE_AS_TOKEN}", Patient.Password, StringComparison.Ordinal)
        .Replace(ReferenceAccounts.PasswordReference, Patient.Password, StringComparison.Ordinal);
}
