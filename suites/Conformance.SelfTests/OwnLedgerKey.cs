using System.Security.Cryptography;
using Conformance.Fixtures.Cleaning;
using NUnit.Framework;

namespace Conformance.SelfTests;

/// <summary>What runs of self-tests write down is encrypted with a key of theirs: nobody's own is made or used.</summary>
[SetUpFixture]
public sealed class OwnLedgerKey
{
    /// <summary>The key, as the variable has it.</summary>
    public static string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));

    [OneTimeSetUp]
    public void Set() => Environment.SetEnvironmentVariable(LedgerKey.Variable, Value);
}
