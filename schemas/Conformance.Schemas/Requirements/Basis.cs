using System.Text.Json;

namespace Conformance.Schemas.Requirements;

/// <summary>What a requirement rests on, from the firmest to the weakest.</summary>
public enum Basis
{
    /// <summary>The contract's own text or schema.</summary>
    Documented,

    /// <summary>Code of an official client depends on it.</summary>
    Client,

    /// <summary>Seen on a live server and documented nowhere.</summary>
    SeenLive,

    /// <summary>Follows from other statements, or nothing says it.</summary>
    Inferred,
}

/// <summary>The names of bases.</summary>
public static class BasisNames
{
    /// <summary>The name in records, such as <c>seenLive</c>.</summary>
    public static string Code(this Basis basis) => JsonNamingPolicy.CamelCase.ConvertName(basis.ToString());

    /// <summary>What people read of a name in a record.</summary>
    public static string InWords(string? code) => code switch
    {
        "client" => "official clients depend on it",
        "seenLive" => "seen on the live service, not documented",
        "inferred" => "inferred, no sentence of the contract says it",
        _ => "documented",
    };
}
