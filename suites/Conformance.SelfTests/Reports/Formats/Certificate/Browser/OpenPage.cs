using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>A certificate in a tab of its own, with all that the tab complained of and asked for.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly IBrowserContext context;

    private OpenPage(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => complaints.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>The addresses of all requests that the page's policy let pass, that of the page itself included.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>Opens a file, at the place that the fragment names. Nothing but files is ever fetched.</summary>
    public static async Task<OpenPage> Of(string file, string fragment = "", BrowserNewContextOptions? options = null)
    {
        var context = await Chromium.Browser.NewContextAsync(options);
        var opened = new OpenPage(context, await context.NewPageAsync());
        await context.RouteAsync("**/*", opened.LetFilesPass);
        await opened.Page.GotoAsync(new Uri(file).AbsoluteUri + fragment);
        return opened;
    }

    public ILocator Requirement(string id) => Page.Locator($"[id='{id}']");

    public ILocator ShownRequirements => Page.Locator(".requirement:not([hidden])");

    private Task LetFilesPass(IRoute route)
    {
        requests.Enqueue(route.Request.Url);
        return new Uri(route.Request.Url).IsFile ? route.ContinueAsync() : route.AbortAsync();
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
