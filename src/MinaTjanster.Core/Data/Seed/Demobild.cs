using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>Draws a demo underlag as a picture (PNG): a sheet with ruled lines, a date and the minutes on each, as if photographed.</summary>
internal static class Demobild
{
    private const int Bredd = 640;
    private const int Hojd = 600;
    private const int Skala = 3;
    private const int Vansterkant = 60;
    private const int Radhojd = 42;

    /// <summary>Five columns of seven pixels each, lowest bit at the top.</summary>
    private static readonly Dictionary<char, byte[]> Tecken = new()
    {
        ['0'] = [0x3E, 0x51, 0x49, 0x45, 0x3E],
        ['1'] = [0x00, 0x42, 0x7F, 0x40, 0x00],
        ['2'] = [0x42, 0x61, 0x51, 0x49, 0x46],
        ['3'] = [0x21, 0x41, 0x45, 0x4B, 0x31],
        ['4'] = [0x18, 0x14, 0x12, 0x7F, 0x10],
        ['5'] = [0x27, 0x45, 0x45, 0x45, 0x39],
        ['6'] = [0x3C, 0x4A, 0x49, 0x49, 0x30],
        ['7'] = [0x01, 0x71, 0x09, 0x05, 0x03],
        ['8'] = [0x36, 0x49, 0x49, 0x49, 0x36],
        ['9'] = [0x06, 0x49, 0x49, 0x29, 0x1E],
        ['-'] = [0x08, 0x08, 0x08, 0x08, 0x08],
        [' '] = [0x00, 0x00, 0x00, 0x00, 0x00],
        ['m'] = [0x7C, 0x04, 0x78, 0x04, 0x78],
        ['i'] = [0x00, 0x44, 0x7D, 0x40, 0x00],
        ['n'] = [0x7C, 0x08, 0x04, 0x04, 0x78],
    };

    public static byte[] Png(Demofranvaro franvaro)
    {
        var punkter = new byte[Bredd * Hojd];
        Array.Fill(punkter, (byte)0xF4);
        var y = Radhojd;
        Skriv(punkter, $"{franvaro.Uppgift.TackerFran:yyyy-MM-dd} - {franvaro.Uppgift.TackerTill:yyyy-MM-dd}", y);
        foreach (var lektion in franvaro.Lektioner)
        {
            y += Radhojd;
            Skriv(punkter, $"{lektion.Dag:yyyy-MM-dd} {lektion.Undervisning,4} min {lektion.Ogiltig,4} min", y);
            punkter.AsSpan(((y + (8 * Skala)) * Bredd) + Vansterkant, Bredd - (2 * Vansterkant)).Fill(0xA0);
        }

        return Koda(punkter);
    }

    private static void Skriv(byte[] punkter, string text, int y)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var kolumner = Tecken[text[i]];
            for (var punkt = 0; punkt < 5 * Skala * 7 * Skala; punkt++)
            {
                var (kolumn, rad) = (punkt % (5 * Skala), punkt / (5 * Skala));
                if ((kolumner[kolumn / Skala] >> (rad / Skala) & 1) == 1)
                {
                    punkter[((y + rad) * Bredd) + Vansterkant + (i * 6 * Skala) + kolumn] = 0x30;
                }
            }
        }
    }

    /// <summary>PNG (ISO/IEC 15948): 8-bit grey, no filter.</summary>
    private static byte[] Koda(byte[] punkter)
    {
        using var data = new MemoryStream();
        using (var packad = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < Hojd; y++)
            {
                packad.WriteByte(0);
                packad.Write(punkter, y * Bredd, Bredd);
            }
        }

        var huvud = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(huvud, Bredd);
        BinaryPrimitives.WriteInt32BigEndian(huvud.AsSpan(4), Hojd);
        huvud[8] = 8;
        using var fil = new MemoryStream();
        fil.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        SkrivDel(fil, "IHDR", huvud);
        SkrivDel(fil, "IDAT", data.ToArray());
        SkrivDel(fil, "IEND", []);
        return fil.ToArray();
    }

    private static void SkrivDel(MemoryStream fil, string namn, byte[] innehall)
    {
        var del = new byte[innehall.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(del, innehall.Length);
        Encoding.ASCII.GetBytes(namn, del.AsSpan(4));
        innehall.CopyTo(del, 8);
        BinaryPrimitives.WriteUInt32BigEndian(del.AsSpan(innehall.Length + 8), Crc(del.AsSpan(4, innehall.Length + 4)));
        fil.Write(del);
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in data)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 1 ? 0xEDB88320 : 0);
            }
        }

        return ~crc;
    }
}
