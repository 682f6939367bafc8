using System.Text;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Data;
using Conformance.Schemas.Profiles;

namespace Conformance.Reports.Bundles;

/// <summary>SHA-256 of the data that verdicts rest on, as this version has them built in.</summary>
public static class Digests
{
    private static readonly DataFiles Reports = new(typeof(Digests).Assembly);

    /// <summary>The requirements of a contract, and what is told of the ambiguities of its specification.</summary>
    public static string Catalogue(Contract contract) =>
        Of(contract.Data, name => name == $"Requirements/{contract.Name}.json" || name == "Requirements/ambiguities.json");

    /// <summary>The manifest of a profile.</summary>
    public static string Manifest(Contract contract, Profile profile) => Of(contract.Data, name => name == profile.File);

    /// <summary>The response schemas of a contract.</summary>
    public static string ResponseSchemas(Contract contract) =>
        Of(contract.Data, name => name.StartsWith($"Responses/{contract.Name}/", StringComparison.Ordinal));

    /// <summary>Which faults the self-tests saw each requirement catch.</summary>
    public static string FaultResults { get; } = Of(Reports, name => name.EndsWith("fault-results.json", StringComparison.Ordinal));

    // One digest for several files: of a list as sha256sum writes it.
    private static string Of(DataFiles data, Func<string, bool> selects)
    {
        var list = string.Concat(data.Names.Where(selects).Select(name => $"{Digest.Of(Read(data, name))}  {name}\n"));
        return list.Length > 0
            ? Digest.Of(Encoding.UTF8.GetBytes(list))
            : throw new InvalidOperationException("No such data are built in.");
    }

    private static byte[] Read(DataFiles data, string name)
    {
        using var stream = data.Open(name);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
