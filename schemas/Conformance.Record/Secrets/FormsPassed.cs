namespace Conformance.Record.Secrets;

/// <summary>Gathers the forms that a text gives away, each once.</summary>
internal sealed class FormsPassed
{
    // By identity: a form may be long, and is met at every place of a text that repeats it.
    private readonly HashSet<KnownForm> whole = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<FormTree> beginnings = [];

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<KnownForm> All =>
        beginnings.SelectMany(tree => tree.Forms).Concat(whole).ToHashSet<KnownForm>(ReferenceEqualityComparer.Instance);

    /// <summary>A form stands there.</summary>
    public void Take(KnownForm form) => whole.Add(form);

    /// <summary>So much of some forms stands there that it gives them away.</summary>
    public void TakeBeginning(FormTree tree) => beginnings.Add(tree);
}
