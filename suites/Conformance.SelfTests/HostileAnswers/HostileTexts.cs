namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Texts that mean something to whoever shows them: terminals, browsers, CI systems, readers of Markdown.</summary>
internal static class HostileTexts
{
    private static readonly (string Name, string Text)[] Texts =
    [
        ("terminal escapes", "\e[2J\e[31mPassed!\e[0m\e]0;title\a\e]8;;http://elsewhere.invalid\e\\click\e]8;;\e\\\b\u009b2J"),
        ("bidi overrides", "\u202egnp.exe\u202c \u2066isolated\u2069 \u200f\u061c \u200b\ufeff"),
        ("CI commands", "\n::error file=x::Fail\n::add-mask::e\n##vso[task.complete result=Failed;]\n##teamcity[buildStop]\n"),
        ("HTML", "<script>alert(1)</script><img src=x onerror=alert(1)><!--</pre></td></table>]]>&lt;b&gt;"),
        ("Markdown", "| a | b |\n|---|---|\n[click](http://elsewhere.invalid) `code` ```\n# Passed\n![x](http://elsewhere.invalid/x.png)"),
        ("line breaks", "one\r\ntwo\r\u2028three\u2029four\u0085five\v\f"),
        ("NUL and friends", "\0\u0001\u001f\u007f\ufffe\uffff"),
        ("formats", "{0} {1:X} %s %n ${env:HOME} $(id) `id` {{7*7}} <%= 7 %> ${jndi:ldap://elsewhere.invalid}"),
        ("paths", "../../../../etc/passwd C:\\x\\y file:///etc/passwd //elsewhere.invalid/x ?a=b#c;d"),
        ("a stack trace", "Elsewhere.Boom: boom\n   at Elsewhere.Program.Main()\n   at Elsewhere.Run()"),
    ];

    private static readonly (string Name, Action<HostileAnswer, string> Put)[] Places =
    [
        ("in every string", (answer, text) => answer.Change((_, _) => text)),
        ("in messages", (answer, text) => answer.Change((name, _) => IsMessage(name) ? text : null)),
        ("behind every string", (answer, text) => answer.Change((_, old) => old + text)),
        ("in a header", (answer, text) => answer.Add("X-Text", text)),
        ("in the content type", (answer, text) => answer.Set("Content-Type", $"application/json; {text}")),
        ("as the body", (answer, text) => answer.Text = text),
    ];

    public static IReadOnlyList<Rewriting> All { get; } =
    [
        .. Places.SelectMany(_ => Texts, (place, each) => new Rewriting(
            $"texts: {each.Name}, {place.Name}", turn => place.Put(turn.Answer, each.Text))),
    ];

    private static bool IsMessage(string name) => name is "error" or "errcode" or "message" or "code" or "versions" or "type";
}
