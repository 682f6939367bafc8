using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>An answer on its way out, which may still be made into any other.</summary>
internal sealed class HostileAnswer
{
    public int Status { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>Without those that frame the body, which the wire adds.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public byte[] Body { get; set; } = [];

    /// <summary>Headers behind the body; it is sent in chunks then.</summary>
    public List<KeyValuePair<string, string>> Trailers { get; } = [];

    public Pace Pace { get; set; } = Pace.AtOnce;

    public string Text
    {
        get => Encoding.UTF8.GetString(Body);
        set => Body = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>The body; null if it is not JSON. Another object each time.</summary>
    public JsonNode? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(Body);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>Puts another body in the place of this one.</summary>
    public void Say(string contentType, string text)
    {
        Set("Content-Type", contentType);
        Text = text;
    }

    /// <summary>Adds a header, whatever others of the name there are.</summary>
    public void Add(string name, string value) => Headers.Add(KeyValuePair.Create(name, value));

    /// <summary>Puts a header in the place of all others of the name.</summary>
    public void Set(string name, string value)
    {
        Headers.RemoveAll(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        Add(name, value);
    }
}
