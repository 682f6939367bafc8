using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Conformance.Schemas.Costs;

namespace Conformance.SelfTests.Schemas.Costs;

/// <summary>The file of costs, a line for each scenario, so that a difference shows which one it is.</summary>
internal static class CostsFile
{
    private const int FewRequests = 2;

    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsEmpty } },
    };

    /// <summary>Its text.</summary>
    /// <param name="measured">What was measured.</param>
    /// <param name="approved">What it says now: what is as good as measured stays as it is.</param>
    public static string Write(IReadOnlyDictionary<string, ScenarioCost> measured, CostList approved)
    {
        var lines = measured
            .OrderBy(cost => cost.Key, StringComparer.Ordinal)
            .Select(cost => $"  {Json(cost.Key)}: {Json(Settled(cost, approved))}");
        return $"{{\n{string.Join(",\n", lines)}\n}}\n";
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Compact);

    // Logins are counted exactly. Who asks until something is gone asks a little more often of a server that is busy.
    private static ScenarioCost Settled(KeyValuePair<string, ScenarioCost> measured, CostList approved) =>
        approved.ByName.TryGetValue(measured.Key, out var known) && AreClose(measured.Value.Requests, known.Requests)
            ? measured.Value with { Requests = known.Requests }
            : measured.Value;

    private static bool AreClose(IReadOnlyDictionary<string, int> measured, IReadOnlyDictionary<string, int> known) =>
        measured.Keys.Union(known.Keys).All(
            endpoint => Math.Abs(measured.GetValueOrDefault(endpoint) - known.GetValueOrDefault(endpoint))
                <= Math.Max(FewRequests, known.GetValueOrDefault(endpoint) / 4));

    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.PropertyType.IsAssignableTo(typeof(IEnumerable)) && member.PropertyType != typeof(string))
                member.ShouldSerialize = (_, value) => value is IEnumerable all && all.Cast<object>().Any();
        }
    }
}
