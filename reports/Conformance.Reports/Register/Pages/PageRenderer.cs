using System.Text;
using Conformance.Reports.Formats;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Conformance.Reports.Register.Pages;

/// <summary>Makes files of components.</summary>
internal static class PageRenderer
{
    /// <summary>A file that is a page, rendered when it is written.</summary>
    /// <typeparam name="T">The component.</typeparam>
    /// <param name="path">Where the file is.</param>
    /// <param name="parameters">What the component is given.</param>
    public static ReportFile Page<T>(string path, Dictionary<string, object?> parameters)
        where T : IComponent =>
        new(path, stream => Render<T>(ParameterView.FromDictionary(parameters), stream));

    private static void Render<T>(ParameterView parameters, Stream stream)
        where T : IComponent
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        // Nothing in the pages waits for anything, so the task is done when it is handed out.
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<T>(parameters);
            page.WriteHtmlTo(writer);
        }).GetAwaiter().GetResult();
        writer.Write('\n');
    }
}
