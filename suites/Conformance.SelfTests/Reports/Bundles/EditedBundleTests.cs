using System.Security.Cryptography;
using System.Text;
using Conformance.Record.Verdicts;
using Conformance.Reports.Bundles;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Bundles;

/// <summary>Whatever is changed in a file of a bundle, or in its signature, is named.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EditedBundleTests
{
    private const int Samples = 25;

    [TestCase(BundleContents.Record)]
    [TestCase(BundleContents.Journal)]
    public async Task An_edited_byte_of_the_evidence_is_found(string path)
    {
        var files = PackedRun.FilesOf(await PackedRun.Pack());
        var file = files.Single(file => file.Path == path);
        foreach (var (position, problems) in EditedEverywhere(files, [file]))
            problems.Should().Contain(problem => problem.File == path, $"byte {position} in {Samples - 1} was changed");
    }

    // All at once, because verifying makes every report again, and looks at each of them alone.
    [Test]
    public async Task An_edited_byte_of_any_report_is_found()
    {
        var files = PackedRun.FilesOf(await PackedRun.Pack());
        var reports = files
            .Where(file => file.Path is not (BundleContents.Attestation or BundleContents.Record or BundleContents.Journal))
            .ToList();
        foreach (var (position, problems) in EditedEverywhere(files, reports))
        {
            problems
                .Select(problem => problem.File)
                .Should()
                .Contain(reports.Select(report => report.Path), $"byte {position} in {Samples - 1} of each was changed");
        }
    }

    [Test]
    public async Task An_edited_byte_of_the_signed_statement_is_found()
    {
        using var key = PackedRun.NewKey();
        var files = PackedRun.FilesOf(await PackedRun.Pack(key));
        var attestation = files.Single(file => file.Path == BundleContents.Attestation);
        var payload = Encoding.UTF8.GetBytes(Envelope.Find(Encoding.UTF8.GetString(attestation.Content.Span))!.Payload);
        var start = attestation.Content.Span.IndexOf(payload);
        foreach (var position in Enumerable.Range(0, Samples).Select(i => start + (i * (payload.Length - 5) / (Samples - 1))))
        {
            Edited(files, attestation, position, key).Should()
                .Contain(
                    problem => problem.File == BundleContents.Attestation
                        && problem.Problem.Contains("no valid signature", StringComparison.Ordinal),
                    $"byte {position} was changed");
        }
    }

    [Test]
    public async Task An_edited_byte_of_an_exchange_is_found_even_where_all_digests_are_made_anew()
    {
        var forged = await RecordedRun.ForgedJournal(scenario => scenario with
        {
            Exchanges =
            [
                .. scenario.Exchanges.Select(exchange =>
                    exchange.Response is { Status: 200 } response ? exchange with { Response = response with { Status = 201 } } : exchange),
            ],
        });

        PackedRun.Verify(await PackedRun.Pack(journal: forged)).Problems
            .Should().Contain(
                problem => problem.File == BundleContents.Record && problem.Problem.Contains("MTX-LOGOUT-01", StringComparison.Ordinal));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_forged_pass_is_found_by_its_exchanges_though_every_digest_fits(bool isSigned)
    {
        using var key = PackedRun.NewKey();
        var forged = await RecordedRun.ForgedJournal(scenario => scenario with
        {
            Verdict = Verdict.Pass,
            Findings = [.. scenario.Findings.Where(finding => finding.Check is not null)],
            Judgements = [.. scenario.Judgements.Select(
                judgement => judgement with { Expectations = [.. judgement.Expectations.Select(each => each with { Holds = true })] })],
        });

        var result = PackedRun.Verify(await PackedRun.Pack(isSigned ? key : null, forged));

        result.Problems.Should().NotBeEmpty().And.OnlyContain(
            problem => problem.File == BundleContents.Record && problem.Problem.StartsWith("MTX-LOGOUT-02", StringComparison.Ordinal));
    }

    [Test]
    public async Task Another_key_is_found()
    {
        using var forger = PackedRun.NewKey();
        using var vendor = PackedRun.NewKey();

        PackedRun.Verify(await PackedRun.Pack(forger), vendor).Problems.Should().ContainSingle()
            .Which.Problem
                .Should()
                .ContainAll("bears no valid signature of vendor.pem", SigningKeys.IdOf(vendor), SigningKeys.IdOf(forger));
    }

    [Test]
    public async Task A_signature_that_was_taken_off_is_found()
    {
        using var vendor = PackedRun.NewKey();

        PackedRun.Verify(await PackedRun.Pack(), vendor).Problems
            .Should()
            .ContainSingle().Which.Problem.Should().StartWith("is not signed");
    }

    // Evenly spread, the first and the last byte among them.
    private static IEnumerable<(int Position, IReadOnlyList<BundleProblem> Problems)> EditedEverywhere(
        IReadOnlyList<BundleFile> files, IReadOnlyList<BundleFile> edited) =>
        Enumerable.Range(0, Samples).Select(sample => (sample, PackedRun.Verify(PackedRun.Repack(
            files.Select(file =>
                edited.Contains(file) ? Edited(file, (int)((long)sample * (file.Content.Length - 1) / (Samples - 1))) : file))).Problems));

    private static IReadOnlyList<BundleProblem> Edited(IReadOnlyList<BundleFile> files, BundleFile file, int position, ECDsa? key) =>
        PackedRun.Verify(PackedRun.Repack(files.Select(each => each == file ? Edited(file, position) : each)), key).Problems;

    private static BundleFile Edited(BundleFile file, int position)
    {
        var content = file.Content.ToArray();
        content[position] ^= 1;
        return file with { Content = content };
    }
}
