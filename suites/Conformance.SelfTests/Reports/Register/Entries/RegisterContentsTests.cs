using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Diffing;
using Conformance.Reports.Gating;
using Conformance.Reports.Register.Entries;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Entries;

/// <summary>What a register makes of the runs that it is given.</summary>
public sealed class RegisterContentsTests
{
    [Test]
    public void Takes_runs_of_one_name_for_the_history_of_one_implementation()
    {
        var contents = SampleRegister.Contents;

        contents.Implementations.Select(implementation => implementation.Name).Should().Equal(
            Enumerable.Range(1, SampleRegister.Implementations).Select(SampleRegister.NameOf));
        contents.Implementations.Should().OnlyContain(implementation => implementation.Runs.Count == SampleRegister.RunsOfEach);
        contents.Implementations[0].Runs.Should().BeInDescendingOrder(run => run.Record.StartedAt);
        contents.Sections.Select(section => section.Implementations.Count).Should().Equal(SampleRegister.Implementations - 1, 1);
    }

    [Test]
    public void Tells_what_changed_from_run_to_run()
    {
        var (broken, sound) = (SampleRegister.Contents.Implementations[2], SampleRegister.Contents.Implementations[3]);

        broken.ChangesOf(broken.Latest)!.Changes.Select(change => (change.Kind, change.Requirement)).Should().Equal(
            (ChangeKind.Regression, SampleRegister.Rows[3]));
        sound.ChangesOf(sound.Latest)!.Changes.Should().BeEmpty();
        sound.ChangesOf(sound.Runs[1])!.Changes.Should().ContainSingle(change => change.Kind == ChangeKind.Fix);
        sound.ChangesOf(sound.Runs[2]).Should().BeNull("it is the first");
    }

    [Test]
    public void Knows_since_when_a_verdict_stands()
    {
        var broken = SampleRegister.Contents.Implementations[2];

        broken.Since(SampleRegister.Rows[3]).Should().Be(broken.Latest);
        broken.Since(SampleRegister.Rows[5]).Should().Be(broken.Runs[2]);
    }

    [Test]
    public async Task Counts_a_run_once_that_it_is_given_twice_and_keeps_the_better_proof()
    {
        var sound = await PackedRun.Pack();
        var broken = PackedRun.Repack(PackedRun.FilesOf(sound).Where(file => file.Path != "summary.md"));
        var (held, edited) = (Entry.Of(sound, null, null), Entry.Of(broken, null, null));

        foreach (var order in new Entry[][] { [held, edited, held], [edited, held, edited] })
            SampleRegister.ContentsOf(order).Runs.Should().ContainSingle().Which.Run.Should().BeSameAs(held.Run);

        held.Evidence.Select(file => file.Path).Should().NotIntersectWith(edited.Evidence.Select(file => file.Path));
    }

    [Test]
    public void Leaves_every_implementation_its_file_name_when_others_join()
    {
        var alone = SampleRegister.ContentsOf([Entry.Of(Named("x"))]).Implementations.Single();
        var hashed = SlugOf("X");

        SlugOf("x").Should().Be("matrix-x").And.Be(alone.Slug);
        hashed.Should().MatchRegex("^matrix-x-[0-9a-f]{12}$");
        SlugOf(hashed["matrix-".Length..]).Should().NotBe(hashed, "nobody can choose the file name of another");

        static string SlugOf(string name) => SampleRegister
            .ContentsOf(new[] { "!x", "X", "x", name }.Distinct().Select(each => Entry.Of(Named(each))))
            .Implementations.Single(implementation => implementation.Name == name).Slug;
    }

    [Test]
    public async Task Keeps_the_bundle_of_a_run_whose_record_it_is_given_too()
    {
        var record = Entry.Of(await RecordedRun.Record());
        var bundle = Entry.Of(await PackedRun.Pack(), null, null);

        SampleRegister.ContentsOf([record, bundle]).Implementations.Single().Latest.Proof.State.Should().Be(ProofState.Unsigned);
        SampleRegister.ContentsOf([bundle, record]).Implementations.Single().Latest.Proof.State.Should().Be(ProofState.Unsigned);
    }

