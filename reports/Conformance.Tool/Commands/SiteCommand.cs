using System.CommandLine;
using Conformance.Reports.Bundles;
using Conformance.Reports.Register.Entries;
using Conformance.Reports.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;
using Conformance.Tool.Registering;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance site</c>: builds the static site of a register.</summary>
internal sealed class SiteCommand : ToolCommand
{
    private readonly Argument<string[]> records = new("RECORDS")
    {
        Arity = ArgumentArity.OneOrMore,
        Description =
            "What the register holds: run.json, run sets, journals, bundles; or folders with submissions, records and bundles in them. "
            + "Runs of one name and contract are the history of one implementation.",
    };

    private readonly Option<string> output = new("--out")
    {
        Description = "Folder for the site. An earlier site there is replaced, and nothing else is.",
        Required = true,
    };

    private readonly Option<string> title = new("--title")
    {
        Description = "What the pages call the register.",
        DefaultValueFactory = _ => "Conformance register",
    };

    private readonly Option<string?> address = new("--url")
    {
        Description = "Where the site will be published, for links of the feed. [default: links relative to it]",
    };

    private readonly Option<string?> keyFile = new("--key")
    {
        Description = "The public key, in PEM, of whoever must have signed bundles that come without one. [default: nobody]",
    };

    public SiteCommand()
        : base(
            "site",
            "Builds a static site of records and bundles: implementations and areas, their history and certificates, each requirement with "
            + "who keeps it, the difference between any two runs, search, badges, a feed, JSON. Bundles are verified, and marked so. "
            + "It loads nothing from any network, and works from a folder.")
    {
        Take(records, output, title, address, keyFile);
        title.RefuseEmpty();
        SetAction(Build);
    }

    public override IReadOnlyList<string> Examples =>
        ["site reports/out --out public", "site submissions --out public --url https://register.example.org/"];

    public override string? Special(ExitCode code) => code switch
    {
        ExitCode.Success => "the site is written, whatever it shows",
        ExitCode.UnreadableRecord => "a record, a bundle or a submission cannot be read",
        _ => null,
    };

    private int Build(ParseResult parsed)
    {
        var stdout = parsed.InvocationConfiguration.Output;
        var published = Address(parsed.GetValue(address));
        using var key = parsed.GetValue(keyFile) is { } path ? KeyFiles.ReadPublic(path) : null;
        var inputs = RegisterInput.Find(parsed.GetRequiredValue(records));
        var folder = parsed.GetRequiredValue(output);
        using var site = SiteFolder.Begin(folder, inputs.Select(input => input.Path));
        var runs = SiteBuild.Enter(inputs, key is null ? null : new TrustedKey(key, parsed.GetValue(keyFile)!), site);
        var contents = RegisterContents.Of(parsed.GetRequiredValue(title), published, runs);
        if (SiteBuild.Finish(contents, runs, site) is { } leftover)
            parsed.InvocationConfiguration.Error.WriteLine($"warning: {leftover}");

        foreach (var (implementation, run) in contents.Runs.Where(entered => entered.Run.Proof.State is ProofState.NotVerified))
            stdout.WriteLine($"not verified: {OneLine.Of(implementation.Name)}, {run.Id}: {OneLine.Of(run.Proof.Reason)}");

        stdout.WriteLine($"{contents.Implementations.Count} implementations, {contents.Runs.Count()} runs");
        stdout.WriteLine(Path.Combine(folder, Places.Front));
        return (int)ExitCode.Success;
    }

    private static Uri? Address(string? address)
    {
        if (address is null)
            return null;

        // Without the slash the last part of the path would be taken for a file.
        return Uri.TryCreate(address.TrimEnd('/') + '/', UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : throw new BadUsageException($"--url is '{address}': give the address of the site, such as https://register.example.org/.");
    }
}
