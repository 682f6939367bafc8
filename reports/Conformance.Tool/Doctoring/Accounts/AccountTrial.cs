using Conformance.Fixtures.Targets;

namespace Conformance.Tool.Doctoring.Accounts;

/// <summary>Logs an account in, once, and out again: how a contract does it.</summary>
/// <param name="visit">The visit.</param>
/// <param name="account">The account.</param>
/// <param name="key">Its key in the target file.</param>
/// <returns>Who it turned out to be; null where it was not let in, or the server did not say.</returns>
internal delegate Task<string?> AccountTrial(Visit visit, AccountSettings account, string key);
