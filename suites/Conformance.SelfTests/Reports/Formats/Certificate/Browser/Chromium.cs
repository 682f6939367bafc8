using System.Reflection;
using Conformance.SelfTests.Programs;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>Debian's Chromium, started once for the tests of this folder, and of others that open pages at the same time.</summary>
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

    private static readonly SemaphoreSlim Gate = new(1);

    private static IPlaywright? driver;
    private static IBrowser? browser;
    private static int holders;

    internal static IBrowser Browser => browser!;

    [OneTimeSetUp]
    public Task Start() => Hold();

    [OneTimeTearDown]
    public Task Stop() => Release();

    /// <summary>Starts it, unless somebody has.</summary>
    internal static async Task Hold()
    {
        if (!File.Exists(Executable))
        {
            MissingProgram.GiveUp(
                $"There is no {Executable}, so pages cannot be tried in a browser. Install it: apt-get install chromium.");
        }

        await Gate.WaitAsync();
        try
        {
            if (holders == 0)
                await Launch();

            holders++;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Stops it, unless somebody else has pages open.</summary>
    internal static async Task Release()
    {
        await Gate.WaitAsync();
        try
        {
            if (holders > 0 && --holders == 0)
            {
                await browser!.CloseAsync();
                driver!.Dispose();
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task Launch()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", PackageFolder());
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    private static string PackageFolder() =>
        typeof(Chromium).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "PlaywrightPackage").Value!;
}
