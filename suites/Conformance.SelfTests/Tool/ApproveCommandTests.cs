using Conformance.Tool.Approving;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance approve</c>: brings up to date what self-tests make.</summary>
public sealed class ApproveCommandTests
{
    private const string Readme = "README.md";

    [Test]
    public async Task Says_that_all_is_up_to_date()
    {
        using var repository = ScriptedRepository.Where(results: [("A", null)]);

        (await Approve(repository)).Text().Should().Be(
            """
            running self-tests of scenarios, costs, comparison, readme, lock, texts, faults
            all is up to date

            """);
    }

    [Test]
    public async Task Names_what_was_written()
    {
        using var repository = ScriptedRepository.Where(ScriptedRepository.Write(Readme, "new")
            + ScriptedRepository.Write("suites/Conformance.SelfTests/Tool/show.approved.txt", "new"), [("A", null)]);

        (await Approve(repository, "readme", "texts")).Text().Should().Be(
            """
            running self-tests of readme, texts
            wrote README.md
            wrote suites/Conformance.SelfTests/Tool/show.approved.txt
            look at what was written (git diff), then commit it

            """);
    }

    [TestCase("readme", "TestCategory=generated-readme")]
    [TestCase("readme scenarios", "TestCategory=generated-scenarios|TestCategory=generated-readme")]
    [TestCase("faults --fault KeepsTokenOnSync", "TestCategory=generated-faults|Fault=KeepsTokenOnSync")]
    [TestCase("faults --all-faults", "TestCategory=generated-faults|TestCategory=Fault")]
    public async Task Runs_only_the_tests_that_make_what_is_asked_for(string arguments, string filter)
    {
        using var repository = ScriptedRepository.Where(
            ScriptedRepository.Write(Readme, "$(VSTestTestCaseFilter)"), [("A(KeepsTokenOnSync)", null)]);

        await Approve(repository, arguments.Split(' '));

        (await File.ReadAllTextAsync(Path.Combine(repository.FullName, Readme))).Trim().Should().Be(filter);
    }

    [Test]
    public async Task Lets_tests_write_what_they_otherwise_compare()
    {
        using var repository = ScriptedRepository.Where(ScriptedRepository.Write(Readme, $"$({GeneratedFiles.Variable})"), [("A", null)]);

        await Approve(repository);

        (await File.ReadAllTextAsync(Path.Combine(repository.FullName, Readme))).Trim().Should().Be("1");
    }

    [Test]
    public async Task Shows_what_fails_for_another_reason()
    {
        using var repository = ScriptedRepository.Where(results: [("A", null), ("B(KeepsTokenOnSync)", "Expected MTX-LOGOUT-02.")]);

        (await Approve(repository)).Text(ExitCode.NonConformant).Should().EndWith(
            """
            failed: B(KeepsTokenOnSync)
            Expected MTX-LOGOUT-02.
            1 failed; remove the reason, then run it again

            """);
    }

    [Test]
    public async Task Says_that_the_self_tests_do_not_build()
    {
        using var repository = ScriptedRepository.Where(whileBuilding: """<Error File="Broken.cs" Code="CS1002" Text="; expected" />""");

        (await Approve(repository)).ShouldFail("the self-tests do not build: ", "error CS1002: ; expected");
    }

    [Test]
    public async Task Says_that_the_self_tests_left_no_results()
    {
        using var repository = ScriptedRepository.Where("""<Error Text="The test host crashed." />""");

        (await Approve(repository)).ShouldFail("the self-tests left no results: ", "The test host crashed.");
    }

    [Test]
    public async Task Says_that_there_is_no_such_fault()
    {
        using var repository = ScriptedRepository.Where(results: [("A(KeepsTokenOnSync)", null)]);

        (await Approve(repository, "--fault", "KeepsTokenOnSnyc")).ShouldFail("there is no fault 'KeepsTokenOnSnyc'", "--list-faults");
    }

    [TestCase(@"KeepsTokenOnSync\(")]
    [TestCase("KeepsTokenOnSync|TestCategory=Slow")]
    public async Task Lets_no_name_of_a_fault_change_the_filter(string fault)
    {
        using var repository = ScriptedRepository.Where(ScriptedRepository.Write(Readme, "$(VSTestTestCaseFilter)"), [("A", null)]);

        var before = await File.ReadAllTextAsync(Path.Combine(repository.FullName, Readme));

        (await Approve(repository, "--fault", fault)).ShouldFail($"there is no fault '{fault}'", "--list-faults");

        (await File.ReadAllTextAsync(Path.Combine(repository.FullName, Readme))).Should().Be(before, "no test was run");
    }

    [Test]
    public async Task Says_that_it_is_not_in_the_repository()
    {
        using var folder = new ToolFolder();

        (await ToolCall.Of("approve", "--repository", folder.FullName)).ShouldBeOneSentence(ExitCode.BadUsage);
        (await ToolCall.Of("approve", "--repository", folder.PathTo("nowhere"))).ShouldBeOneSentence(ExitCode.BadUsage);
    }

    [Test]
    public void Knows_tests_and_files_of_everything_that_is_made()
    {
        var categories = typeof(ApproveCommandTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes(typeof(CategoryAttribute), inherit: false))
            .Select(category => ((CategoryAttribute)category).Name)
            .ToHashSet();

        GeneratedFiles.All.Should().OnlyContain(files => categories.Contains(files.Category))
            .And.OnlyContain(
                files => files.Read(RepositoryRoot.Folder).Keys.Any() && files.Read(RepositoryRoot.Folder).Keys.All(files.Owns));
    }

    private static Task<ToolCall> Approve(ScriptedRepository repository, params string[] arguments) =>
        ToolCall.Of(["approve", .. arguments, "--repository", repository.FullName]);
}
