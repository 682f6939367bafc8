// Compiled into each project that refers to the package Conformance.Suites. NUnit looks here for the scenarios, which are in the package.
[assembly: NUnit.Framework.Parallelizable(NUnit.Framework.ParallelScope.All)]

// Scenarios wait for the network most of the time.
[assembly: NUnit.Framework.LevelOfParallelism(16)]

/// <summary>The scenarios of the package.</summary>
[Conformance.Suites.Packaged.ConformanceScenarios]
public static class ConformanceScenarios;

/// <summary>Begins and ends their run. It is in no namespace, so that it has all of them.</summary>
[NUnit.Framework.SetUpFixture]
public sealed class ConformanceRun : Conformance.Suites.Run;
