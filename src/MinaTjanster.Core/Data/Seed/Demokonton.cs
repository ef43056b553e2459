using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using static MinaTjanster.Core.Konton.Behorighetsslag;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>What a demo account holds, at a school or (null) at CSN.</summary>
public sealed record Demobehorighet(Behorighetsslag Slag, string? Skolkod);

/// <summary>The accounts of demo.md.</summary>
public static class Demokonton
{
    /// <summary>Everyone's password in Development.</summary>
    public const string Losenord = "Demo-losen-2026";

    /// <summary>The one-time password of <see cref="Nyanstalld"/>, not yet changed.</summary>
    public const string Engangslosenord = "Engangs-2026-x";

    public const string Nyanstalld = "nyanst01";

    private const Behorighetsslag Su = StudietiderUtbildningar;
    private const Behorighetsslag Sr = Behorighetsslag.Studeranderapportering;

    public static IReadOnlyList<Demokonto> Alla { get; } =
    [
        Skola("annlin01", "Anna Lind", Demoskolor.SodraBerget, Su, Sr),
        Skola("bjosve01", "Björn Svensson", Demoskolor.SodraBerget, Behorighetsadministrator, Su),
        Skola("cecnor01", "Cecilia Nordin", Demoskolor.SodraBerget, Behorighetsansvarig),
        new("davabd01", "David Abdi", [new(Sr, Demoskolor.NorraHamnen), new(Sr, Demoskolor.Angsholm)]),
        Skola("elieri01", "Elin Eriksson", Demoskolor.Angsholm, Behorighetsadministrator),
        Skola("fredah01", "Fredrik Dahl", Demoskolor.Viken, Su, Sr),
        Skola("gunber01", "Gun Berg", Demoskolor.Fjallberget, Su, Sr),
        Skola("hasyil01", "Hasan Yilmaz", Demoskolor.Malarstranden, Su, Sr),
        Skola("ingsto01", "Ingrid Storm", Demoskolor.Lindsala, Su, Sr),
        Skola("jonhol01", "Jonas Holm", Demoskolor.Tonklang, Su, Sr),
        Skola("karvik01", "Karin Vik", Demoskolor.Palett, Su, Sr, CsnOrder),
        Skola("mikast01", "Mikael Åström", Demoskolor.NorraHamnen, Behorighetsadministrator),
        Skola("norlin01", "Nora Lindqvist", Demoskolor.NorraHamnen, Behorighetsansvarig),
        Skola("oskwik01", "Oskar Wikström", Demoskolor.Viken, Behorighetsadministrator, Behorighetsansvarig),
        Skola("pialar01", "Pia Larsdotter", Demoskolor.Fjallberget, Behorighetsadministrator, Behorighetsansvarig),
        Skola("rezkar01", "Reza Karimi", Demoskolor.Malarstranden, Behorighetsadministrator),
        Skola("sarfal01", "Sara Falk", Demoskolor.Lindsala, Behorighetsadministrator),
        Skola("tomeke01", "Tom Ekelund", Demoskolor.Tonklang, Behorighetsadministrator),
        Skola("ulrnas01", "Ulrika Näs", Demoskolor.Palett, Behorighetsadministrator),
        Skola(Nyanstalld, "Nils Nyström", Demoskolor.Viken, Sr),
        Csn("csngra01", "Greta Granberg", CsnHandlaggare),
        Csn("csnsky01", "Stig Skyman", CsnHandlaggare, CsnSkyddadeIdentiteter),
        Csn("csnbeh01", "Berit Hagström", CsnBehorighetshandlaggare),
        Csn("csnord01", "Olof Rydén", CsnBlankettservice),
        Csn("csnkon01", "Kristina Ohlin", CsnKontaktperson),
    ];

    private static Demokonto Skola(string anvandarnamn, string namn, string skolkod, params Behorighetsslag[] slag) =>
        new(anvandarnamn, namn, [.. slag.Select(s => new Demobehorighet(s, skolkod))]);

    private static Demokonto Csn(string anvandarnamn, string namn, params Behorighetsslag[] slag) =>
        new(anvandarnamn, namn, [.. slag.Select(s => new Demobehorighet(s, null))]);
}

public sealed record Demokonto(string Anvandarnamn, string Namn, IReadOnlyList<Demobehorighet> Behorigheter)
{
    /// <summary>At a domain that can never be real (RFC 2606).</summary>
    public string Epost
    {
        get
        {
            var skolkod = Behorigheter[0].Skolkod;
            var doman = skolkod is null ? "csn" : Demoskolor.Alla.Single(s => s.Skolkod == skolkod).Doman;
            return $"{SvenskText.Folda(Namn).Replace(' ', '.')}@{doman}.example";
        }
    }
}
