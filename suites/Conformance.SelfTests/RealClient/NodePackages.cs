using System.ComponentModel;
using NUnit.Framework;

namespace Conformance.SelfTests.RealClient;

/// <summary>Installs what package-lock.json pins, once, before the first test of this folder.</summary>
[SetUpFixture]
public sealed class NodePackages
{
    /// <summary>The SDK and a runtime for it are some 70 MB to download.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    [OneTimeSetUp]
    public async Task Install()
    {
        if (!await NpmExists())
            GiveUp("npm is not on PATH, so Matrix' own SDK cannot be tried. Install it: apt-get install npm, or https://nodejs.org.");
        if (!AreUpToDate)
        {
            var (exitCode, console) = await Npm.Run(Bound, ["ci"]);
            Assert.That(exitCode, Is.Zero, console);
        }
    }

    private static bool AreUpToDate
    {
        get
        {
            // npm writes it last. Where it is missing, its time is long ago.
            var installed = File.GetLastWriteTimeUtc(Path.Combine(Npm.Folder, "node_modules", ".package-lock.json"));
            return installed >= File.GetLastWriteTimeUtc(Path.Combine(Npm.Folder, "package-lock.json"));
        }
    }

    private static async Task<bool> NpmExists()
    {
        try
        {
            return (await Npm.Run(Bound, ["--version"])).ExitCode is 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static void GiveUp(string reason)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Assert.Ignore(reason);
        Assert.Fail(reason);
    }
}
