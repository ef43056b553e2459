using System.Security.Cryptography;
using System.Text;

namespace MinaTjanster.Core.Konton;

/// <summary>Random keys and the hashes under which they are stored.</summary>
public static class Hemlighet
{
    /// <summary>256 random bits as lower-case hex (64 characters).</summary>
    public static string Ny() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>128 random bits as lower-case hex (32 characters).</summary>
    public static string NyKort() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>SHA-256 as lower-case hex (64 characters).</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
