using Microsoft.AspNetCore.Http;

namespace Conformance.SelfTests.Fixtures;

/// <summary>A way in which servers and gateways say that an endpoint is not there.</summary>
/// <param name="Name">How cases are named after it.</param>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The content type; null for none.</param>
/// <param name="Body">The body.</param>
internal sealed record Absence(string Name, int Status, string? ContentType = null, string Body = "")
{
    private const string Json = "application/json";
    private const string Page = "<html><body><h1>Not Found</h1><hr>nginx</body></html>";

    public static IReadOnlyList<Absence> All { get; } =
    [
        new("M_UNRECOGNIZED", 404, Json, """{"errcode":"M_UNRECOGNIZED","error":"Unrecognized request"}"""),
        new("M_NOT_FOUND", 404, Json, """{"errcode":"M_NOT_FOUND","error":"No resource was found for this request."}"""),
        new("404 without a body", 404),
        new("405 without a body", 405),
        new("501", 501, "text/plain", "Not Implemented"),
        new("a page with 404", 404, "text/html", Page),
        new("a page with 200", 200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Our chat</title>"),
    ];

    public static IEnumerable<string> Names => All.Select(absence => absence.Name);

    public static Absence Of(string name) => All.Single(absence => absence.Name == name);

    public Task Answer(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        // What MTX-CORS-04 asks of errors is not what is on trial.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return context.Response.WriteAsync(Body);
    }
}
