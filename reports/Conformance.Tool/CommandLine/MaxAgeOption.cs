using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Conformance.Tool.CommandLine;

/// <summary>The option <c>--max-age</c>: a number with its unit, such as <c>90m</c>, <c>36h</c> or <c>2d</c>.</summary>
internal static class MaxAgeOption
{
    public static Option<TimeSpan?> Create() => new("--max-age")
    {
        Description = "How long ago the run may have ended: 90m, 36h, 2d. [default: any time, with a warning beyond a day]",
        CustomParser = Parse,
    };

    private static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (text.Length > 1 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            switch (text[^1])
            {
                case 'm' when number <= 60 * 24 * 365:
                    return TimeSpan.FromMinutes(number);
                case 'h' when number <= 24 * 365:
                    return TimeSpan.FromHours(number);
                case 'd' when number <= 365:
                    return TimeSpan.FromDays(number);
            }
        }

        result.AddError($"--max-age is '{text}': give a number of minutes, hours or days of at most a year, such as 90m, 36h or 2d");
        return null;
    }
}
