using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;
using static MinaTjanster.Core.Studiestod.Avdelning;
using static MinaTjanster.Core.Studietider.Utbildningar.Kodslag;
using static MinaTjanster.Core.Studietider.Utbildningar.Utbildningsniva;
using static MinaTjanster.Core.Studietider.Utbildningar.Utbildningsslag;

namespace MinaTjanster.Core.Studietider.Utbildningar;

/// <summary>What the code of an education is, at one school form.</summary>
public enum Kodslag
{
    /// <summary>There is none.</summary>
    Ingen,

    /// <summary>Gymnasium: nine characters, programmes by a dated table (Gy11 and Gy25).</summary>
    Studievagskod,

    /// <summary>Folkhögskola: seven characters; the level decides the avdelning.</summary>
    Inriktning,

    /// <summary>As the school writes it: a course code, a programme's number.</summary>
    Fri,
}

/// <summary>One row of the table that page, file and test ask: how educations are stated at a school form (domain.md section 7).</summary>
/// <param name="Slag">The kinds it has, the usual one first.</param>
/// <param name="Nivaer">The levels it has, the usual one first.</param>
/// <param name="Avdelningar">Those it can belong to (domain.md section 4), the usual one first.</param>
/// <param name="KodKravs">Whether it cannot do without its code.</param>
/// <param name="HarPoang">Whether points are stated of the whole education.</param>
/// <param name="DelasVidJul">Whether study periods are split around Christmas (domain.md section 6).</param>
/// <param name="HarJullov">Whether a Christmas without studies is a break in a studietid. A högskola's termin goes on over it.</param>
public sealed record Utbildningsform(
    Skolform Skolform,
    IReadOnlyList<Utbildningsslag> Slag,
    IReadOnlyList<Utbildningsniva> Nivaer,
    IReadOnlyList<Avdelning> Avdelningar,
    Kodslag Kodslag,
    bool KodKravs,
    bool HarPoang,
    bool DelasVidJul = false,
    bool HarJullov = true)
{
    /// <summary>How the school form's people say it.</summary>
    public string Kodetikett => Kodslag switch
    {
        Kodslag.Studievagskod => "Studievägskod",
        Kodslag.Inriktning => "Inriktningskod",
        _ => Skolform switch
        {
            Skolform.Yrkeshogskola => "Utbildningsnummer",
            _ => "Kurs- eller programkod",
        },
    };

    public string? Kodhjalp => Kodslag switch
    {
        Kodslag.Studievagskod => "Högst 9 tecken, till exempel NANAT0000.",
        Kodslag.Inriktning => "Sju tecken, till exempel 405812C. De tre första visar nivån.",
        _ => null,
    };

    /// <summary>Why it is asked, where there is a choice.</summary>
    public string Avdelningshjalp => Skolform switch
    {
        Skolform.Komvux => "Avdelningen avgör vilket studiestöd som kan sökas. A1 är grundläggande nivå, A2 gymnasial.",
        Skolform.Folkhogskola => "Avdelningen avgör vilket studiestöd som kan sökas. A1 är grundläggande nivå, A2 gymnasial och B eftergymnasial.",
        _ => "Avdelningen avgör vilket studiestöd som kan sökas.",
    };

    public string Poanghjalp => Skolform switch
    {
        Skolform.Hogskola => "Högskolepoäng. 60 är ett läsår på heltid.",
        Skolform.Yrkeshogskola => "Yh-poäng. 100 är 20 veckor på heltid.",
        _ => "Verksamhetspoäng. 20 i veckan är heltid.",
    };
}

/// <summary>THE table of education forms: every school form once.</summary>
public static class Utbildningsformer
{
    public static IReadOnlyList<Utbildningsform> Alla { get; } =
    [
        new(Skolform.Gymnasieskola, [Program, Utbildningsslag.Inriktning], [Gymnasial], [A1], Studievagskod, KodKravs: true, HarPoang: false),
        new(Skolform.Komvux, [Kurs, Program], [Gymnasial, Grundlaggande], [A2, A1], Fri, KodKravs: false, HarPoang: true),
        new(Skolform.Folkhogskola, [Kurs, Utbildningsslag.Inriktning], [Gymnasial, Grundlaggande, Eftergymnasial], [A2, A1, B], Kodslag.Inriktning, KodKravs: true, HarPoang: false),
        new(Skolform.Yrkeshogskola, [Program, Kurs], [Eftergymnasial], [B], Fri, KodKravs: false, HarPoang: true, DelasVidJul: true, HarJullov: false),
        new(Skolform.Hogskola, [Program, Kurs], [Eftergymnasial], [B], Fri, KodKravs: false, HarPoang: true, HarJullov: false),
        new(Skolform.KonstOchKultur, [Program, Kurs], [Eftergymnasial, Gymnasial], [B, A3], Fri, KodKravs: false, HarPoang: false),
        new(Skolform.AnnanEftergymnasial, [Program, Kurs], [Eftergymnasial], [B], Fri, KodKravs: false, HarPoang: false),
    ];

    public static Utbildningsform For(Skolform skolform) => Alla.First(f => f.Skolform == skolform);
}