    [Test]
    public void Gives_every_implementation_a_file_name_of_its_own_whatever_it_is_called()
    {
        string[] names = ["../../x", "..\\x", "X", "x", "", "漢", "</script>", new('a', 300), "\u202e\0"];
        var contents = SampleRegister.ContentsOf(names.Select(name => Entry.Of(Named(name))));

        var slugs = contents.Implementations.Select(implementation => implementation.Slug).ToList();
        slugs.Should().HaveCount(names.Length).And.OnlyHaveUniqueItems().And.AllSatisfy(
            slug => slug.Should().MatchRegex("^[a-z0-9]+(-[a-z0-9]+)*$"));
        contents.Runs.Select(entered => entered.Run.Id).Should().OnlyHaveUniqueItems().And.AllSatisfy(
            id => id.Should().MatchRegex("^[a-z0-9-]{1,41}[0-9]{8}T[0-9]{6}Z-[0-9a-f]{16}$"));
        contents.Runs.SelectMany(entered => new[] { Places.Certificate(entered.Run), Places.Implementation(entered.Implementation) })
            .Should().OnlyContain(place => place.Split('/').Length == 2 && !place.Contains(".."));
    }

    [Test]
    public void Shows_no_verdict_on_an_area_that_nobody_tried()
    {
        var section = SampleRegister.Contents.Sections[0];
        var run = Entry.Of(SoundRuns.Of(new Dictionary<string, Verdict> { [SampleRegister.Rows[0]] = Verdict.Fail })).Run;

        var counts = section.Areas.Select(area => AreaCount.Of(area, run)).ToList();

        counts.Should().ContainSingle(count => count.Worst == Verdict.Fail).Which.Should().Match<AreaCount>(
            count => count.Violated == 1 && count.Kept < count.Judged);
        AreaCount.Of(new Area("none", []), run).Should().Be(new AreaCount(0, 0, 0, null));
    }

    [Test]
    public async Task Marks_a_bundle_that_does_not_hold_and_shows_no_verdict_of_it()
    {
        var files = PackedRun.FilesOf(await PackedRun.Pack());
        var edited = PackedRun.Repack(files.Where(file => file.Path != "summary.md"));

        var entry = Entry.Of(edited, null, null);

        var run = entry.Run;
        run.Proof.Should().Match<Proof>(proof => proof.State == ProofState.NotVerified && proof.Reason.Contains("summary.md"));
        run.Run.Gate.Conformity.Should().Be(Conformity.NotVerified);
        run.Badge.Should().Contain(file => file.Text.Contains("not verified"));
        run.Find("MTX-LOGOUT-02").Should().BeNull();
        entry.Evidence[0].Text.Should().Contain("Not verified").And.NotContain("> Not conformant<");
    }

    [Test]
    public async Task Says_who_signed_a_bundle_that_holds()
    {
        using var key = PackedRun.NewKey();
        using var other = PackedRun.NewKey();
        var signed = await PackedRun.Pack(key);

        Entry.Of(signed, new(key, "vendor.pem"), null).Run.Proof.Should().Match<Proof>(
            proof => proof.State == ProofState.Signed && proof.Reason.Contains("vendor.pem"));
        Entry.Of(signed, null, null).Run.Proof.State.Should().Be(ProofState.NotChecked);
        Entry.Of(signed, new(other, "other.pem"), null).Run.Proof.State.Should().Be(ProofState.NotVerified);
    }

    [Test]
    public async Task Takes_the_certificate_of_a_bundle_that_holds()
    {
        var bundle = await PackedRun.Pack();
        var packed = PackedRun.FilesOf(bundle).Single(file => file.Path == "certificate.html");

        var evidence = Entry.Of(bundle, null, null).Evidence;

        evidence.Select(file => file.Path.Split('/')[0]).Should().Equal("certificates", "bundles");
        evidence[0].Text.Should().Be(System.Text.Encoding.UTF8.GetString(packed.Content.Span));
    }

    private static RunRecord Named(string name) =>
        SampleRegister.Records[0].At(SampleRegister.Records[0].Target with { Name = name }) with { Seed = name.Length };
}
