using System.Globalization;
using Conformance.Fixtures.Targets;

namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Is the certificate in date, for this host, and from an authority that is trusted?</summary>
internal sealed class CertificateCheck(FirstRequest request) : ICheck
{
    private const int MostNames = 5;

    /// <summary>Who renews certificates by hand needs about so long.</summary>
    private static readonly TimeSpan SoonOver = TimeSpan.FromDays(14);

    public string Subject => "TLS";

    public async Task Look(Visit visit)
    {
        var reply = await request.Reply(visit);
        if (reply.Certificate is not { } certificate)
            return;

        LookAtTime(visit, certificate);
        if (!certificate.IsForHost)
        {
            visit.Obstruct(
                "baseUrl",
                $"the certificate is for {Names(certificate)}, not for {reply.Url.IdnHost}",
                "give a host that the certificate is for, or have the server show one for this host");
        }

        if (!certificate.IsTrusted)
            visit.Obstruct("caFile", $"the certificate is from {certificate.Issuer}, {WhoIsTrusted(visit.Settings)}", HowToTrust(visit.Settings));

        if (!visit.IsObstructed)
            visit.Saw($"{certificate.Protocol}, certificate for {Names(certificate)} from {certificate.Issuer} until {Day(certificate.Until)}");
    }

    private static void LookAtTime(Visit visit, PresentedCertificate certificate)
    {
        var now = visit.Target.Time.GetUtcNow();
        if (certificate.Until < now)
        {
            visit.Obstruct(
                Diagnosis.Server, $"the certificate ended on {Day(certificate.Until)}", "renew it; if it holds, set this machine's clock right");
        }
        else if (certificate.From > now)
        {
            visit.Obstruct(
                Diagnosis.Server,
                $"the certificate does not hold before {Day(certificate.From)}",
                "have the server show one that holds; if it does, set this machine's clock right");
        }
        else if (certificate.Until - now < SoonOver)
        {
            visit.Note(Diagnosis.Server, $"the certificate ends on {Day(certificate.Until)}", "renew it before then");
        }
    }

    private static string WhoIsTrusted(TargetSettings settings) => settings.CaFile is null
        ? "and no authority that this machine trusts vouches for it"
        : "and neither this machine nor caFile trusts an authority that vouches for it";

    private static string HowToTrust(TargetSettings settings) => settings.CaFile is null
        ? "name a PEM file with the root certificate of its authority; let the server send the certificates between"
        : "put the root certificate of its authority into the file; let the server send the certificates between";

    private static string Names(PresentedCertificate certificate) => certificate.Names.Count > MostNames
        ? $"{string.Join(", ", certificate.Names.Take(MostNames))} and {certificate.Names.Count - MostNames} more"
        : string.Join(", ", certificate.Names);

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
