using Conformance.Reports.Register;
using Conformance.Reports.Register.Entries;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Pages;

/// <summary>Who keeps a requirement, and since when.</summary>
public sealed class RequirementPageTests
{
    [Test]
    public void Names_no_day_for_what_was_not_judged()
    {
        var (row, judged) = (SampleRegister.Rows[3], SampleRegister.Records[0]);
        var other = SampleRegister.Records[3];
        var unjudged = other with { Requirements = [.. other.Requirements.Where(result => result.Id != row)] };

        var page = RegisterSite.Files(SampleRegister.ContentsOf([Entry.Of(judged), Entry.Of(unjudged)]))
            .Single(file => file.Path == Places.Requirement(row)).Text;

        page.Split("<td class=\"day\">").Skip(1).Select(cell => cell.Split('<')[0].Length > 0).Should().BeEquivalentTo([true, false]);
    }
}
