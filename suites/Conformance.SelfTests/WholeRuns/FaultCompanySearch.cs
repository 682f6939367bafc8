using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Faults;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Finds faults that can be tried together, and lists them. Nothing depends on it but time: it takes some quarters of an hour, and saves
/// minutes of each trial. Worth it after some dozen new faults; see CONTRIBUTING.
/// </summary>
[Explicit("It writes a file; FaultTests tries what is in it.")]
public sealed class FaultCompanySearch
{
    /// <summary>The larger a company, the longer it takes to find out which member is not found any more.</summary>
    private const int Most = 12;

    /// <summary>Whoever got on with none of so many is left as it is.</summary>
    private const int MostRefusals = 4;

    private const int AtOnce = 8;

    [Test]
    public async Task Companies_grow_as_long_as_they_add_up()
    {
        if (Environment.GetEnvironmentVariable(GeneratedFiles.Variable) is null)
            Assert.Ignore($"It writes a file only where {GeneratedFiles.Variable} is set.");

        List<IReadOnlyList<Fault>> companies = [.. FaultCompanies.Listed()];
        companies.AddRange(FaultCatalogue.All.Except(companies.SelectMany(company => company)).Select(fault => (Fault[])[fault]));
        HashSet<(IReadOnlyList<Fault> One, IReadOnlyList<Fault> Other)> strangers = [];

        while (Pairs(companies, strangers) is { Count: > 0 } pairs)
        {
            await Parallel.ForEachAsync(pairs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (pair, _) =>
            {
                IReadOnlyList<Fault> together = [.. pair.One, .. pair.Other];
                var addsUp = (await FaultTrial.Of(together)).Objections.Count == 0;
                lock (companies)
                {
                    if (addsUp)
                    {
                        companies.Remove(pair.One);
                        companies.Remove(pair.Other);
                        companies.Add(together);
                        FaultCompanies.List(companies);
                    }
                    else
                    {
                        strangers.Add(pair);
                    }
                }
            });
        }

        companies.SelectMany(company => company).Should().BeEquivalentTo(FaultCatalogue.All);
    }

    // Each company is in one pair at most. The smallest first: they have the most to gain.
    private static List<(IReadOnlyList<Fault> One, IReadOnlyList<Fault> Other)> Pairs(
        IEnumerable<IReadOnlyList<Fault>> companies, HashSet<(IReadOnlyList<Fault> One, IReadOnlyList<Fault> Other)> strangers)
    {
        List<IReadOnlyList<Fault>> free =
        [
            .. companies.OrderBy(company => company.Count)
                .Where(company => strangers.Count(pair => pair.One == company || pair.Other == company) < MostRefusals),
        ];
        List<(IReadOnlyList<Fault>, IReadOnlyList<Fault>)> pairs = [];
        while (free.Count > 0)
        {
            var one = free[0];
            free.RemoveAt(0);
            var other = free.FindLast(each =>
                one.Count + each.Count <= Most
                && FaultCompanies.CanMeet(one, each)
                && !strangers.Contains((one, each))
                && !strangers.Contains((each, one)));
            if (other is null)
                continue;

            free.Remove(other);
            pairs.Add((one, other));
        }

        return pairs;
    }
}
