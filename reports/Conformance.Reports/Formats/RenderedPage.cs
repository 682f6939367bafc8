using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Conformance.Reports.Formats;

/// <summary>Writes pages that are components, piece by piece.</summary>
internal static class RenderedPage
{
    /// <summary>Writes one in UTF-8; lines end with <c>\n</c>.</summary>
    /// <typeparam name="T">The component of the whole page.</typeparam>
    /// <param name="parameters">What the component is given.</param>
    /// <param name="stream">Where it goes; it stays open.</param>
    public static void Write<T>(Dictionary<string, object?> parameters, Stream stream)
        where T : IComponent
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write<T>(parameters, writer);
    }

    /// <summary>Writes one as text.</summary>
    public static void Write<T>(Dictionary<string, object?> parameters, TextWriter writer)
        where T : IComponent
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        // Nothing in the pages waits for anything, so the task is done when it is handed out.
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters));
            page.WriteHtmlTo(writer);
        }).GetAwaiter().GetResult();
        writer.Write('\n');
    }
}
