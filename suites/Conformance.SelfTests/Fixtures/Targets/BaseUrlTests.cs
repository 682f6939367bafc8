using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>Where a target may be.</summary>
public sealed class BaseUrlTests
{
    [TestCase("staging", "is no absolute URL")]
    [TestCase("/staging", "is no absolute URL")]
    [TestCase("http://", "is no absolute URL")]
    [TestCase("http://a b", "is no absolute URL")]
    [TestCase("ftp://staging.example.org", "has the scheme 'ftp'")]
    [TestCase("https://alice:hunter2@staging.example.org", "has credentials in it (not shown)")]
    [TestCase("https://staging.example.org?key=hunter2", "has a query or a fragment")]
    [TestCase("https://staging.example.org#", "has a query or a fragment")]
    public void Refuses_what_is_no_plain_base_URL(string url, string problem)
    {
        SoundTarget.Faults(At(url)).Should().Equal(
            $"staging.json: baseUrl: {problem}; give an absolute http or https URL such as https://staging.example.org:8448");
    }

    [TestCase("https://matrix.org", "matrix.org", "matrix.org")]
    [TestCase("https://MATRIX.org.:443/x", "matrix.org.", "matrix.org")]
    [TestCase("https://matrix-client.matrix.org", "matrix-client.matrix.org", "matrix.org")]
    [TestCase("https://app.koyeb.com", "app.koyeb.com", "koyeb.com")]
    public void Refuses_the_public_services_of_the_vendors(string url, string host, string vendor)
    {
        SoundTarget.Faults(At(url)).Should().Equal(
            $"staging.json: baseUrl: the host {host} belongs to {vendor}; name a server of your own, or set permissions.ownsHost to true "
            + "if this one is");
    }

    [Test]
    public void Takes_them_from_their_owner()
    {
        var json = SoundTarget.Koyeb(target =>
        {
            target["baseUrl"] = "https://app.koyeb.com";
            target["permissions"] = new JsonObject { ["ownsHost"] = true };
        });

        SoundTarget.Read(json).BaseUrl.Should().Be("https://app.koyeb.com");
    }

    [TestCase("https://notmatrix.org", "https://notmatrix.org")]
    [TestCase("http://127.0.0.1:8008/", "http://127.0.0.1:8008")]
    [TestCase("http://[::1]:8008/proxy/", "http://[::1]:8008/proxy")]
    public void Takes_other_hosts_without_slashes_at_the_end(string url, string expected)
    {
        SoundTarget.Read(At(url)).BaseUrl.Should().Be(expected);
    }

    private static string At(string url) => SoundTarget.Matrix(target => target["baseUrl"] = url);
}
