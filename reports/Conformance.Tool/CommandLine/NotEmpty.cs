using System.CommandLine;

namespace Conformance.Tool.CommandLine;

/// <summary>For options whose value a script may take from a variable that nobody has set.</summary>
internal static class NotEmpty
{
    /// <summary>Refuses an empty value.</summary>
    public static void RefuseEmpty(this Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{option.Name} is empty: give it a value, or leave it out");
    });
}
