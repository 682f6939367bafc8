using Conformance.SelfTests.Programs;
using NUnit.Framework;

namespace Conformance.SelfTests.ReferenceServers.RealClient;

/// <summary>The SDK and a runtime for it, installed once before the first test of this folder.</summary>
[SetUpFixture]
public sealed class NodePackages
{
    internal static NodeFolder Folder { get; } =
        new(RepositoryRoot.Combine("suites", "Conformance.SelfTests", "ReferenceServers", "RealClient"));

    [OneTimeSetUp]
    public Task Install() => Folder.Install("Matrix' own SDK cannot be tried");
}
