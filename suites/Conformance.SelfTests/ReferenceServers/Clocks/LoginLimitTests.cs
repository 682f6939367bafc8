using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.ReferenceServers.Clocks;

/// <summary>A server that limits logins names the time of the next one, and sees who comes before it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LoginLimitTests
{
    private static readonly LoginLimits Limits =
        new() { Burst = 4, Every = TimeSpan.FromSeconds(100), FailedBurst = 2, FailedEvery = TimeSpan.FromSeconds(6) };

    private static readonly ReferenceServerOptions[] Servers =
        [new MatrixServerOptions { LoginLimits = Limits }, new KoyebServerOptions { LoginLimits = Limits }];

    [TestCaseSource(nameof(Servers))]
    public async Task Lets_a_burst_in_and_then_one_at_a_time(ReferenceServerOptions options)
    {
        await using var visitor = await Visitor.Of(options);

        (await visitor.LogIn(4)).Should().Equal(200, 200, 200, 200);
        (await visitor.LogIn()).Should().Be(429);
        visitor.Named.Should().Be(TimeSpan.FromSeconds(100));
        visitor.Time.Now += TimeSpan.FromSeconds(100);
        (await visitor.LogIn(2)).Should().Equal(200, 429);
        visitor.Server.EarlyLogins.Should().Be(0);
    }

    [TestCaseSource(nameof(Servers))]
    public async Task Counts_who_comes_before_the_time_that_it_named(ReferenceServerOptions options)
    {
        await using var visitor = await Visitor.Of(options);
        await visitor.LogIn(5);
        visitor.Time.Now += TimeSpan.FromSeconds(99);

        (await visitor.LogIn()).Should().Be(429);

        visitor.Named.Should().Be(TimeSpan.FromSeconds(1));
        visitor.Server.EarlyLogins.Should().Be(1);
    }

    [TestCaseSource(nameof(Servers))]
    public async Task Limits_logins_that_fail_at_an_account(ReferenceServerOptions options)
    {
        await using var visitor = await Visitor.Of(options);
        await visitor.LogIn(2, "wrong");

        (await visitor.LogIn(password: "wrong")).Should().Be(429);

        visitor.Named.Should().Be(TimeSpan.FromSeconds(6));
        visitor.Time.Now += TimeSpan.FromSeconds(6);
        (await visitor.LogIn()).Should().Be(200);
    }

    /// <summary>Logs in to a server, on a clock that goes when it is told to.</summary>
    private sealed class Visitor(ReferenceServer server, SetTime time, bool isMatrix) : IAsyncDisposable
    {
        private readonly HttpClient client = new() { BaseAddress = server.BaseUrl };

        public ReferenceServer Server { get; } = server;

        public SetTime Time { get; } = time;

        /// <summary>How long the last refusal asks to wait.</summary>
        public TimeSpan? Named { get; private set; }

        public static async Task<Visitor> Of(ReferenceServerOptions options)
        {
            var time = new SetTime();
            return new(await ReferenceServer.Start(options with { Time = time }), time, options is MatrixServerOptions);
        }

        public async Task<IReadOnlyList<int>> LogIn(int times, string password = ReferenceAccounts.Password)
        {
            List<int> statuses = [];
            while (statuses.Count < times)
                statuses.Add(await LogIn(password));

            return statuses;
        }

        public async Task<int> LogIn(string password = ReferenceAccounts.Password)
        {
            var name = Server.Accounts[0].Name;
            using var answer = isMatrix
                ? await client.PostAsJsonAsync("/_matrix/client/v3/login", new JsonObject
                {
                    ["type"] = "m.login.password",
                    ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = name },
                    ["password"] = password,
                })
                : await client.PostAsJsonAsync("/v1/account/login", new JsonObject { ["email"] = name, ["password"] = password });
            Named = answer.Headers.TryGetValues(isMatrix ? "Retry-After" : "x-ratelimit-reset", out var wait)
                ? TimeSpan.FromSeconds(int.Parse(wait.Single(), CultureInfo.InvariantCulture))
                : null;
            return (int)answer.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await Server.DisposeAsync();
        }
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
