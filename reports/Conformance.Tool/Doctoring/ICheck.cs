namespace Conformance.Tool.Doctoring;

/// <summary>Looks at one thing that a run needs.</summary>
internal interface ICheck
{
    /// <summary>What it looks at, in a word or two.</summary>
    string Subject { get; }

    /// <summary>Looks at it, and writes down what it saw and what is wrong.</summary>
    Task Look(Visit visit);
}
