namespace Conformance.SelfTests.Record.Text;

/// <summary>What a server may say that terminals, CI servers, browsers and readers of formats would take for a command.</summary>
internal static class HostileTexts
{
    /// <summary>Is in each of them, to be looked for where they arrive.</summary>
    public const string Mark = "kilroy";

    /// <summary>Each, by what it is.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["colour"] = $"\e[31m{Mark}\e[0m",
        ["C1 sequence"] = $"\x9b31m{Mark}\x9d0;title\x9c",
        ["link of a terminal"] = $"\e]8;;https://evil.example\e\\{Mark}\e]8;;\e\\",
        ["return over the line"] = $"FAIL\rPASS {Mark}\b\b\v\f",
        ["bell and nul"] = $"\a\0{Mark}\x7f",
        ["turned round"] = $"\u202Edessap\u202C \u2066{Mark}\u2069\u2067\u200F",
        ["unseen"] = $"ki\u200Bl\u200D\u2060\uFEFF\u00AD {Mark}",
        ["line separators"] = $"one\u2028::error::two\u2029{Mark}\u0085::error::three",
        ["no characters"] = $"\uD800 {Mark} \uDC00\uFFFE\uE000\uDB40\uDC41",
        ["GitHub"] = $"::error file=x::{Mark}\n  ::add-mask::a\r\n\u00A0::stop-commands::x",
        ["GitHub, far to the right"] = $"{new string('x', 70)} ::error::{Mark} {new string('y', 70)} ::set-output name=a::b",
        ["GitHub, of old"] = $"{Mark} ##[add-mask]x ##[error]y",
        ["Azure Pipelines"] = $"{Mark}\n##vso[task.complete result=Succeeded;]done ##vso[task.setvariable variable=x]y",
        ["TeamCity"] = $"\n##teamcity[testFailed name='x']{Mark}",
        ["GitLab"] = $"section_start:1:x\r\e[0K{Mark}",
        ["HTML"] = $"<script>alert(1)</script><img src=x onerror=alert(2)>{Mark}</pre></summary></details><!-- -->&lt;",
        ["Markdown"] = $"[{Mark}](javascript:alert(1)) ![x](y) `code` **bold** # heading | cell\n| row | ~~~ ``` $x$ @everyone",
        ["XML"] = $"]]>{Mark}<![CDATA[ </testcase> &amp;",
        ["formula"] = $"=cmd|'/c calc'!A1 {Mark}",
        ["SARIF"] = $"{{0}} {{{{1}}}} [a](b) {Mark} [x](https://evil.example)",
        ["template"] = $"${{env:PATH}} $(id) %s %n {Mark} {{{{ 7*7 }}}}",
    };

    /// <summary>All in one, which no character keeps apart.</summary>
    public static string Together { get; } = string.Concat(All.Values);
}
