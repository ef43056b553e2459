using FsCheck;
using FsCheck.Fluent;

namespace MinaTjanster.Core.Tests.Personidentiteter;

/// <summary>Fictional numbers: birth numbers 980–999, which Skatteverket keeps for test persons, with a computed check digit.</summary>
internal static class Testnummer
{
    public static readonly Gen<string> Ordinarie =
        from dag in Egenskap.Dagar
        from lopnummer in Gen.Choose(980, 999)
        select Skapa(dag, lopnummer);

    public static readonly Gen<string> Samordning =
        from dag in Egenskap.Dagar
        from lopnummer in Gen.Choose(980, 999)
        select Skapa(dag, lopnummer, samordning: true);

    public static readonly Gen<string> Tillfalligt =
        from dag in Egenskap.Dagar
        from bokstav in Gen.Choose('A', 'Z')
        from siffror in Gen.Choose(0, 999)
        select $"{dag:yyyyMMdd}{(char)bokstav}{siffror:000}";

    public static readonly Gen<string> Alla = Gen.OneOf(Ordinarie, Samordning, Tillfalligt);

    public static string Skapa(DateOnly dag, int lopnummer, bool samordning = false)
    {
        var utanSiffra = $"{dag:yyyyMM}{dag.Day + (samordning ? 60 : 0):00}{lopnummer:000}";
        return utanSiffra + Kontrollsiffra(utanSiffra[2..]);
    }

    private static int Kontrollsiffra(string nioSiffror)
    {
        var summa = nioSiffror.Select((c, i) => (c - '0') * (2 - (i % 2))).Sum(p => (p / 10) + (p % 10));
        return (10 - (summa % 10)) % 10;
    }
}
