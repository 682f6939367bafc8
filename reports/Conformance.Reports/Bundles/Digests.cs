using System.Reflection;
using System.Text;
using Conformance.Schemas.Profiles;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Bundles;

/// <summary>SHA-256 of the data that verdicts rest on, as this version has them built in.</summary>
public static class Digests
{
    private static readonly Assembly[] Carriers = [typeof(Catalogue).Assembly, typeof(Digests).Assembly];

    /// <summary>The requirements of a contract, and what is told of the ambiguities of its specification.</summary>
    /// <param name="dialect"><c>matrix</c> or <c>koyeb</c>.</param>
    public static string Catalogue(string dialect) => Of(name => name == $"Requirements/{dialect}.json" || name == "Requirements/ambiguities.json");

    /// <summary>The manifest of a profile.</summary>
    public static string Manifest(Profile profile) => Of(name => name == profile.File);

    /// <summary>The response schemas of a contract.</summary>
    /// <param name="dialect"><c>matrix</c> or <c>koyeb</c>.</param>
    public static string ResponseSchemas(string dialect) => Of(name => name.StartsWith($"Responses/{dialect}/", StringComparison.Ordinal));

    /// <summary>Which faults the self-tests saw each requirement catch.</summary>
    public static string FaultResults { get; } = Of(name => name.EndsWith("fault-results.json", StringComparison.Ordinal));

    // One digest for several files: of a list as sha256sum writes it. Built on Windows, names have backslashes.
    private static string Of(Func<string, bool> selects)
    {
        var files =
            from carrier in Carriers
            from resource in carrier.GetManifestResourceNames()
            let name = resource.Replace('\\', '/')
            where selects(name)
            orderby name
            select $"{Digest.Of(Read(carrier, resource))}  {name}\n";
        var list = string.Concat(files);
        return list.Length > 0 ? Digest.Of(Encoding.UTF8.GetBytes(list)) : throw new InvalidOperationException("No such data are built in.");
    }

    private static byte[] Read(Assembly carrier, string resource)
    {
        using var stream = carrier.GetManifestResourceStream(resource)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
