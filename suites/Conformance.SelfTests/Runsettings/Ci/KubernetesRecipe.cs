using k8s;
using k8s.Models;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>The recipe for Kubernetes as its .NET client reads it: the Indexed Job of the shards, and the Job that judges them.</summary>
internal static class KubernetesRecipe
{
    /// <summary>The name of the file.</summary>
    public const string Name = "kubernetes.yaml";

    /// <summary>The jobs of a manifest.</summary>
    /// <param name="text">The manifest.</param>
    /// <exception cref="YamlDotNet.Core.YamlException">It has a member that its kind has not.</exception>
    public static (V1Job Shards, V1Job Judge) Read(string text) =>
        KubernetesYaml.LoadAllFromString(text, strict: true).Cast<V1Job>().ToList() is [var shards, var judge]
            ? (shards, judge)
            : throw new InvalidOperationException("The recipe has two jobs.");

    /// <summary>What the container of a job runs, with the program and the folders of this machine in the place of its own.</summary>
    /// <param name="job">The job.</param>
    /// <param name="tool">The built tool.</param>
    /// <param name="target">The target file.</param>
    /// <param name="output">The shared folder.</param>
    public static string ScriptOf(V1Job job, string tool, string target, string output) =>
        ContainerOf(job).Args.Single()
            .Replace("/suite/conformance.dll", tool, StringComparison.Ordinal)
            .Replace("/etc/conformance/staging.json", target, StringComparison.Ordinal)
            .Replace("/out", output, StringComparison.Ordinal);

    /// <summary>The variables of a job that have a value in the manifest.</summary>
    public static IEnumerable<(string Name, string Value)> EnvironmentOf(V1Job job) =>
        ContainerOf(job).Env.Where(variable => variable.Value is not null).Select(variable => (variable.Name, variable.Value));

    /// <summary>The only container of a job.</summary>
    public static V1Container ContainerOf(V1Job job) => job.Spec.Template.Spec.Containers.Single();
}
