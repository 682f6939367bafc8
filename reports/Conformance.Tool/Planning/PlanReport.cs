namespace Conformance.Tool.Planning;

/// <summary>What a run would do: what <c>--json</c> writes.</summary>
internal sealed record PlanReport
{
    /// <summary>The version of this form.</summary>
    public int FormatVersion { get; } = 1;

    /// <summary>The target file, as it was named.</summary>
    public required string File { get; init; }

    /// <summary>The name of the target.</summary>
    public required string Target { get; init; }

    public required string Dialect { get; init; }

    /// <summary>Whether the server was asked for what it has, by reads without credentials.</summary>
    public required bool Asked { get; init; }

    /// <summary>The editions that the server claims, or the target file names; empty where nobody knows.</summary>
    public required IReadOnlyList<string> Editions { get; init; }

    public required int Scenarios { get; init; }

    /// <summary>How many requirements these judge.</summary>
    public required int Requirements { get; init; }

    /// <summary>What is left out, by the reason.</summary>
    public required IReadOnlyList<PlannedOmission> LeftOut { get; init; }

    /// <summary>Requests of the whole run.</summary>
    public required int Requests { get; init; }

    /// <summary>Those of scenarios, by endpoint, as if each opened its live sessions itself.</summary>
    public required IReadOnlyList<PlannedRequests> Endpoints { get; init; }

    public required PlannedLogins Logins { get; init; }

    /// <summary>Accounts of the target file, and the most that one scenario has at once.</summary>
    public required int AccountsGiven { get; init; }

    public required int AccountsNeeded { get; init; }

    /// <summary>Scenarios that end sessions which the suite did not open, change a password, or may have an account created.</summary>
    public required IReadOnlyList<string> Destructive { get; init; }

    /// <summary>Mails that the server may send.</summary>
    public required int Mails { get; init; }

    /// <summary>How long one answer takes, or is taken to take where the server was not asked.</summary>
    public required double LatencyMilliseconds { get; init; }

    /// <summary>How long the run takes if the server lets everybody log in at once.</summary>
    public required double Seconds { get; init; }

    /// <summary>How long it takes if the server lets logins in as Synapse does as it is installed.</summary>
    public required double SecondsAtStockLogins { get; init; }

    /// <summary>What keeps the run from coming to its end, in sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>Scenarios that are left out for one reason.</summary>
internal sealed record PlannedOmission(string Why, int Scenarios, IReadOnlyList<string> Requirements);

/// <summary>Requests to one endpoint.</summary>
internal sealed record PlannedRequests(string Endpoint, int Requests);

/// <summary>Logins, by what they are for.</summary>
internal sealed record PlannedLogins(int Total, int Preflight, int Scenarios, int LiveSessions, int Failed);
