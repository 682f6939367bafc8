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
    ];

    /// <summary>The names that <see cref="Find"/> accepts.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(profile => profile.Name)];

    /// <summary>The profile with this name; null where there is none.</summary>
    public static Profile? Find(string name) => Array.Find(Known, profile => profile.Name == name);
}
