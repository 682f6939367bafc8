using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Conformance.Record.Exchanges;
using Conformance.Schemas.Bodies;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.ExchangeChecks.Matrix;
using Conformance.Schemas.Responses;

namespace Conformance.Benchmarks;

/// <summary>What is done with every answer: reading it, holding it against its shape, letting the exchange checks judge it.</summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private const string Devices =
        """{"devices":[{"device_id":"A","display_name":"Alice's phone","last_seen_ip":"127.0.0.1","last_seen_ts":1700000000000},"""
        + """{"device_id":"B"}]}""";

    private static readonly JsonNode? Sound = JsonBody.Read(Devices).Root;

    private static readonly JsonNode? Broken = JsonBody.Read(Devices.Replace("\"A\"", "null", StringComparison.Ordinal)).Root;

    private static readonly CheckIndex Checks = new(MatrixExchangeChecks.All);

    private static readonly Exchange Exchange = new()
    {
        Number = 1,
        Endpoint = "GET /devices",
        StartedAt = DateTimeOffset.UnixEpoch,
        Milliseconds = 1,
        Request = new("GET", "http://127.0.0.1/_matrix/client/v3/devices", [new("Authorization", "Bearer <access-token#1>")]),
        Response = new(200, [new("Content-Type", "application/json"), new("Access-Control-Allow-Origin", "*")], Devices),
    };

    [Benchmark]
    public JsonBody Read_a_body() => JsonBody.Read(Devices);

    [Benchmark]
    public int Validate_a_sound_body() => ResponseSchemas.Own.Validate("matrix/devices.response", Sound).Count;

    [Benchmark]
    public int Validate_a_broken_body() => ResponseSchemas.Own.Validate("matrix/devices.response", Broken).Count;

    [Benchmark]
    public int Judge_an_exchange_in_passing() => ExchangeJudgement.Of(new ExchangeView(Exchange), Checks).Count();
}
