namespace Conformance.Reports.Diffing;

/// <summary>Kinds of change as people read them.</summary>
public static class ChangeNames
{
    /// <summary>The heading of all changes of a kind.</summary>
    public static string Heading(this ChangeKind kind) => kind switch
    {
        ChangeKind.Regression => "Regressions",
        ChangeKind.LostCoverage => "Lost coverage",
        ChangeKind.OtherFinding => "Violated in another way",
        ChangeKind.Fix => "Fixes",
        ChangeKind.NewCoverage => "New coverage",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of change"),
    };
}
