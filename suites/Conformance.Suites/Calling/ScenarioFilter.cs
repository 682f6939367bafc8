using Microsoft.VisualStudio.TestPlatform.Common.Filtering;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.Suites.Calling;

/// <summary>Filters of <c>dotnet test</c>, by the test platform's own reader of them, where no test platform runs.</summary>
internal static class ScenarioFilter
{
    private static readonly Uri Executor = new("executor://conformance");

    /// <summary>Says of each test whether it matches.</summary>
    /// <param name="expression">Such as <c>Requirement=MTX-LOGOUT-02</c>.</param>
    /// <exception cref="SuiteNotBegunException">It is no filter.</exception>
    public static Func<ITest, bool> Of(string expression)
    {
        var read = new FilterExpressionWrapper(expression);
        if (read.ParseError is { } error)
            throw new SuiteNotBegunException($"the filter {expression} cannot be read: {error.ReplaceLineEndings(" ").Trim()}");

        var filter = new TestCaseFilterExpression(read);
        return test => filter.MatchTestCase(
            new TestCase(test.FullName, Executor, test.TypeInfo!.Assembly.GetName().Name!), name => ValueOf(test, name));
    }

    // As NUnit's adapter tells the test platform: properties and categories are those of what a test is in, too.
    private static object? ValueOf(ITest test, string name) => name.ToUpperInvariant() switch
    {
        "FULLYQUALIFIEDNAME" => test.FullName,
        "NAME" => test.Name,
        "CATEGORY" or "TESTCATEGORY" => Inherited(test, PropertyNames.Category),
        _ => Inherited(test, name),
    };

    private static string[] Inherited(ITest test, string property)
    {
        List<string> values = [];
        for (var each = test; each is not null; each = each.Parent)
        {
            var key = each.Properties.Keys.FirstOrDefault(known => known.Equals(property, StringComparison.OrdinalIgnoreCase));
            if (key is not null)
                values.AddRange(each.Properties[key].Cast<object>().Select(value => $"{value}"));
        }

        return [.. values];
    }
}
