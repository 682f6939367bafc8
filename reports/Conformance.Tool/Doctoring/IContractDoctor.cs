using Conformance.Fixtures.Runs;

namespace Conformance.Tool.Doctoring;

/// <summary>What servers of one contract are looked at for.</summary>
internal interface IContractDoctor
{
    /// <summary>The contract, as the suite speaks it.</summary>
    TargetDialect Dialect { get; }

    /// <summary>Whether the target file gives what rows need.</summary>
    ICheck TargetFile { get; }

    /// <summary>What is looked at in turn, when the server has answered.</summary>
    IReadOnlyList<ICheck> Checks { get; }

    /// <summary>The path below the base URL of a read that needs no credentials.</summary>
    string FirstPath(string pathPrefix);
}
