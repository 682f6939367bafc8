using System.Collections.Immutable;

namespace Conformance.Record.Secrets;

/// <summary>
/// Forms of secrets that begin alike, branching where they differ, so that a place of a text is compared with all of them at once.
/// Looking is thread-safe; adding is for one thread at a time.
/// </summary>
/// <param name="edge">The characters that lead here from the tree above; not empty.</param>
internal sealed class FormTree(string edge)
{
    private readonly string edge = edge;
    private volatile KnownForm? form;

    // By their first characters; replaced as a whole, so that whoever looks meanwhile sees the one or the other.
    private volatile ImmutableDictionary<char, FormTree> branches = ImmutableDictionary<char, FormTree>.Empty;

    /// <summary>Every form that goes through here.</summary>
    public IEnumerable<KnownForm> Forms
    {
        get
        {
            // Without recursion: a server decides how deep the tree is.
            var left = new Stack<FormTree>([this]);
            while (left.TryPop(out var tree))
            {
                if (tree.form is { } own)
                    yield return own;
                foreach (var branch in tree.branches.Values)
                    left.Push(branch);
            }
        }
    }

    private KnownForm AnyForm
    {
        get
        {
            var tree = this;
            while (true)
            {
                if (tree.form is { } found)
                    return found;
                tree = tree.branches.Values.First();
            }
        }
    }

    /// <summary>A tree of one form.</summary>
    public static FormTree Of(string edge, KnownForm form) => new(edge) { form = form };

    /// <summary>Adds a form; one with the same text is replaced.</summary>
    /// <param name="root">The tree that the form begins in.</param>
    /// <param name="text">The characters of the form from there on.</param>
    /// <param name="added">The form.</param>
    /// <returns>The tree, or what has taken its place.</returns>
    public static FormTree Add(FormTree root, string text, KnownForm added)
    {
        var (top, above, tree, at) = (root, default(FormTree), root, 0);
        while (true)
        {
            var shared = tree.edge.AsSpan().CommonPrefixLength(text.AsSpan(at));
            if (shared < tree.edge.Length)
            {
                tree = tree.SplitAt(shared);
                top = above is null ? tree : top;
                above?.Put(tree);
            }

            at += shared;
            if (at == text.Length)
            {
                tree.form = added;
                return top;
            }

            if (!tree.branches.TryGetValue(text[at], out var branch))
            {
                tree.Put(Of(text[at..], added));
                return top;
            }

            (above, tree) = (tree, branch);
        }
    }

    /// <summary>The longest form that stands at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bound">How many characters are looked at.</param>
    /// <param name="passed">Takes every form that the text gives away; null where the longest is enough.</param>
    /// <remarks>
    /// Of a form of more than <see cref="KnownForms.GivesAway"/> characters, so many give it
    /// away; it then goes as far as the text does.
    /// </remarks>
    public FormMatch Match(ReadOnlySpan<char> text, int bound, FormsPassed? passed = null)
    {
        var looked = text[..Math.Min(text.Length, bound)];
        var (whole, length, at, tree) = (default(KnownForm), 0, 0, this);
        while (true)
        {
            var shared = looked[at..].CommonPrefixLength(tree.edge);
            at += shared;
            if (shared == tree.edge.Length && tree.form is { } ended)
            {
                (whole, length) = (ended, at);
                passed?.Take(ended);
            }

            if (shared < tree.edge.Length || at == looked.Length || !tree.branches.TryGetValue(looked[at], out var branch))
                break;
            tree = branch;
        }

        if (at >= KnownForms.GivesAway)
            passed?.TakeBeginning(tree);
        return at >= KnownForms.GivesAway && length < KnownForms.GivesAway
            ? new FormMatch(tree.AnyForm, at, at)
            : new FormMatch(whole, length, at);
    }

    private void Put(FormTree branch) => branches = branches.SetItem(branch.edge[0], branch);

    // The lower half is made anew, because somebody may be looking at this one.
    private FormTree SplitAt(int length)
    {
        var lower = new FormTree(edge[length..]) { form = form, branches = branches };
        var upper = new FormTree(edge[..length]);
        upper.Put(lower);
        return upper;
    }
}

/// <summary>What a place of a text has in common with the forms of secrets.</summary>
/// <param name="Form">The form that it gives away; null if none.</param>
/// <param name="Length">How many characters of it stand there.</param>
/// <param name="Compared">How many characters were looked at.</param>
internal readonly record struct FormMatch(KnownForm? Form, int Length, int Compared);
