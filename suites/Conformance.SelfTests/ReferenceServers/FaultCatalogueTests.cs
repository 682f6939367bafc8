using System.Reflection;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Faults;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.ReferenceServers;

/// <summary>A fault in a file that nobody named would never act, and nobody would miss it.</summary>
public sealed class FaultCatalogueTests
{
    [Test]
    public void Has_every_fault_that_is_declared()
    {
        var forgotten = typeof(Fault).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Fault) && !FaultCatalogue.All.Contains(field.GetValue(null)))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");

        forgotten.Should().BeEmpty("the file of each is named in MatrixFaults.cs or KoyebFaults.cs, and its fields are public");
    }
}
