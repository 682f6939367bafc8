using Conformance.Fixtures.Http;
using Conformance.Fixtures.Outcomes;

namespace Conformance.Tool.Doctoring.Accounts;

/// <summary>Closes what the doctor has opened: that is sent whatever else is not, and what cannot be closed is named.</summary>
internal static class OpenedSession
{
    /// <param name="visit">The visit.</param>
    /// <param name="key">Key of the account in the target file.</param>
    /// <param name="session">Whose session it is, and which.</param>
    /// <param name="end">Ends it, and says why that is not proven; null if it is.</param>
    /// <returns>Whether it is proven closed.</returns>
    public static async Task<bool> Close(Visit visit, string key, string session, Func<Task<string?>> end)
    {
        // Of this flow of control only.
        ExchangeLog.Current = new ExchangeLog { Owner = "doctor", IsClosing = true };
        string? problem;
        try
        {
            problem = await end();
        }
        catch (ControlFailedException e)
        {
            problem = e.Message.TrimEnd('.');
        }

        if (problem is null)
            return true;

        visit.Find(
            key,
            $"the doctor's session may still be open: {session}; {problem}",
            "close it by hand; the server, and not the target file, is at fault, and a run shows by which row");
        return false;
    }
}
