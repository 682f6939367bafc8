using System.Text;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Allure;

/// <summary>What Allure reads beside the results.</summary>
internal static class AllureSurroundings
{
    /// <summary>
    /// The groups of what is not green, told apart by the first word of a message. Allure 2 reads them;
    /// Allure 3 has groups of its own, and the tags.
    /// </summary>
    public static string Categories() => ReportJson.Write(new[]
    {
        Category("Promises broken", "failed", "fail"),
        Category("Nothing proven: a control failed", "broken", "inconclusive"),
        Category("Errors of the suite or its target file", "broken", "error"),
        Category("Recommendations not followed", "skipped", "warning"),
        Category("Waived violations", "skipped", "waived"),
        Category("Not applicable", "skipped", "not applicable"),
        Category("Disabled by the target file", "skipped", "disabled"),
    });

    /// <summary>Who was tested, as a file of Java properties.</summary>
    public static string Environment(IReadOnlyList<JudgedRun> runs)
    {
        var text = new StringBuilder();
        foreach (var (run, index) in runs.Select((run, i) => (run, i)))
        {
            var prefix = runs.Count == 1 ? "" : $"{index + 1}.";
            foreach (var (name, value) in RunProperties.Of(run))
                text.Append(Escaped(prefix + name)).Append(" = ").Append(Escaped(OneLine.Of(value))).Append('\n');
        }

        return text.ToString();
    }

    private static object Category(string name, string status, string verdict) => new
    {
        name,
        matchedStatuses = new[] { status },
        messageRegex = $"(?s){verdict}: .*",
    };

    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(" ", @"\ ", StringComparison.Ordinal)
        .Replace(":", @"\:", StringComparison.Ordinal)
        .Replace("=", @"\=", StringComparison.Ordinal);
}
