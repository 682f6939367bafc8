using System.Reflection;
using Conformance.SelfTests.Programs;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>Debian's Chromium, started once for the tests of this folder.</summary>
[SetUpFixture]
public sealed class Chromium
{
    private const string Executable = "/usr/bin/chromium";

    // No sandbox, because build servers run as root; the rest keeps the browser from asking the network on its own.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static IPlaywright? driver;
    private static IBrowser? browser;

    internal static IBrowser Browser => browser!;

    [OneTimeSetUp]
    public async Task Start()
    {
        if (!File.Exists(Executable))
        {
            MissingProgram.GiveUp(
                $"There is no {Executable}, so the certificate cannot be tried in a browser. Install it: apt-get install chromium.");
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", PackageFolder());
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        driver?.Dispose();
    }

    private static string PackageFolder() =>
        typeof(Chromium).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "PlaywrightPackage").Value!;
}
