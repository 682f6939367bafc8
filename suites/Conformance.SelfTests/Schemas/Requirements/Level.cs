using System.Text.RegularExpressions;
using Conformance.Schemas.Requirements;

namespace Conformance.SelfTests.Schemas.Requirements;

/// <summary>What a level says by itself about severity, and nothing where it is mixed or qualified.</summary>
internal static partial class Level
{
    /// <summary>The severity that follows from the level alone; null where a person has to decide.</summary>
    internal static Severity? ByDefault(string level) => level switch
    {
        _ when Demand().IsMatch(level) => Severity.Fail,
        _ when Recommendation().IsMatch(level) => Severity.Warn,
        "MAY" or "INFO" or "REPORT" or "SKIP" => Severity.Observe,
        _ => null,
    };

    /// <summary>In strict mode a warning is a failure.</summary>
    internal static Severity? InStrictMode(string level) =>
        ByDefault(level) is Severity.Warn ? Severity.Fail : ByDefault(level);

    [GeneratedRegex(@"^(MUST( NOT)?|must( ★)?|implied ★|MUST (DOC-OP|DOC-API|DOC-API/OP|CLIENT|CLIENT/DOC-API)( \+ CLIENT)?)$")]
    private static partial Regex Demand();

    [GeneratedRegex(@"^(SHOULD( NOT)?|should( not)?|implied|SHOULD (DOC-OP|DOC-API|CLIENT|OBS|INFERRED))$")]
    private static partial Regex Recommendation();
}
