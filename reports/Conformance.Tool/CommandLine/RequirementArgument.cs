using System.CommandLine;
using Conformance.Schemas.Contracts;

namespace Conformance.Tool.CommandLine;

/// <summary>The argument <c>ID</c>, which a shell can complete.</summary>
internal static class RequirementArgument
{
    public static Argument<string> Create()
    {
        var id = new Argument<string>("ID") { Description = "Id of a requirement, such as MTX-LOGOUT-02." };
        id.CompletionSources.AddForShells(KnownContracts.All.Catalogue.Requirements.Select(requirement => requirement.Id));
        return id;
    }
}
