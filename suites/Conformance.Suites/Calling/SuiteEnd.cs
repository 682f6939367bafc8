namespace Conformance.Suites.Calling;

/// <summary>How a run ended that a program has called.</summary>
public enum SuiteEnd
{
    /// <summary>No test failed.</summary>
    Passed,

    /// <summary>A test failed: a requirement is violated or inconclusive, or the run itself is not sound.</summary>
    Failed,

    /// <summary>It was stopped before its end.</summary>
    Stopped,
}

/// <summary>A run could not begin: the configuration is wrong, or no scenario was selected.</summary>
public sealed class SuiteNotBegunException(string message) : Exception(message);
