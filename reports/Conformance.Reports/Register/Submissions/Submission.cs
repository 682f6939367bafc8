namespace Conformance.Reports.Register.Submissions;

/// <summary>What a vendor says of an implementation: the file <c>submission.json</c> beside the bundle with the evidence.</summary>
/// <param name="Name">The name of the implementation, the same in each of its submissions.</param>
/// <param name="Version">The version that was tested.</param>
/// <param name="Vendor">Who makes it.</param>
/// <param name="Website">Where to read about it.</param>
/// <param name="Contact">Whom to write to: an address of mail or of a page.</param>
/// <param name="Profile">The profile that it claims to meet, with or without a version.</param>
public sealed record Submission(string Name, string Version, string Vendor, string Website, string Contact, string Profile)
{
    /// <summary>Name of the file.</summary>
    public const string File = "submission.json";

    /// <summary>Name of the bundle beside it.</summary>
    public const string Bundle = "evidence.zip";

    /// <summary>Name of the public key beside it, if the bundle is signed.</summary>
    public const string Key = "key.pub.pem";

    /// <summary>Version of the form of this file.</summary>
    public int FormatVersion { get; init; } = 1;

    /// <summary>What readers should know; null for nothing.</summary>
    public string? Remarks { get; init; }
}
