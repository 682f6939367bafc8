using System.Text.RegularExpressions;
using Conformance.Reports.Register;
using Conformance.Reports.Register.Entries;
using Conformance.SelfTests.Reports.Formats.Certificate;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register;

/// <summary>The site as files: whole, valid, and the same for the same runs.</summary>
public sealed partial class RegisterSiteTests
{
    private static string BrokenServer => Places.Implementation(SampleRegister.Contents.Implementations[2]);

    [Test]
    public void Leads_nowhere_but_to_places_that_are_there()
    {
        var pages = Directory.GetFiles(SampleRegister.Folder, "*.html", SearchOption.AllDirectories)
            .Where(page => !page.Contains("certificates"))
            .ToList();
        pages.Should().HaveCountGreaterThan(SampleRegister.Implementations + SampleRegister.Rows.Count);

        var links = pages.SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(
            link => (Page: page, Target: link.Groups["target"].Value))).ToList();

        links.Should().HaveCountGreaterThan(1000);
        links.Where(link => !IsThere(link.Page, link.Target)).Should().BeEmpty();
    }

    [Test]
    public void Is_the_same_for_the_same_runs_in_any_order()
    {
        var again = SampleRegister.ContentsOf(SampleRegister.Records.Reverse().Select(Entry.Of));

        RegisterSite.Files(again).Should().Equal(RegisterSite.Files(SampleRegister.Contents));
    }

    [Test]
    public void Has_one_page_for_each_implementation_and_each_requirement()
    {
        var rows = SampleRegister.Contents.Sections.Sum(section => section.Requirements.Count);

        RegisterSite.Files(SampleRegister.Contents).Should().HaveCount(5 + (3 * SampleRegister.Implementations) + rows);
    }

    [Test]
    public async Task Is_valid_HTML()
    {
        var complaints = await NuChecker.Complaints(
            new[] { Places.Front, Places.Comparison, BrokenServer, Places.Requirement(SampleRegister.Rows[3]) }
                .Select(page => Path.Combine(SampleRegister.Folder, page)));

        complaints.Except(NuChecker.Excused).Should().BeEmpty();
    }

    // Addresses without a scheme; a script chooses runs by what stands behind compare.html#.
    private static bool IsThere(string page, string target)
    {
        if (target.Contains(':'))
            return false;

        var (path, fragment) = target.Split('#') is [var before, var after] ? (before, after) : (target, "");
        var file = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
        return File.Exists(file)
            && (fragment.Length == 0 || fragment.Contains('=') || File.ReadAllText(file).Contains($" id=\"{fragment}\""));
    }

    [GeneratedRegex("<(?:a|link)\\b[^>]* href=\"(?<target>[^\"]*)\"")]
    private static partial Regex Link();
}
