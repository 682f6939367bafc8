using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Conformance.Record.Verdicts;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats.JUnit;

/// <summary>junit.xml, as CI systems read it.</summary>
public sealed class JUnitReportTests
{
    [Test, Category(GeneratedFiles.TextsCategory)]
    public void Writes_the_approved_text() => Written.Text("junit", SampleRun.Record).ShouldBeApproved("junit.approved.xml");

    [Test]
    public void Has_the_form_that_Jenkins_reads() => Problems(Written.Xml("junit", SampleRun.Record, SampleRun.Record)).Should().BeEmpty();

    [Test]
    public void Would_be_told_of_another_form()
    {
        var suites = Written.Xml("junit", SampleRun.Record);
        suites.Descendants("testcase").First().Add(new XElement("properties"));

        Problems(suites).Should().NotBeEmpty();
    }

    [Test]
    public void Counts_what_it_tells()
    {
        var suite = Written.Xml("junit", SampleRun.Record).Element("testsuite")!;

        suite.Attribute("tests")!.Value.Should().Be($"{suite.Elements("testcase").Count()}");
        suite.Attribute("failures")!.Value.Should().Be($"{suite.Descendants("failure").Count()}").And.Be("3", "the two and the profile");
        suite.Attribute("errors")!.Value.Should().Be($"{suite.Descendants("error").Count()}").And.Be("3");
        suite.Attribute("skipped")!.Value.Should().Be($"{suite.Descendants("skipped").Count()}").And.Be("4");
    }

    [TestCase(Verdict.Pass, null)]
    [TestCase(Verdict.Observed, null)]
    [TestCase(Verdict.Warning, "skipped")]
    [TestCase(Verdict.NotApplicable, "skipped")]
    [TestCase(Verdict.Disabled, "skipped")]
    [TestCase(Verdict.Inconclusive, "error")]
    [TestCase(Verdict.Error, "error")]
    [TestCase(Verdict.Fail, "failure")]
    public void Has_an_element_for_what_is_not_green(Verdict verdict, string? element)
    {
        var told = Written.Xml("junit", Fold(Finished("MTX-LOGOUT-02", verdict) with { Reason = "because" }))
            .Descendants("testcase")
            .Single(test => test.Attribute("name")!.Value != "met_the_profile");

        told.Elements().Select(child => child.Name.LocalName).Should().Equal(element is null ? [] : [element]);
    }

    [Test]
    public void Shows_characters_that_XML_forbids()
    {
        var record = Fold(Finished("MTX-LOGOUT-02", Verdict.Fail) with
        {
            Findings =
            [
                new Finding("MTX-LOGOUT-02", Verdict.Fail, new Mismatch("body", "none", "\u0000 \u001b[31m \ufffe \U0001F600 ]]> <b>")),
            ],
            Observations = [new Observation("name", "\uffff")],
        });

        var told = Written.Xml("junit", record).Descendants("testcase").Single(test => test.Attribute("name")!.Value != "met_the_profile");

        told.Element("failure")!.Value.Should().Contain("was \\u0000 \\u001b[31m \\ufffe \U0001F600 ]]> <b>");
        told.Element("system-out")!.Value.Should().Be("observed: name: \\uffff");
    }

    private static List<string> Problems(XElement suites)
    {
        var problems = new List<string>();
        var schema = new XmlSchemaSet();
        schema.Add(
            null,
            XmlReader.Create(
                RepositoryRoot.Combine("suites", "Conformance.SelfTests", "Reports", "Formats", "JUnit", "jenkins-junit.xsd")));
        new XDocument(suites).Validate(schema, (_, problem) => problems.Add(problem.Message));
        return problems;
    }
}
