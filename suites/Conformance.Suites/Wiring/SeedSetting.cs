using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Record.Journal;

namespace Conformance.Suites.Wiring;

/// <summary>The seed of a run: that of its settings; for shards, which have one together, that which the name of the run gives; else any.
/// </summary>
internal static class SeedSetting
{
    /// <summary>The seed; what to change, in a sentence, where there is none.</summary>
    /// <param name="environment">The environment variables.</param>
    /// <param name="shard">Which shard the run is; null for the whole suite.</param>
    /// <param name="words">How the caller names the run.</param>
    public static (int Seed, string? Problem) Read(IReadOnlyDictionary<string, string> environment, Shard? shard, CallerWords words)
    {
        var name = environment.GetValueOrDefault(SettingsCheck.RunIdVariable);
        if (shard is not null && string.IsNullOrEmpty(name))
        {
            return (0, $"Shards are parts of one run, and no record of another run may stand in for one: name the run, the same in all of "
                + $"them, by {words.RunId}.");
        }

        var given = environment.GetValueOrDefault(SettingsCheck.SeedVariable);
        if (!string.IsNullOrEmpty(given))
        {
            return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
                ? (seed, null)
                : (0, $"{SettingsCheck.SeedVariable}: give a whole number from 0 to {int.MaxValue}.");
        }

        return (shard is null ? RandomNumberGenerator.GetInt32(int.MaxValue) : OfName(name!), null);
    }

    private static int OfName(string name) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) & int.MaxValue;
}
