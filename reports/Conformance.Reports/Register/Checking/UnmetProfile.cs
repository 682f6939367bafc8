using Conformance.Reports.Gating;
using Conformance.Reports.Register.Submissions;

namespace Conformance.Reports.Register.Checking;

/// <summary>What a judgement keeps from being accepted for.</summary>
internal static class UnmetProfile
{
    private const int MostShown = 20;

    /// <summary>The judgement, if it is not the one that a register wants, and the requirements that it rests on.</summary>
    public static IEnumerable<SubmissionProblem> Of(GateResult gate)
    {
        if (gate.Conformity is Conformity.Conformant)
            return [];

        var fault = gate.Conformity switch
        {
            Conformity.NonConformant => SubmissionFault.NonConformant,
            Conformity.WaiverProblem => SubmissionFault.WaiverProblem,
            _ => SubmissionFault.Inconclusive,
        };
        var lines = gate.WaiverProblems.Select(problem => (problem.Requirement, problem.Problem))
            .Concat(gate.NotMet.Select(line => (line.Requirement, Problem: line.Why)))
            .ToList();
        return
        [
            new(fault, Submission.Bundle, gate.Reason),
            .. lines.Take(MostShown).Select(line => new SubmissionProblem(fault, line.Requirement, line.Problem)),
            .. lines.Count > MostShown
                ? [new(fault, Submission.Bundle, $"{lines.Count - MostShown} other requirements are not met either")]
                : Array.Empty<SubmissionProblem>(),
        ];
    }
}
