using System.Globalization;
using Conformance.Tool.Output;

namespace Conformance.Tool.Planning;

/// <summary>What a run would do, for a person.</summary>
internal static class PlanText
{
    public static void Write(TextWriter writer, PlanReport plan)
    {
        var page = new Page();
        page.Sentence(
            $"{plan.Target} ({plan.File}): {Number(plan.Scenarios)} scenarios for {Number(plan.Requirements)} requirements of "
            + plan.Dialect
            + (plan.Asked ? "" : ", by the target file alone: the server was not asked"));
        page.Section("It takes", Totals(plan));
        page.Section("Requests", plan.Endpoints.Select(endpoint => new[] { Number(endpoint.Requests), endpoint.Endpoint }));
        page.Section("Ends sessions of others, changes passwords, creates accounts", plan.Destructive.Select(name => new[] { name }));
        page.Section("Left out", plan.LeftOut.Select(left => new[] { Number(left.Scenarios), left.Why }));
        page.Section("Before it is at its end", plan.Warnings.Select(warning => new[] { warning }));
        page.WriteTo(writer);
    }

    private static IEnumerable<string[]> Totals(PlanReport plan)
    {
        var logins = plan.Logins;
        yield return [Number(plan.Requests), "requests"];
        yield return
        [
            Number(logins.Total),
            $"logins: {Number(logins.Preflight)} before the first scenario, {Number(logins.Scenarios)} of scenarios, "
                + $"{Number(logins.LiveSessions)} for sessions that are handed on",
        ];
        yield return [Number(logins.Failed), "of them fail on purpose at an account"];
        yield return [Number(plan.AccountsGiven), $"accounts; no scenario needs more than {Number(plan.AccountsNeeded)} at once"];
        yield return [Number(plan.Mails), "mails"];
        yield return [Time(plan.Seconds), $"if the server lets everybody log in, at {Number(plan.LatencyMilliseconds)} ms an answer"];
        yield return
        [
            Time(plan.SecondsAtStockLogins),
            "if it limits logins as Synapse does as it is installed: 5 at once, then one in 333 s; of an account 3 that fail, then one "
                + "in 6 s",
        ];
    }

    private static string Number(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Time(double seconds) => seconds switch
    {
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 90 * 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} h"),
    };
}
