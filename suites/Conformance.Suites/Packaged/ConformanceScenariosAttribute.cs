using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Conformance.Suites.Packaged;

/// <summary>
/// Makes the scenarios of this assembly tests of another one. A test adapter looks for tests in the assembly of a test project only, and in
/// a vendor's project that is not this one.
/// </summary>
/// <remarks>The package compiles one class with it into each project that refers to it.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConformanceScenariosAttribute : NUnitAttribute, IFixtureBuilder2
{
    /// <inheritdoc/>
    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo) => BuildFrom(typeInfo, new AllTests());

    /// <inheritdoc/>
    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo, IPreFilter filter)
    {
        var builder = new DefaultSuiteBuilder();
        return Fixtures
            .Where(filter.IsMatch)
            .Select(fixture => new TypeWrapper(fixture))
            .Where(builder.CanBuildFrom)
            .Select(fixture => builder.BuildFrom(fixture, filter))
            .Select(AtOnce);
    }

    // As the suite's own assembly has it; what else is in the project decides for itself.
    private static TestSuite AtOnce(TestSuite fixture)
    {
        new ParallelizableAttribute(ParallelScope.All).ApplyToTest(fixture);
        return fixture;
    }

    // The test of the run is the last one, as NUnit has it in the suite's own assembly. The setup of the run is the project's own class.
    private static IEnumerable<Type> Fixtures => typeof(Run).Assembly.GetTypes()
        .Where(type => type != typeof(Run))
        .OrderBy(type => type == typeof(RunTests))
        .ThenBy(type => type.FullName, StringComparer.Ordinal);

    private sealed class AllTests : IPreFilter
    {
        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, System.Reflection.MethodInfo method) => true;
    }
}
