using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;

namespace Conformance.Tool.Initializing;

/// <summary>A target file for a server of which little is known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dialect">The contract, by its name.</param>
/// <param name="BaseUrl">Where it is.</param>
/// <param name="Users">The accounts, as the file names them.</param>
internal sealed partial record TargetDraft(string Name, string Dialect, string BaseUrl, IReadOnlyList<string> Users)
{
    /// <summary>The name of the schema in the same folder.</summary>
    public const string SchemaFile = "conformance.target.schema.json";

    // Lines with one of these stand there once for each user, or for each capability.
    private const string User = "{user}";
    private const string Lacking = "{lacking}";

    /// <summary>The environment variables that hold the passwords, in the order of the accounts.</summary>
    public IReadOnlyList<string> Variables => [.. Users.Select((user, index) => $"{Prefix}{VariableOf(user, index)}_PASSWORD")];

    /// <summary>The text of the file.</summary>
    /// <param name="seen">What the capabilities are told by.</param>
    /// <param name="lacking">Those that the server does not have.</param>
    public string Text(string seen, IReadOnlyCollection<string> lacking) => string.Join(
        '\n', Template($"{Dialect}.template.json").Split('\n').SelectMany(line => Filled(line, seen, lacking)));

    /// <summary>The schema of target files.</summary>
    public static string Schema()
    {
        using var reader = new StreamReader(typeof(TargetSettings).Assembly.GetManifestResourceStream("target.schema.json")!);
        return reader.ReadToEnd();
    }

    /// <summary>What a run would read in a text of it, with some password; or what is wrong with it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The name of the file.</param>
    public static (TargetSettings? Settings, IReadOnlyList<ConfigurationFault> Faults) Read(string text, string file) =>
        TargetFile.Parse(text, file, _ => "not known yet", KnownDialects.Defaults);

    private IEnumerable<string> Filled(string line, string seen, IReadOnlyCollection<string> lacking) =>
        line.Contains($"[\"{User}\"]", StringComparison.Ordinal)
            ? [line.Replace($"\"{User}\"", string.Join(", ", Users.Select(Quoted)), StringComparison.Ordinal)]
            : line.Contains(User, StringComparison.Ordinal) ? Users.Zip(Variables, (user, variable) => line
                .Replace("{variable}", variable, StringComparison.Ordinal)
                .Replace($"\"{User}\"", Quoted(user), StringComparison.Ordinal))
            : line.Contains(Lacking, StringComparison.Ordinal) ? lacking.Select(
                capability => line.Replace(Lacking, capability, StringComparison.Ordinal))
            : [line
                .Replace("\"{name}\"", Quoted(Name), StringComparison.Ordinal)
                .Replace("\"{baseUrl}\"", Quoted(BaseUrl), StringComparison.Ordinal)
                .Replace("{seen}", seen, StringComparison.Ordinal)];

    // No variable begins with a digit.
    private string Prefix => InVariable(Name) is [>= 'A' and <= 'Z', ..] name ? $"{name}_" : $"TARGET_{InVariable(Name)}_";

    // Two users may differ in signs only that no variable can have.
    private string VariableOf(string user, int index)
    {
        var name = InVariable(user);
        return Users.Take(index).Any(other => InVariable(other) == name) ? $"{name}_{index + 1}" : name;
    }

    private static string InVariable(string text) => NotInVariables().Replace(text, "_").Trim('_').ToUpperInvariant();

    // The file is for people.
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Template(string name)
    {
        using var reader = new StreamReader(typeof(TargetDraft).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInVariables();
}
