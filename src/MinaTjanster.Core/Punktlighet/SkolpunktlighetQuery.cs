using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Punktlighet;

public enum Punktlighetssortering
{
    Namn,
    Studerande,
    Rapporter,
    DagarTillRapport,
    DagarTillUnderlag,
    ITid,
    RattForsta,
    Forvantade,
}

/// <summary>Which schools CSN looks at, and in what order.</summary>
/// <param name="BaraTysta">Those that have sent nothing though reports were to be expected.</param>
/// <param name="Skolform">Null for all.</param>
public sealed record Punktlighetsurval(bool BaraTysta = true, Skolform? Skolform = null, Punktlighetssortering Sortering = Punktlighetssortering.Forvantade, bool Fallande = true);

/// <summary>A school as CSN sees it.</summary>
/// <param name="Studerande">Whose education may give studiehjälp, in the months that are looked at (<see cref="Rikspunktlighet"/>).</param>
/// <param name="Forvantade">Reports that would have come in the months of <see cref="Punktlighetsinstallning.TystaManader"/> and the current one, if students there were reported as often as at all schools of the form; rounded.</param>
/// <param name="Nyligen">Reports that did come in them.</param>
/// <param name="SenasteManad">The latest month with a report, of two years.</param>
/// <param name="Aret">The twelve months that end with the current one.</param>
public sealed record Punktlighetsrad(long SkolaId, string Namn, string Skolkod, string Ort, Skolform Skolform, int Studerande, int Forvantade, int Nyligen, DateOnly? SenasteManad, Punktlighetstal Aret, string Sorteringsnyckel)
{
    public bool ArTyst(Punktlighetsinstallning i) => Nyligen == 0 && Forvantade >= i.TystaForvantade;
}

/// <summary>How the schools of a form are spread over the year.</summary>
/// <param name="Skolor">Schools of the form that have students or reports.</param>
/// <param name="MedRapporter">Of them, with a report in the year.</param>
public sealed record Formspridning(Skolform Skolform, int Skolor, int MedRapporter, int Tysta, IReadOnlyDictionary<Matt, Spridning?> Matt);

/// <param name="Rader">All of the choice, sorted.</param>
/// <param name="Tysta">Silent schools of the chosen form.</param>
/// <param name="Alla">All schools of it.</param>
/// <param name="NagotAttVanta">Whether so many reports were to be expected of any of them that silence says something; after a summer they are not.</param>
public sealed record Skolpunktlighetslista(IReadOnlyList<Punktlighetsrad> Rader, int Tysta, int Alla, bool NagotAttVanta, IReadOnlyList<Formspridning> Former);

/// <summary>For CSN: all schools' timeliness, which are silent, and how they are spread. The context's scope is all schools.</summary>
public sealed class SkolpunktlighetQuery(PortalDbContext db, Punktlighetsminne minne, Punktlighetsinstallning installning, TimeProvider klocka)
{
    public async Task<Skolpunktlighetslista> ListaAsync(Punktlighetsurval urval, CancellationToken ct)
    {
        var alla = await AllaAsync(ct);
        var former = alla.GroupBy(s => s.Skolform).OrderBy(f => f.Key).Select(f => new Formspridning(
            f.Key, f.Count(), f.Count(s => s.Aret.Antal > 0), f.Count(s => s.ArTyst(installning)), PunktlighetQuery.Spridningar(f.Select(s => s.Aret)))).ToList();
        var formens = alla.Where(s => urval.Skolform is null || s.Skolform == urval.Skolform).ToList();
        var rader = formens.Where(s => !urval.BaraTysta || s.ArTyst(installning));
        return new([.. Sortera(rader, urval)], formens.Count(s => s.ArTyst(installning)), formens.Count, formens.Exists(s => s.Forvantade >= installning.TystaForvantade), former);
    }

    private async Task<List<Punktlighetsrad>> AllaAsync(CancellationToken ct)
    {
        var riket = await minne.HamtaAsync(ct);
        var fran = Punktlighetsminne.Manad(klocka.SvenskDag(), installning.TystaManader);
        var tal = riket.Skolor.ToDictionary(s => s.SkolaId);
        var skolor = (await db.Skolor.Select(s => new { s.Id, s.Namn, s.Skolkod, s.Ort, s.Skolform, s.Sorteringsnyckel }).ToListAsync(ct))
            .Where(s => s.Skolform.HarSkolk() && (riket.Studerande.ContainsKey(s.Id) || tal.ContainsKey(s.Id)))
            .Select(s => (Skola: s, Studerande: riket.Studerande.GetValueOrDefault(s.Id), Nyligen: tal.GetValueOrDefault(s.Id)?.Manader.Where(m => m.Key >= fran).Sum(m => m.Value.Antal) ?? 0)).ToList();
        var takt = skolor.GroupBy(s => s.Skola.Skolform).ToDictionary(f => f.Key, f => f.Sum(s => s.Studerande) is > 0 and var n ? (decimal)f.Sum(s => s.Nyligen) / n : 0);
        return skolor.ConvertAll(s => new Punktlighetsrad(
            s.Skola.Id, s.Skola.Namn, s.Skola.Skolkod, s.Skola.Ort, s.Skola.Skolform, s.Studerande, (int)Math.Round(s.Studerande * takt[s.Skola.Skolform], MidpointRounding.AwayFromZero), s.Nyligen,
            tal.GetValueOrDefault(s.Skola.Id)?.Manader.Keys.Max(), tal.GetValueOrDefault(s.Skola.Id)?.Aret ?? Punktlighetstal.Inga, s.Skola.Sorteringsnyckel));
    }

    /// <summary>Schools without the number stand last, whichever way.</summary>
    private static IEnumerable<Punktlighetsrad> Sortera(IEnumerable<Punktlighetsrad> rader, Punktlighetsurval urval)
    {
        int? Tal(Punktlighetsrad s) => urval.Sortering switch
        {
            Punktlighetssortering.Studerande => s.Studerande,
            Punktlighetssortering.Rapporter => s.Aret.Antal,
            Punktlighetssortering.DagarTillRapport => Matt.DagarTillRapport.Av(s.Aret),
            Punktlighetssortering.DagarTillUnderlag => Matt.DagarTillUnderlag.Av(s.Aret),
            Punktlighetssortering.ITid => Matt.AndelITid.Av(s.Aret),
            Punktlighetssortering.RattForsta => Matt.AndelRattForsta.Av(s.Aret),
            _ => s.Forvantade,
        };
        if (urval.Sortering == Punktlighetssortering.Namn)
            return urval.Fallande ? rader.OrderByDescending(s => s.Sorteringsnyckel, StringComparer.Ordinal).ThenBy(s => s.SkolaId) : rader.OrderBy(s => s.Sorteringsnyckel, StringComparer.Ordinal).ThenBy(s => s.SkolaId);

        return rader.OrderBy(s => Tal(s) is null).ThenBy(s => urval.Fallande ? -Tal(s) : Tal(s)).ThenBy(s => s.Sorteringsnyckel, StringComparer.Ordinal).ThenBy(s => s.SkolaId);
    }
}
