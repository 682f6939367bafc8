using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>The list of target files of a run.</summary>
public sealed class TargetListTests
{
    [Test]
    public void Reads_targets_in_the_order_of_the_list()
    {
        using var folder = new TargetFolder();
        folder.Write(folder.Caller, "b.json", Named("b"));
        folder.Write(folder.Caller, "a.json", Named("a"));

        var run = folder.Load(" b.json ;; a.json;");

        run.Faults.Should().BeEmpty();
        run.Targets.Select(target => (target.Name, target.File)).Should().Equal(("b", "b.json"), ("a", "a.json"));
    }

    [Test]
    public void Looks_in_the_callers_folder_first_and_then_in_the_repository()
    {
        using var folder = new TargetFolder();
        folder.Write(folder.Caller, "both.json", Named("from-caller"));
        folder.Write(folder.Repository, "both.json", Named("from-repository"));
        folder.Write(folder.Repository, "targets/one.json", Named("only-in-repository"));

        folder.Load("both.json;targets/one.json").Targets.Select(target => target.Name).Should().Equal("from-caller", "only-in-repository");
    }

    [Test]
    public void Takes_absolute_paths()
    {
        using var folder = new TargetFolder();
        var path = folder.Write(folder.Repository, "a.json", Named("a"));

        folder.Load(path).Targets.Should().ContainSingle();
    }

    [Test]
    public void Names_both_places_where_a_file_is_not()
    {
        using var folder = new TargetFolder();

        folder.Faults("staging.json").Should().Equal(
            "staging.json: there is no file <caller>/staging.json and no file <repository>/staging.json; "
            + "give a path relative to the folder of the call or to the repository");
    }

    [TestCase("")]
    [TestCase(" ; ;")]
    public void Refuses_a_list_of_nothing(string list)
    {
        using var folder = new TargetFolder();

        folder.Faults(list).Should().Equal("targets: names no target file; give paths of target files, separated by ';'");
    }

    [Test]
    public void Refuses_wildcards()
    {
        using var folder = new TargetFolder();

        folder.Faults("targets/*.json").Should().Equal("targets/*.json: wildcards are not supported; name each file, separated by ';'");
    }

    [Test]
    public void Refuses_two_targets_of_the_same_name_even_if_one_has_other_faults()
    {
        using var folder = new TargetFolder();
        folder.Write(folder.Caller, "a.json", SoundTarget.Matrix(target => target["strict"] = 1));
        folder.Write(folder.Caller, "b.json", SoundTarget.Koyeb());

        folder.Faults("a.json;b.json").Should().Equal(
            "a.json: strict: is a number; give true, false, or a list of ambiguities such as [\"AMB-1\"]",
            "b.json: name: 'staging' is also the name in a.json; give each target a name of its own");
    }

    [Test]
    public void Reports_the_faults_of_all_files_together_and_keeps_the_sound_targets()
    {
        using var folder = new TargetFolder();
        folder.Write(folder.Caller, "a.json", "{");
        folder.Write(folder.Caller, "b.json", Named("b"));

        folder.Faults("a.json;missing.json;b.json").Should().HaveCount(2);
        folder.Load("a.json;missing.json;b.json").Targets.Should().ContainSingle(target => target.Name == "b");
    }

    private static string Named(string name) => SoundTarget.Matrix(target => target["name"] = name);
}
