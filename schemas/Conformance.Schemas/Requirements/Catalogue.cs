using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Conformance.Record.Text;
using Conformance.Schemas.Data;

namespace Conformance.Schemas.Requirements;

/// <summary>The requirements of a contract, or of several, in their order.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, Requirement> byId;

    /// <summary>Makes one of some requirements.</summary>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public Catalogue(IReadOnlyList<Requirement> requirements)
    {
        Requirements = requirements;
        byId = requirements.ToFrozenDictionary(requirement => requirement.Id, StringComparer.Ordinal);
    }

    /// <summary>Every requirement, in catalogue order.</summary>
    public IReadOnlyList<Requirement> Requirements { get; }

    /// <summary>The requirement with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest ids.</exception>
    public Requirement this[string id] => TryFind(id, out var requirement) ? requirement : throw Unknown(id);

    /// <summary>Finds a requirement by its id; false where there is none.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out Requirement? requirement) => byId.TryGetValue(id, out requirement);

    /// <summary>The ids that somebody may have meant who wrote one that there is not, at most three.</summary>
    public IEnumerable<string> Nearest(string id) => NearestNames.Of(id, byId.Keys);

    /// <summary>
    /// Reads one, such as <c>Requirements/matrix.json</c>; <c>requirement.schema.json</c> beside that says what it may hold.
    /// </summary>
    public static Catalogue Read(DataFiles files, string name) => new(files.Read<Requirement[]>(name));

    private KeyNotFoundException Unknown(string id) =>
        new($"There is no requirement '{id}'. Nearest: {string.Join(", ", Nearest(id))}.");
}
