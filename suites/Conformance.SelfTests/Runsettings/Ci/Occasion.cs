namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>What starts a pipeline.</summary>
public enum Occasion
{
    /// <summary>A pull or merge request of the repository itself.</summary>
    Request,

    /// <summary>One of a fork, which gets no secrets.</summary>
    Fork,

    /// <summary>The schedule.</summary>
    Night,
}
