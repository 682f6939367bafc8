using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Conformance.Record.Text;

namespace Conformance.Schemas.Requirements;

/// <summary>The requirements of one contract, or of all, in the order of <c>contracts/</c>.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, Requirement> byId;

    private Catalogue(IReadOnlyList<Requirement> requirements)
    {
        Requirements = requirements;
        byId = requirements.ToFrozenDictionary(requirement => requirement.Id, StringComparer.Ordinal);
    }

    /// <summary>Matrix client-server session management.</summary>
    public static Catalogue Matrix { get; } = Load("Requirements/matrix.json");

    /// <summary>The Koyeb SessionApi.</summary>
    public static Catalogue Koyeb { get; } = Load("Requirements/koyeb.json");

    /// <summary>Both, Matrix first.</summary>
    public static Catalogue All { get; } = new([.. Matrix.Requirements, .. Koyeb.Requirements]);

    /// <summary>Every requirement, in catalogue order.</summary>
    public IReadOnlyList<Requirement> Requirements { get; }

    /// <summary>The requirement with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest ids.</exception>
    public Requirement this[string id] => TryFind(id, out var requirement) ? requirement : throw Unknown(id);

    /// <summary>Finds a requirement by its id; false where there is none.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out Requirement? requirement) => byId.TryGetValue(id, out requirement);

    /// <summary>The ids that somebody may have meant who wrote one that there is not, at most three.</summary>
    public IEnumerable<string> Nearest(string id) => NearestNames.Of(id, byId.Keys);

    private static Catalogue Load(string path) => new(EmbeddedData.Read<Requirement[]>(path));

    private KeyNotFoundException Unknown(string id) =>
        new($"There is no requirement '{id}'. Nearest: {string.Join(", ", Nearest(id))}.");
}
