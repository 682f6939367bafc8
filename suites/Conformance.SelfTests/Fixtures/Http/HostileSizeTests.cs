using System.Text;
using System.Text.Json;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Secrets;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Bodies;
using Conformance.Schemas.Contracts;
using Conformance.SelfTests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>
/// What an answer costs grows no faster than the answer, whatever a server makes long in it: told by the memory that is taken on the way,
/// which a step for each pair of its parts would show.
/// </summary>
public sealed class HostileSizeTests
{
    private const int Times = 8;

    // Buffers that double have up to twice what they need; a step for each pair would cost 64 times as much.
    private const double Linear = 16;

    private static readonly TestCaseData[] Answers =
    [
        Answer("members", 30_000, n => $"{{{string.Join(',', Enumerable.Range(0, n).Select(i => $"\"m{i}\":\"v{i}\""))}}}"),
        Answer("versions", 20_000, n => $"{{\"versions\":[{string.Join(',', Enumerable.Range(0, n).Select(i => $"\"v1.{i}\""))}]}}"),
        Answer("levels", 100_000, n => $"{new string('[', n)}{new string(']', n)}"),
        Answer("levels without an end", 100_000, n => $"{{\"access_token\":{new string('[', n)}"),
        Answer("a token", 150_000, n => $"{{\"access_token\":\"{new string('a', n)}\",\"echo\":\"{new string('a', n)}\"}}"),
        Answer("signs of a token", 150_000, n => string.Concat(Enumerable.Repeat("token", n / 5))),
        Answer("blanks", 150_000, n => $"token{new string(' ', n)}"),
        Answer("escapes", 60_000, n => $"\"{string.Concat(Enumerable.Repeat("\\ud800", n))}\""),
        Answer("letters and digits", 150_000, n => string.Concat(Enumerable.Repeat("aB3", n / 3))),
    ];

    [TestCaseSource(nameof(Answers))]
    public void Masking_is_linear(int size, Func<int, string> answer) => ShouldBeLinear(size, answer, text =>
    {
        var vault = new SecretVault();
        vault.MaskBody(text, new TokenGuess(vault, sent: ""));
    });

    [TestCaseSource(nameof(Answers))]
    public void Reading_is_linear(int size, Func<int, string> answer) => ShouldBeLinear(size, answer, text => JsonBody.Read(text));

    [TestCaseSource(nameof(Answers))]
    public void Judging_is_linear(int size, Func<int, string> answer) => ShouldBeLinear(
        size, answer, text => KnownContracts.Matrix.Responses.Validate("matrix/login.response", JsonBody.Read(text).Root));

    [TestCaseSource(nameof(Answers))]
    public void What_is_recorded_has_a_bound(int size, Func<int, string> answer)
    {
        var body = answer(2 * size);

        var recorded = Recorded(new RecordedResponse(200, [], body));

        Encoding.UTF8.GetByteCount(recorded.Body).Should().BeInRange(RecordedSize.LongestBody - 4, RecordedSize.LongestBody);
        body.Should().StartWith(recorded.Body);
        recorded.CutFrom.Should().Be(Encoding.UTF8.GetByteCount(body));
        recorded.Digest.Should().StartWith("sha256:");
    }

    [Test]
    public void And_so_have_headers()
    {
        Header[] headers =
            [.. Enumerable.Range(0, 10_000).Select(i => new Header($"X-{i}", "v")), new Header("X", new string('v', 50_000))];

        var recorded = Recorded(new RecordedResponse(200, headers, ""));

        recorded.Headers.Sum(header => header.Name.Length + header.Value.Length).Should().BeLessThan(5_000);
        recorded.HeadersCutFrom.Should().Be(headers.Sum(header => header.Name.Length + header.Value.Length));
    }

    [Test]
    public void What_all_answers_of_a_run_take_up_has_a_bound()
    {
        var size = new RecordedSize();
        var body = new string('\u0001', RecordedSize.LongestBody);

        var written = Enumerable.Range(1, 2_000)
            .Select(number => size.Bounded(Finished(new RecordedResponse(200, [], body), number)))
            .Sum(entry => Written(entry).Length);

        written.Should().BeLessThan(60 * 1024 * 1024);
    }

    private static RecordedResponse Recorded(RecordedResponse response) =>
        ((ScenarioFinished)new RecordedSize().Bounded(Finished(response))).Exchanges.Single().Response!;

    [Test]
    public void An_exchange_that_scenarios_share_is_recorded_alike_in_each()
    {
        var size = new RecordedSize();
        var body = new string('\u0001', RecordedSize.LongestBody);
        var first = Written(size.Bounded(Finished(new RecordedResponse(200, [], body))));

        foreach (var number in Enumerable.Range(2, 2_000))
            size.Bounded(Finished(new RecordedResponse(200, [], body), number));

        Written(size.Bounded(Finished(new RecordedResponse(200, [], body)))).Should().Be(first);
    }

    private static string Written(JournalEntry entry) => JsonSerializer.Serialize(entry, JournalFormat.Written);

    private static ScenarioFinished Finished(RecordedResponse response, int number = 1) =>
        new ScenarioFinished("LogoutTests.X", "MTX-LOGOUT-01", Verdict.Pass)
        {
            Exchanges = [Journals.Exchange(number, "GET /versions", 200) with { Response = response }],
        };

    private static void ShouldBeLinear(int size, Func<int, string> answer, Action<string> deed)
    {
        var (small, large) = (answer(size * 2 / Times), answer(size * 2));
        // Whatever is made once, or kept in a pool, is made before.
        deed(large);

        var (first, second) = (Allocated(deed, small), Allocated(deed, large));

        ((double)second / Math.Max(first, 100_000)).Should().BeLessThan(Linear, "{0} and {1} bytes", first, second);
        second.Should().BeLessThan(large.Length * 400L, "no answer takes many times its length");
    }

    // The least of several: when garbage is collected meanwhile, pools are emptied, and filled anew.
    private static long Allocated(Action<string> deed, string text) => Enumerable.Range(0, 12).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        deed(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    private static TestCaseData Answer(string name, int size, Func<int, string> answer) =>
        new TestCaseData(size, answer).SetArgDisplayNames(name);
}
