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
        new(SodraBerget, "Södra Bergets gymnasium", "Sundsvall", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt, "sodraberget"),
        new(NorraHamnen, "Norra Hamnens gymnasium", "Luleå", Skolform.Gymnasieskola, Rapporteringssatt.Fil, "norrahamnen"),
        new(Angsholm, "Ängsholms komvux", "Borås", Skolform.Komvux, Rapporteringssatt.Fil, "angsholm"),
        new(Viken, "Vikens komvux", "Kalmar", Skolform.Komvux, Rapporteringssatt.Manuellt, "viken"),
        new(Fjallberget, "Fjällbergets folkhögskola", "Östersund", Skolform.Folkhogskola, Rapporteringssatt.Manuellt, "fjallberget"),
        new(Malarstranden, "Mälarstrandens yrkeshögskola", "Västerås", Skolform.Yrkeshogskola, Rapporteringssatt.Manuellt, "malarstranden"),
        new(Lindsala, "Universitetet i Lindsala", "Lindsala", Skolform.Hogskola, Rapporteringssatt.Ladok, "lindsala"),
        new(Tonklang, "Musikhögskolan Tonklang", "Malmö", Skolform.Hogskola, Rapporteringssatt.Manuellt, "tonklang"),
        new(Palett, "Konstskolan Palett", "Visby", Skolform.KonstOchKultur, Rapporteringssatt.Manuellt, "palett"),
    ];
}

/// <param name="Doman">The part of its e-mail addresses before .example, a domain that can never be real (RFC 2606).</param>
public sealed record Demoskola(string Skolkod, string Namn, string Ort, Skolform Skolform, Rapporteringssatt Rapporteringssatt, string Doman)
{
    /// <summary>The university has 200, every other school 60.</summary>
    public int AntalStuderande => Skolkod == Demoskolor.Lindsala ? 200 : 60;
}
