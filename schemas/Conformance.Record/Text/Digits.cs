using System.Globalization;

namespace Conformance.Record.Text;

/// <summary>Numbers for programs and tables: digits alone, in every culture.</summary>
public static class Digits
{
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
