using Conformance.Schemas.Contracts;
using Conformance.Tool.Doctoring.Koyeb;
using Conformance.Tool.Doctoring.Matrix;

namespace Conformance.Tool.Doctoring.Visiting;

/// <summary>Who looks at the servers of a contract.</summary>
internal static class KnownDoctors
{
    private static readonly IReadOnlyList<IContractDoctor> All = [new MatrixDoctor(), new KoyebDoctor()];

    public static IContractDoctor Of(Contract contract) => All.Single(doctor => doctor.Dialect.Contract == contract);
}
