using System.Text;
using Conformance.Reports.Formats.Certificate.Runs;
using Conformance.Reports.Gating;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Conformance.Reports.Formats.Certificate;

/// <summary>
/// The certificate of one or more runs, <c>certificate.html</c>: one file for those who publish it and those who doubt it, which
/// asks nothing of any network. A pure function of the runs.
/// </summary>
public static class CertificateHtml
{
    /// <summary>The text of the file; lines end with <c>\n</c>.</summary>
    public static string Write(IReadOnlyList<JudgedRun> runs)
    {
        using var text = new StringWriter();
        Write(runs, text);
        return text.ToString();
    }

    /// <summary>Writes the file, piece by piece.</summary>
    public static void Write(IReadOnlyList<JudgedRun> runs, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write(runs, writer);
    }

    private static void Write(IReadOnlyList<JudgedRun> runs, TextWriter writer)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(CertificatePage.Runs)] = RunView.Of(runs) });
        // Nothing in the page waits for anything, so the task is done when it is handed out.
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<CertificatePage>(parameters);
            page.WriteHtmlTo(writer);
        }).GetAwaiter().GetResult();
        writer.Write('\n');
    }
}
