using System.Text.Json.Nodes;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>Target files with nothing but what is required, to break one thing in.</summary>
internal static class SoundTarget
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["ALICE_PASSWORD"] = "correct horse battery staple",
        ["STAGING_KEY"] = "letmein",
        ["TWO_LINES"] = "one\ntwo",
        ["NOTHING"] = "",
    };

    public static string? Environment(string name) => Variables.GetValueOrDefault(name);

    public static string Matrix(Action<JsonObject>? change = null) => Changed(
        """
        {
          "name": "staging",
          "dialect": "matrix",
          "baseUrl": "https://matrix.staging.example.org",
          "accounts": [{ "user": "alice", "password": "${env:ALICE_PASSWORD}" }]
        }
        """,
        change);

    public static string Koyeb(Action<JsonObject>? change = null) => Changed(
        """
        {
          "name": "staging",
          "dialect": "koyeb",
          "baseUrl": "https://api.staging.example.org",
          "accounts": [{ "email": "alice@example.org", "password": "${env:ALICE_PASSWORD}" }]
        }
        """,
        change);

    /// <summary>The target that a text holds; throws if it has faults.</summary>
    public static TargetSettings Read(string json) =>
        TargetFile.Parse(json, "staging.json", Environment, KnownDialects.Defaults) is (TargetSettings target, { Count: 0 })
            ? target
            : throw new AssertionException($"The target is not sound: {string.Join(System.Environment.NewLine, Faults(json))}");

    /// <summary>The faults of a text, as operators read them.</summary>
    public static IEnumerable<string> Faults(string json) =>
        TargetFile.Parse(json, "staging.json", Environment, KnownDialects.Defaults).Faults.Select(fault => fault.ToString());

    private static string Changed(string json, Action<JsonObject>? change)
    {
        var target = JsonNode.Parse(json)!.AsObject();
        change?.Invoke(target);
        return target.ToJsonString();
    }
}
