using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Reports.Formats.Certificate;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>What a server says is text on the page and nothing else.</summary>
[TestFixture]
public sealed class HostileTextTests
{
    private static string Page { get; } = CertificateHtml.Write([HostileRun.Judged]);

    [TestCase("<script>alert")]
    [TestCase("<img")]
    [TestCase("\" onmouseover")]
    [TestCase("href=\"javascript:")]
    public void Writes_no(string markup)
    {
        Page.Should().NotContain(markup);
        WebUtility.HtmlDecode(Page).Should().ContainAny([markup, "javascript:alert(4)"], "the text itself is shown");
    }

    [Test]
    public void Has_one_script_and_one_style()
    {
        Regex.Matches(Page, "<script|</script").Should().HaveCount(2);
        Regex.Matches(Page, "<style|</style").Should().HaveCount(2);
    }

    [Test]
    public void Shows_escapes_for_characters_that_nobody_sees()
    {
        var shown = WebUtility.HtmlDecode(Page);

        shown.Should().Contain(@"\u202ereversed\u200b\ufeff\u0007\u0000\ufffe\ue000");
        shown
            .EnumerateRunes()
            .Where(rune => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            .Should()
            .BeEmpty();
    }
}
