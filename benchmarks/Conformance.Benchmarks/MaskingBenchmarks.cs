using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Conformance.Record.Secrets;

namespace Conformance.Benchmarks;

/// <summary>Masking an answer, and looking through a finished artefact, with as many secrets as a Matrix run meets.</summary>
[MemoryDiagnoser]
public class MaskingBenchmarks
{
    private const int Secrets = 600;

    private readonly SecretVault usual = new();
    private readonly SecretVault repeating = new();
    private string whoAmI = "";
    private string artefact = "";
    private string echoed = "";
    private string echoedAsText = "";

    [GlobalSetup]
    public void Learn()
    {
        for (var i = 0; i < Secrets; i++)
            usual.Learn(SecretKind.AccessToken, $"syt_{Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(i)))}");

        whoAmI = """{"user_id":"@alice:example.org","device_id":"ABCDEFGHIJ","is_guest":false}""";
        artefact = string.Concat(Enumerable.Repeat(whoAmI, 70_000));

        // A server whose tokens are 300 KB of one letter, and that repeats them in bodies of 700 KB.
        var token = new string('a', 300_000);
        repeating.Learn(SecretKind.AccessToken, token);
        repeating.Learn(SecretKind.AccessToken, $"{token}b");
        echoed = $$"""{"access_token":"{{token}}","echo":"{{new string('a', 400_000)}}"}""";
        echoedAsText = new string('a', 700_000);
    }

    [Benchmark]
    public string Learning_and_finding_10000_tokens_that_begin_alike()
    {
        var vault = new SecretVault();
        for (var i = 0; i < 10_000; i++)
            vault.Learn(SecretKind.AccessToken, $"aaaaaa{(char)(0x4E00 + i)}");
        return vault.Mask("aaaaaaa");
    }

    [Benchmark]
    public string Answer_without_secrets() => usual.MaskBody(whoAmI);

    [Benchmark]
    public IReadOnlyList<Secret> Artefact_of_5_MB_without_secrets() => usual.Leaks(artefact);

    [Benchmark]
    public string Answer_of_700_KB_that_echoes_a_token_of_300_KB() => repeating.MaskBody(echoed);

    [Benchmark]
    public string Text_of_700_KB_that_echoes_a_token_of_300_KB() => repeating.MaskBody(echoedAsText);
}
