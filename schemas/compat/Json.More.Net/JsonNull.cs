namespace Json.More;

/// <summary>
/// The mark of a JSON null where a node is needed. The validator asks whether a value is one; in this suite none ever is,
/// because System.Text.Json gives null itself.
/// </summary>
public sealed class JsonNull
{
    private JsonNull()
    {
    }
}
