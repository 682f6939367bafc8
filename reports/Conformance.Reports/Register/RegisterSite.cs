using Conformance.Reports.Formats;
using Conformance.Reports.Formats.Certificate;
using Conformance.Reports.Register.Data;
using Conformance.Reports.Register.Entries;
using Conformance.Reports.Register.Pages;
using Microsoft.AspNetCore.Components;

namespace Conformance.Reports.Register;

/// <summary>The static site of a register: pages, badges, feed and JSON. A pure function of its runs.</summary>
public static class RegisterSite
{
    /// <summary>Every file but the certificates and bundles, which <see cref="Entry.Evidence"/> has.</summary>
    public static IEnumerable<ReportFile> Files(RegisterContents contents) =>
    [
        Page<FrontPage>(Places.Front, new() { [nameof(FrontPage.Contents)] = contents }),
        Page<ComparePage>(
            Places.Comparison,
            new() { [nameof(ComparePage.Contents)] = contents, [nameof(ComparePage.Data)] = ComparedRuns.Write(contents) }),
        .. contents.Implementations.SelectMany(implementation => Of(contents, implementation)),
        .. contents.Sections.SelectMany(section => section.Requirements, (section, row) => Page<RequirementPage>(
            Places.Requirement(row.Id),
            new()
            {
                [nameof(RequirementPage.Contents)] = contents,
                [nameof(RequirementPage.Section)] = section,
                [nameof(RequirementPage.Row)] = row,
            })),
        new(Places.Feed, stream => AtomFeed.Write(contents, stream)),
        new(Places.Data, RegisterJson.Write(contents)),
        new(Places.DataSchema, BuiltInText.Read(Places.DataSchema)),
    ];

    private static IEnumerable<ReportFile> Of(RegisterContents contents, Implementation implementation) =>
    [
        Page<ImplementationPage>(
            Places.Implementation(implementation),
            new()
            {
                [nameof(ImplementationPage.Contents)] = contents,
                [nameof(ImplementationPage.Implementation)] = implementation,
            }),
        .. implementation.Latest.Badge.Select(
            file => new ReportFile(Places.Badge(implementation, Path.GetExtension(file.Path)), file.Text)),
    ];

    // Rendered when it is written: all pages at once are long.
    private static ReportFile Page<T>(string path, Dictionary<string, object?> parameters)
        where T : IComponent =>
        new(path, stream => RenderedPage.Write<T>(parameters, stream));
}
