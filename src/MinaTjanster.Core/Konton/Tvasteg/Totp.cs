using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>
/// Codes of an authenticator app (RFC 6238: HMAC-SHA-1, six digits, 30 seconds). Ours, since Identity's takes two steps each way and lets a code
/// be used again. Which steps have been used is the caller's to keep.
/// </summary>
public static class Totp
{
    public const int Siffror = 6;

    /// <summary>A code of the step before or after is taken too: clocks differ, and it takes time to type (RFC 6238, section 5.2).</summary>
    public const int Tolerans = 1;

    /// <summary>160 bits, as RFC 4226 recommends.</summary>
    private const int Nyckelbyte = 20;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly TimeSpan Steglangd = TimeSpan.FromSeconds(30);

    public static byte[] NyNyckel() => RandomNumberGenerator.GetBytes(Nyckelbyte);

    /// <summary>The number of the 30-second step an instant lies in.</summary>
    public static long Steg(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / Steglangd.Ticks;

    public static string Kod(ReadOnlySpan<byte> nyckel, long steg)
    {
        Span<byte> raknare = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(raknare, steg);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // What every authenticator app computes; HMAC does not rest on SHA-1's resistance to collisions.
#pragma warning disable CA5350
        HMACSHA1.HashData(nyckel, raknare, mac);
#pragma warning restore CA5350
        var tal = BinaryPrimitives.ReadUInt32BigEndian(mac[(mac[^1] & 0x0F)..]) & 0x7FFF_FFFF;
        return (tal % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is: the present one or one of its neighbours, and later than all that have been used; or null.</summary>
    public static long? FinnSteg(ReadOnlySpan<byte> nyckel, string kod, DateTime utc, long senasteSteg)
    {
        var provad = Encoding.UTF8.GetBytes(kod);
        var nu = Steg(utc);
        long? funnet = null;
        for (var steg = nu - Tolerans; steg <= nu + Tolerans; steg++)
        {
            var lika = CryptographicOperations.FixedTimeEquals(provad, Encoding.UTF8.GetBytes(Kod(nyckel, steg)));
            funnet ??= lika && steg > senasteSteg ? steg : null;
        }

        return funnet;
    }

    /// <summary>The key as apps take it typed: base32, without padding.</summary>
    public static string SomText(ReadOnlySpan<byte> nyckel)
    {
        var text = new StringBuilder();
        var (rest, bitar) = (0, 0);
        foreach (var b in nyckel)
        {
            (rest, bitar) = ((rest << 8) | b, bitar + 8);
            for (; bitar >= 5; bitar -= 5)
            {
                text.Append(Base32[(rest >> (bitar - 5)) & 31]);
            }

            rest &= (1 << bitar) - 1;
        }

        return bitar == 0 ? text.ToString() : text.Append(Base32[(rest << (5 - bitar)) & 31]).ToString();
    }

    /// <summary>What the QR code holds (the key URI that authenticator apps read).</summary>
    public static string Adress(string utgivare, string konto, ReadOnlySpan<byte> nyckel) =>
        $"otpauth://totp/{Uri.EscapeDataString(utgivare)}:{Uri.EscapeDataString(konto)}?secret={SomText(nyckel)}&issuer={Uri.EscapeDataString(utgivare)}&algorithm=SHA1&digits={Siffror}&period={(int)Steglangd.TotalSeconds}";
}

/// <summary>
/// The clock of the authenticator app: the real one, whatever the app's clock says (design decision 5), since the phone follows it. Tests set it.
/// </summary>
public sealed record VerkligKlocka(TimeProvider Tid);
