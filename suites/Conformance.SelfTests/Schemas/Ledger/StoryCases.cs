using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Ledger;

/// <summary>Stories as test cases, named for what happens in them.</summary>
internal static class StoryCases
{
    public static TestCaseData<Story, string> Case(string name, string row, Story story) =>
        new TestCaseData<Story, string>(story, row).SetArgDisplayNames(name);

    public static TestCaseData<Story> Case(string name, Story story) => new TestCaseData<Story>(story).SetArgDisplayNames(name);
}
