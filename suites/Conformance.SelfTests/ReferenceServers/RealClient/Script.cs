using System.Text.Json.Nodes;
using Conformance.ReferenceServers;
using FluentAssertions;

namespace Conformance.SelfTests.ReferenceServers.RealClient;

/// <summary>What one of the scripts beside this file saw of a server.</summary>
/// <param name="Steps">What was seen, by the name of the step.</param>
/// <param name="Console">All that the script and the SDK wrote to the console.</param>
internal sealed record Script(IReadOnlyDictionary<string, JsonNode> Steps, string Console)
{
    /// <summary>Far more than the few requests of a script take.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    /// <summary>What was seen at a step, as JSON text.</summary>
    public string this[string step] => Steps[step].ToJsonString();

    /// <summary>Runs a script of package.json as the server's first user.</summary>
    /// <param name="name">The name of the script in package.json.</param>
    /// <param name="server">The server to run it against.</param>
    /// <param name="onStep">Is given the name of each step when it is done.</param>
    public static async Task<Script> Run(string name, ReferenceServer server, Action<string>? onStep = null)
    {
        var steps = new Dictionary<string, JsonNode>();
        var environment = new Dictionary<string, string>
        {
            ["CONFORMANCE_BASE_URL"] = server.BaseUrl.GetLeftPart(UriPartial.Authority),
            ["CONFORMANCE_USER"] = server.Accounts[0].Name,
            ["CONFORMANCE_PASSWORD"] = server.Accounts[0].Password,
        };
        var (exitCode, console) = await NodePackages.Folder.Run(Bound, ["run", "--silent", name], environment, line =>
        {
            var told = JsonNode.Parse(line)!;
            var step = (string)told["step"]!;
            steps.Add(step, told["seen"]!);
            onStep?.Invoke(step);
        });
        exitCode.Should().Be(0, console);
        return new Script(steps, console);
    }
}
