using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Editions;

/// <summary>Decides which requirements bind a server, and which endpoints it has, by the editions that it claims.</summary>
public static class EditionGate
{
    /// <summary>Why a requirement does not bind the server; null if it does.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="editions">What the server claims; texts that are no edition are left out of account.</param>
    public static string? WhyNot(Requirement requirement, IReadOnlyCollection<string> editions)
    {
        var claimed = editions.Select(Edition.Find).OfType<Edition>().ToList();
        var since = Edition.Find(requirement.Since);
        var until = Edition.Find(requirement.Until);
        if (claimed.Count == 0 || claimed.Any(edition => !(edition < since) && !(edition > until)))
            return null;

        return claimed.Max() < since
            ? $"It is part of the contract since {requirement.Since}; the server claims {Newest(editions)} at most."
            : claimed.Min() > until ? $"It is part of the contract until {requirement.Until}; the server claims later editions only."
            : $"It is part of the contract from {requirement.Since} until {requirement.Until}; the server claims none of these editions.";
    }

    /// <summary>Whether an exchange check is demanded of the server: its requirement binds it, and so does the check itself.</summary>
    /// <param name="check">The check.</param>
    /// <param name="requirement">Its requirement.</param>
    /// <param name="editions">What the server claims; texts that are no edition are left out of account.</param>
    public static bool Binds(ExchangeCheck check, Requirement requirement, IReadOnlyCollection<string> editions) =>
        WhyNot(check.Since is null ? requirement : requirement with { Since = check.Since }, editions) is null;

    /// <summary>Whether an endpoint is part of any edition that the server claims; one that claims none is taken to claim all.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="editions">What the server claims; texts that are no edition are left out of account.</param>
    public static bool Has(Endpoint endpoint, IReadOnlyCollection<string> editions)
    {
        var claimed = editions.Select(Edition.Find).OfType<Edition>().ToList();
        return claimed.Count == 0 || (!(claimed.Max() < Edition.Find(endpoint.Since)) && !(claimed.Min() > Edition.Find(endpoint.Until)));
    }

    private static string Newest(IReadOnlyCollection<string> editions) =>
        editions.Where(text => Edition.Find(text) is not null).MaxBy(text => Edition.Find(text)!.Value)!;
}
