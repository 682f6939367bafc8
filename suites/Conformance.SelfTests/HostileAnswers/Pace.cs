namespace Conformance.SelfTests.HostileAnswers;

/// <summary>How an answer is sent.</summary>
internal enum Pace
{
    AtOnce,

    /// <summary>In a few dozen pieces, with a pause after each.</summary>
    InPieces,

    /// <summary>Not at all for a while, which is longer than a request of these runs may take; then as a whole.</summary>
    Late,

    /// <summary>The first half; then the connection ends.</summary>
    HalfOfIt,

    /// <summary>The connection ends.</summary>
    Never,
}
