using Conformance.SelfTests.Programs;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>What judges the certificate from outside, installed once for all tests that ask.</summary>
internal static class CertificatePackages
{
    private static readonly NodeFolder Folder =
        new(RepositoryRoot.Combine("suites", "Conformance.SelfTests", "Reports", "Formats", "Certificate"));
    private static readonly Lazy<Task> Installed = new(() => Folder.Install("the certificate cannot be judged by axe and by Nu"));

    /// <summary>Full path of a file of a package.</summary>
    public static async Task<string> File(params string[] parts)
    {
        await Installed.Value;
        return Path.Combine([Folder.Path, "node_modules", .. parts]);
    }
}
