using MinaTjanster.Core.Personidentiteter;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>
/// Numbers that nobody has: birth numbers 980–999 are kept for tests by Skatteverket, and temporary numbers belong to no person register.
/// </summary>
internal static class Demopersonnummer
{
    public const int ForstaTestnummer = 980;
    public const int AntalTestnummer = 20;

    /// <summary>A test number of that day, with its check digit.</summary>
    /// <param name="fodd">Date of birth.</param>
    /// <param name="lopnummer">0–19.</param>
    /// <param name="samordning">Writes the day + 60: a samordningsnummer.</param>
    public static Personnummer Test(DateOnly fodd, int lopnummer, bool samordning = false)
    {
        var elva = $"{fodd.Year:0000}{fodd.Month:00}{fodd.Day + (samordning ? 60 : 0):00}{ForstaTestnummer + lopnummer:000}";
        return Personnummer.FranVarde(elva + Kontrollsiffra(elva.AsSpan(2)));
    }

    /// <param name="lopnummer">0–25 999: letter and three digits.</param>
    public static Personnummer Tillfalligt(DateOnly fodd, int lopnummer) =>
        Personnummer.FranVarde($"{fodd:yyyyMMdd}{(char)('A' + (lopnummer / 1000))}{lopnummer % 1000:000}");

    private static int Kontrollsiffra(ReadOnlySpan<char> nioSiffror)
    {
        var summa = 0;
        for (var i = 0; i < nioSiffror.Length; i++)
        {
            var produkt = (nioSiffror[i] - '0') * (i % 2 == 0 ? 2 : 1);
            summa += produkt > 9 ? produkt - 9 : produkt;
        }

        return (10 - (summa % 10)) % 10;
    }
}
