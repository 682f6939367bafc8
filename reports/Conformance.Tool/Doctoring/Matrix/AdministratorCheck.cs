namespace Conformance.Tool.Doctoring.Matrix;

/// <summary>Is the administrator let in, if the target file names one?</summary>
internal sealed class AdministratorCheck : ICheck
{
    public string Subject => "administrator";

    public async Task Look(Visit visit)
    {
        if (visit.Settings.Administrator is { } administrator)
            await MatrixAccountTrial.LogInAndOut(visit, administrator, "administrator");
    }
}
