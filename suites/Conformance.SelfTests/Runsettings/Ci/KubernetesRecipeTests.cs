using FluentAssertions;
using NUnit.Framework;
using YamlDotNet.Core;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>The models of Kubernetes know all that its recipe says; what the jobs do is tried by the sharded runs.</summary>
public sealed class KubernetesRecipeTests
{
    private static string Text => File.ReadAllText(Recipe.PathOf(KubernetesRecipe.Name));

    [Test]
    public void There_are_as_many_pods_as_shards_and_all_run_at_once()
    {
        var shards = KubernetesRecipe.Read(Text).Shards;

        (shards.Spec.CompletionMode, shards.Spec.Completions, shards.Spec.Parallelism).Should().Be(("Indexed", 4, 4));
        KubernetesRecipe.ContainerOf(shards).Args.Single().Should().Contain($"--shard auto/{shards.Spec.Completions} ");
    }

    [Test]
    public void A_pod_that_fails_does_not_begin_again_and_has_no_rights()
    {
        var (shards, judge) = KubernetesRecipe.Read(Text);

        foreach (var job in new[] { shards, judge })
        {
            (job.Spec.BackoffLimit, job.Spec.Template.Spec.RestartPolicy).Should().Be((0, "Never"));
            job.Spec.Template.Spec.AutomountServiceAccountToken.Should().BeFalse();
            job.Spec.ActiveDeadlineSeconds.Should().BePositive();
        }
    }

    [Test]
    public void Both_jobs_are_of_one_run_and_secrets_stand_in_no_manifest()
    {
        var (shards, judge) = KubernetesRecipe.Read(Text);

        KubernetesRecipe.EnvironmentOf(shards).Should().Equal(KubernetesRecipe.EnvironmentOf(judge));
        KubernetesRecipe.ContainerOf(shards).Env.Where(variable => variable.ValueFrom?.SecretKeyRef is not null)
            .Select(variable => variable.Name).Should().Equal("CONFORMANCE_LEDGER_KEY", "ACCOUNTS_PASSWORD");
    }

    [TestCase("completionMode:", "completionsMode:")]
    [TestCase("mountPath:", "path:")]
    public void A_member_that_there_is_not_is_found(string part, string other) =>
        FluentActions.Invoking(() => KubernetesRecipe.Read(Text.Replace(part, other, StringComparison.Ordinal)))
            .Should().Throw<YamlException>();
}
