using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Reports.Bundles;
using Conformance.Reports.Gating;

namespace Conformance.SelfTests.Reports;

/// <summary>Bundles of the recorded run, and of forgeries of it.</summary>
internal static class PackedRun
{
    /// <summary>The bundle of the run, or of another journal.</summary>
    public static async Task<byte[]> Pack(ECDsa? key = null, IReadOnlyList<JournalEntry>? journal = null)
    {
        var entries = journal ?? await RecordedRun.Journal;
        using var output = new MemoryStream();
        Bundle.Write(JudgedRun.Of(RecordedRun.Fold(entries)), Lines(entries), key, output);
        return output.ToArray();
    }

    /// <summary>A key on the curve that bundles are signed with.</summary>
    public static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The bytes of a journal.</summary>
    public static byte[] Lines(IReadOnlyList<JournalEntry> journal) =>
        Encoding.UTF8.GetBytes(string.Concat(journal.Select(entry => JsonSerializer.Serialize(entry, JournalFormat.Line) + "\n")));

    public static IReadOnlyList<BundleFile> FilesOf(byte[] bundle)
    {
        using var input = new MemoryStream(bundle);
        return BundleArchive.Read(input, BundleBounds.Default).Files;
    }

    /// <summary>Packs files as they are, whatever the attestation among them says.</summary>
    public static byte[] Repack(IEnumerable<BundleFile> files)
    {
        using var output = new MemoryStream();
        BundleArchive.Write(files, output);
        return output.ToArray();
    }

    public static BundleVerification Verify(byte[] bundle, ECDsa? key = null, BundleBounds? bounds = null)
    {
        using var input = new MemoryStream(bundle);
        return BundleVerification.Of(input, key is null ? null : new TrustedKey(key, "vendor.pem"), bounds ?? BundleBounds.Default);
    }
}
