using System.Globalization;

namespace Conformance.Record.Journal;

/// <summary>Which part of the scenarios a run was to judge, where several runs share them.</summary>
/// <param name="Index">Which of the shards it is, from 1.</param>
/// <param name="Count">How many shards there are, from 1.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>How many there may be.</summary>
    public const int Most = 1000;

    /// <summary>As it is written: <c>2/8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
