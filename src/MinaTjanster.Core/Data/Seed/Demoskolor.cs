using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>The nine schools of demo.md.</summary>
public static class Demoskolor
{
    public const string SodraBerget = "12345678";
    public const string NorraHamnen = "23456789";
    public const string Angsholm = "34567890";
    public const string Viken = "45678901";
    public const string Fjallberget = "56789012";
    public const string Malarstranden = "67890123";
    public const string Lindsala = "78901234";
    public const string Tonklang = "89012345";
    public const string Palett = "90123456";

    public static IReadOnlyList<Demoskola> Alla { get; } =
    [
        new(SodraBerget, "Södra Bergets gymnasium", "Sundsvall", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt, "sodraberget", "Bergsvägen 1", "85170"),
        new(NorraHamnen, "Norra Hamnens gymnasium", "Luleå", Skolform.Gymnasieskola, Rapporteringssatt.Fil, "norrahamnen", "Hamnplan 2", "97170"),
        new(Angsholm, "Ängsholms komvux", "Borås", Skolform.Komvux, Rapporteringssatt.Fil, "angsholm", "Ängsgatan 3", "50170"),
        new(Viken, "Vikens komvux", "Kalmar", Skolform.Komvux, Rapporteringssatt.Manuellt, "viken", "Viktorget 4", "39170"),
        new(Fjallberget, "Fjällbergets folkhögskola", "Östersund", Skolform.Folkhogskola, Rapporteringssatt.Manuellt, "fjallberget", "Fjällstigen 5", "83170"),
        new(Malarstranden, "Mälarstrandens yrkeshögskola", "Västerås", Skolform.Yrkeshogskola, Rapporteringssatt.Manuellt, "malarstranden", "Strandgatan 6", "72170"),
        new(Lindsala, "Universitetet i Lindsala", "Lindsala", Skolform.Hogskola, Rapporteringssatt.Ladok, "lindsala", "Universitetsplatsen 7", "12370"),
        new(Tonklang, "Musikhögskolan Tonklang", "Malmö", Skolform.Hogskola, Rapporteringssatt.Manuellt, "tonklang", "Tongatan 8", "21170"),
        new(Palett, "Konstskolan Palett", "Visby", Skolform.KonstOchKultur, Rapporteringssatt.Manuellt, "palett", "Palettgränd 9", "62170"),
    ];
}

/// <param name="Doman">The part of its e-mail addresses before .example, a domain that can never be real (RFC 2606).</param>
/// <param name="Gatuadress">Made up.</param>
/// <param name="Postnummer">Five digits, made up.</param>
public sealed record Demoskola(string Skolkod, string Namn, string Ort, Skolform Skolform, Rapporteringssatt Rapporteringssatt, string Doman, string Gatuadress, string Postnummer)
{
    /// <summary>The university has 200, every other school 60.</summary>
    public int AntalStuderande => Skolkod == Demoskolor.Lindsala ? 200 : 60;
}
