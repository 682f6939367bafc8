using System.Security.Cryptography;
using Conformance.Reports.Bundles;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Files;

/// <summary>Keys as files.</summary>
internal static class KeyFiles
{
    /// <exception cref="BadUsageException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new BadUsageException($"{FileProblem.InWords(path, e)}; name a file with a key in PEM with --key.", e);
        }
    }

    /// <summary>The public key in a file.</summary>
    /// <exception cref="BadUsageException">The file cannot be read, or is no such key.</exception>
    public static ECDsa ReadPublic(string path)
    {
        try
        {
            return SigningKeys.ReadPublic(Read(path), path);
        }
        catch (KeyProblemException e)
        {
            throw new BadUsageException(e.Message, e);
        }
    }
}
