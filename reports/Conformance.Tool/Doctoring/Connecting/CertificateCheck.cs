using System.Globalization;

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
            TellUntrusted(visit, certificate.Issuer);

        if (!visit.IsObstructed)
        {
            visit.Saw(
                $"{certificate.Protocol}, certificate for {Names(certificate)} from {certificate.Issuer} until {Day(certificate.Until)}");
        }
    }

    private static void LookAtTime(Visit visit, PresentedCertificate certificate)
    {
        var now = visit.Target.Time.GetUtcNow();
        if (certificate.Until < now)
        {
            visit.Obstruct(
                Diagnosis.Server,
                $"the certificate ended on {Day(certificate.Until)}",
                "renew it; if it has not ended, correct this machine's clock");
        }
        else if (certificate.From > now)
        {
            visit.Obstruct(
                Diagnosis.Server,
                $"the certificate is not valid before {Day(certificate.From)}",
                "have the server show one that is valid; if it is, correct this machine's clock");
        }
        else if (certificate.Until - now < SoonOver)
        {
            visit.Note(Diagnosis.Server, $"the certificate ends on {Day(certificate.Until)}", "renew it before then");
        }
    }

    private static void TellUntrusted(Visit visit, string issuer)
    {
        const string between = "; let the server send the intermediate certificates";
        var (trusted, fix) = visit.Settings.CaFile is null
            ? ("which this machine does not trust", "name a PEM file with the root certificate of its authority")
            : ("which neither this machine nor caFile trusts", "put the root certificate of its authority into the file");
        visit.Obstruct("caFile", $"the certificate is from {issuer}, {trusted}", fix + between);
    }

    private static string Names(PresentedCertificate certificate) => certificate.Names.Count > MostNames
        ? $"{string.Join(", ", certificate.Names.Take(MostNames))} and {certificate.Names.Count - MostNames} more"
        : string.Join(", ", certificate.Names);

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
