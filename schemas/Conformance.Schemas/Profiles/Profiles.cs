using Conformance.Record.Runs;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Profiles;

/// <summary>The profiles that this suite knows.</summary>
public static class Profiles
{
    private static readonly Profile[] Known =
    [
        EmbeddedData.Read<Profile>("Profiles/matrix-logout.json"),
        EmbeddedData.Read<Profile>("Profiles/matrix-session.json"),
        EmbeddedData.Read<Profile>("Profiles/matrix-refresh.json"),
        EmbeddedData.Read<Profile>("Profiles/koyeb-logout.json"),
        EmbeddedData.Read<Profile>("Profiles/koyeb-s21.json"),
        EmbeddedData.Read<Profile>("Profiles/koyeb-s26.json"),
    ];

    /// <summary>The names that <see cref="Find"/> accepts.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(profile => profile.Name)];

    /// <summary>The profile with this name; null where there is none.</summary>
    public static Profile? Find(string name) => Array.Find(Known, profile => profile.Name == name);

    /// <summary>The profile that a target is judged by unless somebody asks for another one: the one of its target file, else that of its contract and edition.</summary>
    /// <exception cref="UnknownProfileException">The target names a profile that there is none of.</exception>
    public static Profile For(TargetDescription target)
    {
        var name = target.Profile ?? (target.Dialect == "matrix" ? "matrix-session" : $"koyeb-{target.Edition}");
        return Find(name) ?? throw new UnknownProfileException(name);
    }
}

/// <summary>There is no profile of that name; the message names those that there are.</summary>
public sealed class UnknownProfileException(string name)
    : Exception($"there is no profile '{name}'; choose one of {string.Join(", ", Profiles.Names)}.");
