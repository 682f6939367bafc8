using System.Text;
using System.Xml;
using Conformance.Reports.Formats;
using Conformance.Reports.Formats.Certificate.Wording;
using Conformance.Reports.Register.Entries;
using Conformance.Reports.Text;

namespace Conformance.Reports.Register.Data;

/// <summary>The latest runs as an Atom feed (RFC 4287). Its time is that of the newest run, so that it is a pure function.</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int Most = 100;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    // Registers without an address may have one title, so the oldest run tells them apart: it stays when others join.
    public static void Write(RegisterContents contents, Stream stream)
    {
        using var feed = XmlWriter.Create(stream, Settings);
        feed.WriteStartElement("feed", Namespace);
        Element(feed, "id", Id("register", contents.Address?.AbsoluteUri ?? contents.Runs.Last().Run.Source, contents.Title));
        Element(feed, "title", Visible.Line(contents.Title));
        Element(feed, "updated", Moments.Iso(contents.Runs.Max(entered => Moments.EndOf(entered.Run.Record))));
        Link(feed, "self", contents, Places.Feed);
        Link(feed, "alternate", contents, Places.Front);
        feed.WriteStartElement("author", Namespace);
        Element(feed, "name", Visible.Line(contents.Title));
        feed.WriteEndElement();
        foreach (var (implementation, run) in contents.Runs.Take(Most))
            Entry(feed, contents, implementation, run);

        feed.WriteEndElement();
    }

    private static void Entry(XmlWriter feed, RegisterContents contents, Implementation implementation, EnteredRun run)
    {
        var version = run.Submission is { } submission ? $" {Visible.Line(submission.Version)}" : "";
        feed.WriteStartElement("entry", Namespace);
        Element(feed, "id", Id("run", run.Source));
        Element(
            feed,
            "title",
            $"{Visible.Line(implementation.Name)}{version}: {run.Run.Gate.Conformity.InWords()}, {run.Run.Profile.Reference} "
            + $"({run.Proof.Words})");
        Element(feed, "updated", Moments.Iso(Moments.EndOf(run.Record)));
        Link(feed, "alternate", contents, Places.Implementation(implementation));
        Link(feed, "related", contents, Places.Certificate(run));
        Element(feed, "summary", Visible.Line(run.Run.Gate.Reason));
        feed.WriteEndElement();
    }

    private static void Element(XmlWriter feed, string name, string text) => feed.WriteElementString(name, Namespace, text);

    private static void Link(XmlWriter feed, string relation, RegisterContents contents, string place)
    {
        feed.WriteStartElement("link", Namespace);
        feed.WriteAttributeString("rel", relation);
        feed.WriteAttributeString("href", contents.Address is { } address ? new Uri(address, place).AbsoluteUri : place);
        feed.WriteEndElement();
    }

    private static string Id(params IEnumerable<string> parts) => $"urn:uuid:{ContentId.Uuid(parts)}";
}
