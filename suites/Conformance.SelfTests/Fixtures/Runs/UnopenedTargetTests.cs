using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Runs;

/// <summary>A target that cannot even be opened is told as its own problem, and the run's other targets are tested all the same.</summary>
[Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class UnopenedTargetTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance-");

    public void Dispose() => folder.Delete(recursive: true);

    [Test]
    public async Task Names_an_embedded_server_that_does_not_start()
    {
        var options = new MatrixServerOptions { Faults = ["NoSuchFault"] };
        var slot = new TargetSlot(
            "embedded", KnownDialects.Matrix, async () => DrivenTarget.Settings(await ReferenceServer.Start(options)));

        await Preflight.Start(folder.FullName, slot);

        slot.Problem.Should().StartWith("embedded cannot be opened: A Matrix server cannot have a fault NoSuchFault.");
        slot.Target.Should().BeNull();
    }

    [Test]
    public async Task Names_a_folder_that_cannot_be_written()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "in the way");
        var slot = Slot(DrivenTarget.Settings("http://127.0.0.1:9"));

        await Preflight.Start(file, slot);

        slot.Problem.Should().StartWith($"driven cannot be opened: no journal can be written to {Path.Combine(file, "driven")} (")
            .And.EndWith("). Name another output folder.");
        slot.Target.Should().BeNull();
    }

    [Test]
    public async Task Names_a_ca_file_that_has_gone()
    {
        var slot = Slot(DrivenTarget.Settings("https://127.0.0.1:9") with { CaFile = Path.Combine(folder.FullName, "gone.pem") });

        await Preflight.Start(folder.FullName, slot);

        slot.Problem.Should().Be($"driven cannot be opened: Could not find file '{Path.Combine(folder.FullName, "gone.pem")}'.");
    }

    [Test]
    public async Task Goes_on_with_the_other_targets()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var broken = new TargetSlot("broken", KnownDialects.Koyeb, () => throw new InvalidOperationException("No such thing."));
        var sound = Slot(DrivenTarget.Settings(server));

        await Preflight.Start(folder.FullName, broken, sound);

        broken.Problem.Should().Be("broken cannot be opened: No such thing.");
        sound.Problem.Should().BeNull();
        sound.Target.Should().NotBeNull();
    }

    private static TargetSlot Slot(TargetSettings settings) =>
        new(settings.Name, KnownDialects.Of(settings.Contract), () => Task.FromResult(settings));
}
