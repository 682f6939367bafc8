using Conformance.Fixtures.Targets;

namespace Conformance.Tool.Doctoring.Accounts;

/// <summary>Is each account let in, as a user of its own? Each is logged in once, and out again.</summary>
internal sealed class AccountsCheck(AccountTrial trial) : ICheck
{
    public string Subject => "accounts";

    public async Task Look(Visit visit)
    {
        var accounts = visit.Settings.Accounts;
        List<string?> users = [];
        try
        {
            while (users.Count < accounts.Count && !IsInVain(visit, users.Count - 1))
                users.Add(await trial(visit, accounts[users.Count], $"accounts[{users.Count}]"));
        }
        finally
        {
            // What the exception tells ails them all: a limit, for one, would only be met again.
            TellUntried(visit, accounts.Skip(Math.Max(users.Count, 1)));
        }

        foreach (var same in users.Index().Where(user => user.Item is not null).GroupBy(user => user.Item, user => user.Index))
            CompareUsers(visit, same.Key!, [.. same]);
    }

    // What is wrong with the server, or its address, is wrong for the others, too.
    private static bool IsInVain(Visit visit, int last) => visit.IsObstructed
        && !visit.Diagnoses[^1].Place.StartsWith($"accounts[{last}]", StringComparison.Ordinal);

    private static void TellUntried(Visit visit, IEnumerable<AccountSettings> accounts)
    {
        if (string.Join(", ", accounts.Select(account => account.User)) is { Length: > 0 } untried)
            visit.Saw($"not tried: {untried}");
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
