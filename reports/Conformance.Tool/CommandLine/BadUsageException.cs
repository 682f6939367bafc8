namespace Conformance.Tool.CommandLine;

/// <summary>The caller has to change the command line or the configuration; the message says how.</summary>
internal sealed class BadUsageException(string message, Exception? inner = null) : Exception(message, inner);
