namespace MinaTjanster.Core.Data.Seed;

/// <summary>How far a demo case has come.</summary>
internal enum Demolage
{
    UnderlagSaknas,
    AttGranska,
    Granskas,
    KompletteringBegard,
    Avslutat,
    Atertaget,
}

/// <summary>One demo report with its case. All days are counted backwards from today, and moved where a rule or a weekend asks for it.</summary>
/// <param name="Elev">The student's place in the school's list, from 0.</param>
/// <param name="Forsta">First skolk day.</param>
/// <param name="Rapport">Day of the report: the 30th day at the earliest, for <paramref name="Tidig"/> the 15th.</param>
/// <param name="Underlag">Day the underlag was sent.</param>
/// <param name="Tagen">Day a handläggare took the case.</param>
/// <param name="Beslut">Day of approval, of the complement, or of the report's removal.</param>
/// <param name="Sista">Last skolk day, for who is back.</param>
internal sealed record Demorapport(
    string Skolkod,
    int Elev,
    string Rapportor,
    int Forsta,
    int Rapport,
    int Minuter,
    int Tillfallen,
    Demolage Lage,
    int Underlag = 0,
    int Tagen = 0,
    int Beslut = 0,
    int? Sista = null,
    bool Tidig = false,
    bool Bild = false);

/// <summary>The cases of demo.md, and enough beside them that CSN's queue is a queue.</summary>
internal static class Demorapporter
{
    private const string Anna = "annlin01";
    private const string David = "davabd01";

    public static readonly IReadOnlyList<Demorapport> Alla =
    [
        // Lisa Ek: no underlag. Omar Haddad: a complement unanswered. Stina Vall: in the queue. Erik Mårtensson: closed. The fifth is protected.
        new(Demoskolor.SodraBerget, 0, Anna, 76, 37, 690, 6, Demolage.UnderlagSaknas),
        new(Demoskolor.SodraBerget, 1, Anna, 83, 51, 540, 7, Demolage.KompletteringBegard, Underlag: 25, Tagen: 17, Beslut: 10),
        new(Demoskolor.SodraBerget, 2, Anna, 41, 4, 330, 5, Demolage.AttGranska, Underlag: 2),
        new(Demoskolor.SodraBerget, 3, Anna, 90, 55, 480, 6, Demolage.Avslutat, Underlag: 47, Tagen: 33, Beslut: 30, Sista: 51),
        new(Demoskolor.SodraBerget, 4, Anna, 62, 26, 420, 5, Demolage.AttGranska, Underlag: 12),
        new(Demoskolor.NorraHamnen, 3, David, 69, 34, 615, 8, Demolage.AttGranska, Underlag: 20),
        new(Demoskolor.NorraHamnen, 7, David, 60, 27, 360, 4, Demolage.AttGranska, Underlag: 10),
        new(Demoskolor.NorraHamnen, 11, David, 55, 20, 300, 4, Demolage.AttGranska, Underlag: 6, Bild: true),
        new(Demoskolor.NorraHamnen, 16, David, 40, 19, 780, 9, Demolage.AttGranska, Underlag: 5, Tidig: true),
        new(Demoskolor.NorraHamnen, 22, David, 76, 41, 450, 6, Demolage.Granskas, Underlag: 24, Tagen: 4),
        new(Demoskolor.NorraHamnen, 28, David, 48, 12, 270, 3, Demolage.UnderlagSaknas),
        new(Demoskolor.NorraHamnen, 35, David, 66, 30, 255, 3, Demolage.Atertaget, Beslut: 21),
    ];
}
