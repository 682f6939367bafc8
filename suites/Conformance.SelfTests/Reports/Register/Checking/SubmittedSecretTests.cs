using System.Text;
using Conformance.Record.Exchanges;
using Conformance.Reports.Register.Checking;
using Conformance.Reports.Register.Submissions;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Checking;

/// <summary>What looks like a secret is found in all that a submission brings, and never quoted.</summary>
public sealed class SubmittedSecretTests
{
    [Test]
    public async Task Finds_a_private_key_without_quoting_it()
    {
        using var key = PackedRun.NewKey();
        var files = await SampleSubmissions.Files();
        files["README.md"] = Encoding.UTF8.GetBytes(key.ExportPkcs8PrivateKeyPem());

        ShouldBeSecret(Check(files), "README.md", "a private key", key.ExportPkcs8PrivateKeyPem());
    }

    [Test]
    public async Task Finds_a_private_key_in_whatever_encoding_and_in_files_that_no_submission_has()
    {
        using var key = PackedRun.NewKey();
        var pem = key.ExportPkcs8PrivateKeyPem();
        Encoding[] encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32];
        foreach (var encoding in encodings)
        {
            byte[] marked = [.. encoding.GetPreamble(), .. encoding.GetBytes(pem)];
            foreach (var content in new[] { marked, encoding.GetBytes(pem) })
            {
                var files = new SubmittedFiles("folder", await SampleSubmissions.Files(), ["key.pem"])
                {
                    OtherFiles = new Dictionary<string, byte[]> { ["key.pem"] = content },
                };

                ShouldBeSecret(Check(files), "key.pem", "a private key", pem);
            }
        }
    }

    [Test]
    public async Task Looks_into_a_bundle_whose_key_is_none()
    {
        const string Value = "9fK2mX7qLw3Zt8Bv5Rn1";
        var run = SampleSubmissions.Conformant;
        var first = run.Scenarios[0];
        var sent = first.Exchanges[0] with { Request = first.Exchanges[0].Request with { Body = Json("refresh_token", Value) } };
        var changed = first with { Exchanges = [sent, .. first.Exchanges.Skip(1)] };
        var files = await SampleSubmissions.Files(run with { Scenarios = [changed, .. run.Scenarios.Skip(1)] });
        files[Submission.Key] = "no key"u8.ToArray();

        ShouldBeSecret(Check(files), "(refresh-token) of the request", "looks like a token", Value);
    }

    [TestCase("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlb2ZhbGljZQ")]
    [TestCase("ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [TestCase("syt_YWxpY2U_abcdefghijKLMNOPqrst_1a2B3c")]
    public async Task Finds_a_token_by_its_form(string token)
    {
        var files = await SampleSubmissions.Files();
        files[Submission.File] = SampleSubmissions.Json(SampleRegister.Submission with { Remarks = $"use {token} to try it" });

        ShouldBeSecret(Check(files), Submission.File, "oken", token);
    }

    [Test]
    public async Task Finds_what_looks_like_a_token_where_a_run_writes_labels()
    {
        const string Value = "9fK2mX7qLw3Zt8Bv5Rn1";
        (Func<Exchange, Exchange> Change, string Place)[] changes =
        [
            (it => it with { Request = it.Request with { Headers = [new("Authorization", $"Bearer {Value}")] } }, "header Authorization"),
            (it => it with { Request = it.Request with { Url = $"https://hs.example/elsewhere?access_token={Value}" } }, "query"),
            (it => it with { Request = it.Request with { Body = Json("refresh_token", Value) } }, "(refresh-token) of the request"),
            (it => it with { Response = it.Response! with { Body = Json("access_token", Value) } }, "(access-token) of the answer"),
        ];
        foreach (var (change, place) in changes)
        {
            var run = SampleSubmissions.Conformant;
            var first = run.Scenarios[0];
            var changed = first with { Exchanges = [change(first.Exchanges[0]), .. first.Exchanges.Skip(1)] };

            var files = await SampleSubmissions.Files(run with { Scenarios = [changed, .. run.Scenarios.Skip(1)] });

            ShouldBeSecret(Check(files), place, "looks like a token", Value);
        }
    }

    [Test]
    public async Task Takes_labels_and_made_up_words_for_no_secret()
    {
        var files = await SampleSubmissions.Files();
        files[Submission.Bundle] = await PackedRun.Pack();

        Check(files).Problems.Should().NotBeEmpty().And.NotContain(
            problem => problem.Fault == SubmissionFault.Secret, "a real run has masked all");
    }

    [Test]
    public async Task Looks_for_known_values_within_the_bundle_too()
    {
        var submission = new SubmissionCheck(Journals.Noon, takesEmbedded: false, text => text.Contains("hs.example") ? ["HOST"] : []).Of(
            new("folder", await SampleSubmissions.Files(), []));

        submission.Problems.Should().Contain(
            problem => problem.Place == "evidence.zip, run.json" && problem.Problem.Contains("the value of HOST"));
        submission.Judgement.Should().BeNull("it may quote the secret");
    }

    private static string Json(string member, string value) => $"[{{\"auth\":{{\"{member}\":\"{value}\"}}}}]";

    private static CheckedSubmission Check(Dictionary<string, byte[]> files) => Check(new SubmittedFiles("folder", files, []));

    private static CheckedSubmission Check(SubmittedFiles files) =>
        new SubmissionCheck(Journals.Noon, takesEmbedded: false, _ => []).Of(files);

    private static void ShouldBeSecret(CheckedSubmission submission, string place, string problem, string value)
    {
        submission.Problems.Should().Contain(
            it => it.Fault == SubmissionFault.Secret && it.Place.Contains(place) && it.Problem.Contains(problem));
        SubmissionComment.Write([submission]).Should().NotContain(value).And.Contain("SECRET");
    }
}
