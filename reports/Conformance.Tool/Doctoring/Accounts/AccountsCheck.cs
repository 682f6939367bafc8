using Conformance.Fixtures.Outcomes;

namespace Conformance.Tool.Doctoring.Accounts;

/// <summary>Is each account let in, as a user of its own? Each is logged in once, and out again.</summary>
internal sealed class AccountsCheck(AccountTrial trial) : ICheck
{
    public string Subject => "accounts";

    public async Task Look(Visit visit)
    {
        var accounts = visit.Settings.Accounts;
        List<string?> users = [];
        foreach (var (index, account) in accounts.Index())
        {
            try
            {
                users.Add(await trial(visit, account, $"accounts[{index}]"));
            }
            catch (ControlFailedException) when (index + 1 < accounts.Count)
            {
                // What ails the server ails them all, and a limit would only be met again.
                visit.Saw($"not tried: {string.Join(", ", accounts.Skip(index + 1).Select(other => other.User))}");
                throw;
            }
        }

        foreach (var same in users.Index().Where(user => user.Item is not null).GroupBy(user => user.Item, user => user.Index))
            CompareUsers(visit, same.Key!, [.. same]);
    }

    private static void CompareUsers(Visit visit, string user, IReadOnlyList<int> same)
    {
        if (same is [var first, var second, ..])
        {
            visit.Obstruct(
                $"accounts[{second}]",
                $"is the same user as accounts[{first}], {user}",
                "name another user, or remove it; if they are two users, the server mixes them up");
        }
    }
}
