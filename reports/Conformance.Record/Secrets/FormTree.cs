namespace Conformance.Record.Secrets;

/// <summary>Forms of secrets that begin alike, branching where they differ, so that a place of a text is compared with all of them at once. Immutable.</summary>
/// <param name="Edge">The characters that lead here from the tree above; not empty.</param>
/// <param name="Form">The form that ends here; null if none does.</param>
/// <param name="Branches">What goes on behind it, each with another first character.</param>
internal sealed record FormTree(string Edge, KnownForm? Form, IReadOnlyList<FormTree> Branches)
{
    /// <summary>A tree of one form.</summary>
    public static FormTree Of(string edge, KnownForm form) => new(edge, form, []);

    /// <summary>The tree with one form more; a form with the same text is replaced.</summary>
    /// <param name="text">The characters of the form from here on.</param>
    /// <param name="form">The form.</param>
    public FormTree With(string text, KnownForm form)
    {
        var shared = Edge.AsSpan().CommonPrefixLength(text);
        if (shared < Edge.Length)
            return new FormTree(Edge[..shared], null, [this with { Edge = Edge[shared..] }]).With(text, form);

        return shared == text.Length ? this with { Form = form } : this with { Branches = [.. BranchesWith(text[shared..], form)] };
    }

    /// <summary>The longest form that stands at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bound">How many characters are looked at.</param>
    /// <param name="passed">Takes every form that stands there; null where the longest is enough.</param>
    /// <remarks>Of a form of more than <see cref="KnownForms.GivesAway"/> characters, so many stand for the whole.</remarks>
    public FormMatch Match(ReadOnlySpan<char> text, int bound, ISet<KnownForm>? passed = null)
    {
        var looked = text[..Math.Min(text.Length, bound)];
        var (form, length, at, tree) = (default(KnownForm), 0, 0, this);
        while (tree is not null)
        {
            var shared = looked[at..].CommonPrefixLength(tree.Edge);
            at += shared;
            var ends = shared == tree.Edge.Length;
            if (length < KnownForms.GivesAway && at >= KnownForms.GivesAway)
                (form, length) = (tree.AnyForm, at);
            if (ends && tree.Form is { } whole)
                (form, length) = (whole, at);
            if (form is not null && length == at)
                passed?.Add(form);

            tree = ends && at < looked.Length ? tree.BranchAt(looked[at]) : null;
        }

        return new FormMatch(form, length, at);
    }

    private KnownForm AnyForm => Form ?? Branches[0].AnyForm;

    private FormTree? BranchAt(char first)
    {
        foreach (var branch in Branches)
        {
            if (branch.Edge[0] == first)
                return branch;
        }

        return null;
    }

    private IEnumerable<FormTree> BranchesWith(string text, KnownForm form) => BranchAt(text[0]) is { } branch
        ? Branches.Select(each => each == branch ? branch.With(text, form) : each)
        : Branches.Append(Of(text, form));
}

/// <summary>What a place of a text has in common with the forms of secrets.</summary>
/// <param name="Form">The form that it gives away; null if none.</param>
/// <param name="Length">How many characters of it stand there.</param>
/// <param name="Compared">How many characters were looked at.</param>
internal readonly record struct FormMatch(KnownForm? Form, int Length, int Compared);
