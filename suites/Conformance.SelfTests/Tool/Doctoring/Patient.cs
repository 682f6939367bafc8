using System.Text.Json.Nodes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;

namespace Conformance.SelfTests.Tool.Doctoring;

/// <summary>A target that the doctor looks at: its file is in a folder of one test.</summary>
internal sealed class Patient : IDisposable
{
    // Programs that other tests start inherit it, so that it must mean nothing to them.
    private const string PasswordVariable = "DOCTORED_PASSWORD";

    private readonly ToolFolder folder = new();
    private readonly JsonObject target;

    static Patient() => Environment.SetEnvironmentVariable(PasswordVariable, ReferenceAccounts.Password);

    private Patient(JsonObject target) => this.target = target;

    /// <summary>What stands in target files for the password of every account.</summary>
    public static string Password => $"${{env:{PasswordVariable}}}";

    /// <summary>A reference server by the file that describes it, with two of its accounts.</summary>
    /// <param name="server">The server.</param>
    /// <param name="baseUrl">Where it is reached, if by another way.</param>
    /// <param name="change">What is changed in the file.</param>
    public static Patient Of(ReferenceServer server, string? baseUrl = null, Action<JsonObject>? change = null)
    {
        var text = server.TargetFile("patient")
            .Replace("${env:CONFORMANCE_REFERENCE_AS_TOKEN}", Password, StringComparison.Ordinal)
            .Replace(ReferenceAccounts.PasswordReference, Password, StringComparison.Ordinal);
        var target = JsonNode.Parse(text)!.AsObject();
        target["baseUrl"] = baseUrl ?? target["baseUrl"]!.ToString();
        target["accounts"] = new JsonArray([.. target["accounts"]!.AsArray().Take(2).Select(account => account!.DeepClone())]);
        change?.Invoke(target);
        return new(target);
    }

    /// <summary>Whatever is there, as a homeserver with one account.</summary>
    public static Patient At(string baseUrl, Action<JsonObject>? change = null) =>
        At(baseUrl, "matrix", new() { ["user"] = "alice" }, change);

    /// <summary>Whatever is there, as a SessionApi with one account.</summary>
    public static Patient AtKoyeb(string baseUrl, Action<JsonObject>? change = null) =>
        At(baseUrl, "koyeb", new() { ["email"] = "alice@example.invalid" }, change);

    /// <summary>Writes a file beside the target file, and gives its path.</summary>
    public string Save(string name, string text) => folder.Save(name, text);

    /// <summary>What the doctor tells a program.</summary>
    /// <param name="now">The time on this machine; null for the right one.</param>
    public async Task<Examined> Examine(DateTimeOffset? now = null) => new(await Call(now, "--json"));

    /// <summary>What the doctor tells a person.</summary>
    public Task<ToolCall> Read() => Call(now: null);

    public void Dispose() => folder.Dispose();

    private static Patient At(string baseUrl, string dialect, JsonObject account, Action<JsonObject>? change)
    {
        account["password"] = Password;
        var target = new JsonObject
        {
            ["name"] = "patient",
            ["dialect"] = dialect,
            ["baseUrl"] = baseUrl,
            ["accounts"] = new JsonArray(account),
        };
        change?.Invoke(target);
        return new(target);
    }

    private Task<ToolCall> Call(DateTimeOffset? now, params string[] options) => ToolCall.At(
        now ?? TimeProvider.System.GetUtcNow(), ["doctor", folder.Save("patient.json", target.ToJsonString()), .. options]);
}
