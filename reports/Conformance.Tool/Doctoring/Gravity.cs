namespace Conformance.Tool.Doctoring;

/// <summary>What a diagnosis keeps a run from.</summary>
internal enum Gravity
{
    /// <summary>Nothing that the profile asks for: rows beyond it, or what is soon to go wrong.</summary>
    Note,

    /// <summary>Judging all that the profile asks for.</summary>
    Finding,

    /// <summary>Judging the server at all.</summary>
    Obstacle,
}
