using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.MinaSidor.Studietidssok;

/// <summary>The JSON of a search, version 1: the fields and what they mean stand in docs/mina-sidor.md. Fields may be added; none changes.</summary>
/// <param name="Antal">Hits in this part.</param>
/// <param name="Nasta">The address of the next part; null at the end.</param>
public sealed record Studietidsflode(int Version, int Antal, string? Nasta, IReadOnlyList<Flodesutbildning> Utbildningar)
{
    public static Studietidsflode For(Utbudstraffar traffar, Portaladress adress, StudietidssokInput input) => new(
        1,
        traffar.Traffar.Count,
        traffar.Nasta is { } nasta ? adress.Till(input.Adress(".json", nasta)) : null,
        [.. traffar.Traffar.Select(t => Flodesutbildning.For(t, adress))]);
}

/// <param name="Utbildning">Null where the studietider are stated for the whole school, which has stated no educations; so are the fields that follow.</param>
/// <param name="Takt">Percent of full time.</param>
public sealed record Flodesutbildning(
    string Skolkod,
    string Skola,
    string Ort,
    string Skolform,
    string? Utbildning,
    string? Slag,
    string? Niva,
    string? Kod,
    int? Takt,
    string? Undervisning,
    decimal? Poang,
    string Adress,
    string Kalender,
    IReadOnlyList<Flodestid> Studietider)
{
    public static Flodesutbildning For(Utbudstraff traff, Portaladress adress)
    {
        var p = traff.Post;
        return new(
            p.Skolkod, p.Skola, p.Ort, $"{p.Skolform}", p.Namn, p.Slag?.ToString(), p.Niva?.ToString(), p.Kod, p.Takt, p.Undervisning?.ToString(), Poangen(p.PoangTiondelar),
            adress.Till(p.Adress),
            adress.Till(p.Adress + ".ics"),
            [.. traff.Tider.Select(t => new Flodestid(
                t.ForstaDag,
                t.SistaDag,
                Lasar.For(t.ForstaDag).ToString(),
                Poangen(t.PoangTiondelar),
                t.Omfattning,
                $"{t.Galler}",
                [.. t.Uppehall.Select(u => new Flodesuppehall(u.ForstaDag, u.SistaDag))]))]);
    }

    private static decimal? Poangen(int? tiondelar) => tiondelar / 10m;
}

/// <param name="Galler">Utbildningen or HelaSkolan.</param>
public sealed record Flodestid(DateOnly ForstaDag, DateOnly SistaDag, string Lasar, decimal? Poang, int? Omfattning, string Galler, IReadOnlyList<Flodesuppehall> Uppehall);

public sealed record Flodesuppehall(DateOnly ForstaDag, DateOnly SistaDag);
