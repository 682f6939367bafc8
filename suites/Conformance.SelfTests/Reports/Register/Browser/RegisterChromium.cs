using Conformance.SelfTests.Reports.Formats.Certificate.Browser;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Browser;

/// <summary>Keeps the browser open for the tests of this folder.</summary>
[SetUpFixture]
public sealed class RegisterChromium
{
    [OneTimeSetUp]
    public Task Start() => Chromium.Hold();

    [OneTimeTearDown]
    public Task Stop() => Chromium.Release();
}
