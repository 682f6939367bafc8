using Conformance.Schemas.ExchangeChecks;

namespace Conformance.Schemas.Ledger;

/// <summary>What a contract says of the life of sessions.</summary>
/// <param name="Read">Reads one exchange; null if it says nothing of sessions. Pure.</param>
/// <param name="RowOfAfterlife">The requirement that a token violates which is accepted after its end; null where the contract
/// allows it, or another check judges it.</param>
/// <param name="RowOfHarm">The requirement that a call violates after which a session of somebody else is dead;
/// null where the contract is silent.</param>
/// <param name="RowOfExpiry">The requirement that a token violates which is accepted after its lifetime, by the call that issued
/// it and the one that accepts it; null where there is none.</param>
public sealed record SessionContract(
    Func<ExchangeView, SessionEvents?> Read,
    Func<Afterlife, string?> RowOfAfterlife,
    Func<Harm, string?> RowOfHarm,
    Func<SessionEvents, SessionEvents, string?> RowOfExpiry);

/// <summary>A token that was accepted after something had ended it for certain.</summary>
/// <param name="Life">The token.</param>
/// <param name="End">What ended it.</param>
/// <param name="Token">Label of the token by which that was done.</param>
/// <param name="Accepted">Where it was accepted.</param>
public sealed record Afterlife(TokenLife Life, SessionEvents End, string? Token, SessionEvents Accepted);

/// <summary>A call, and a session that is dead after it and was alive before.</summary>
/// <param name="Suspect">The call.</param>
/// <param name="Relation">Whose session died, seen from whoever made the call.</param>
/// <param name="SharesDevice">Whether the call was about the device id of the dead session.</param>
/// <param name="RenewsDevice">Whether the call opened a session where there was one before.</param>
public sealed record Harm(SessionEvents Suspect, Relation Relation, bool SharesDevice, bool RenewsDevice)
{
    /// <summary>Whether the call succeeded; null where its answer does not tell, as that of a gateway.</summary>
    public bool? Succeeded => Suspect.View.Exchange.Response?.Status switch
    {
        >= 200 and < 300 => true,
        >= 400 and < 500 => false,
        _ => null,
    };
}

/// <summary>Whose a session is, seen from the caller of an operation.</summary>
public enum Relation
{
    /// <summary>The session that made the call.</summary>
    Own,

    /// <summary>Another session of the same user.</summary>
    SameUser,

    OtherUser,
}
