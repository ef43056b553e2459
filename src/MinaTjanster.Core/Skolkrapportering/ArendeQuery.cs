using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>The queue of cases, of all schools: filtered, sorted and paged by the database.</summary>
public sealed partial class ArendeQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>More rows than a spreadsheet is of use for.</summary>
    public const int MaxExport = 20_000;

    /// <summary>Years back that holidays are reckoned with when the queue counts what disagrees: in older cases each day between an underlag's last one and its sending counts.</summary>
    private const int KontrolleradeAr = 5;

    private static readonly Func<PortalDbContext, bool, DateTime, Task<int>> AttGranska = EF.CompileAsyncQuery(
        (PortalDbContext db, bool skyddade, DateTime nu) =>
            (from a in db.Arenden.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter })
             where a.Status == Arendestatus.AttGranska && a.SynligFran <= nu
             join r in db.Skolkrapporter on a.SkolkrapportId equals r.Id
             join s in db.Studerande on r.StuderandeId equals s.Id
             where db.Studerande.Any(o => o.Personnummer == s.Personnummer && o.Skydd == Personskydd.Skyddad) == skyddade
             select a.Id).Count());

    /// <summary>How many cases of a lane wait for somebody to take them, for the menu; 0 for those who do not review it.</summary>
    public async Task<int> AntalAttGranskaAsync(Personskydd lane = Personskydd.Inget) =>
        anvandare.Har(Rattighet.GranskaUnderlag) && FarSe(lane) ? await AttGranska(db, lane == Personskydd.Skyddad, klocka.UtcNu()) : 0;

    public async Task<Kosida> SidaAsync(Kofraga fraga, CancellationToken ct)
    {
        var sokt = await SoktAsync(fraga, ct);
        var flikantal = await FlikantalAsync(fraga.Lane, sokt, ct);
        var antal = await Synliga(Filtrerade(fraga.Filter == Kofilter.Alla ? Poster() : MedUnderlag(), fraga, sokt), fraga.Lane).CountAsync(ct);
        var sista = Math.Max(1, (antal + Kofraga.RaderPerSida - 1) / Kofraga.RaderPerSida);
        fraga = fraga with { Sida = Math.Clamp(fraga.Sida, 1, sista) };
        var poster = await Sorterade(fraga, sokt).Skip((fraga.Sida - 1) * Kofraga.RaderPerSida).Take(Kofraga.RaderPerSida).ToListAsync(ct);
        if (fraga.Lane == Personskydd.Skyddad)
            poster.ForEach(p => db.Omfang.NoteraSkyddad(p.Studerande.Id, p.Studerande.SkolaId));

        return new Kosida(fraga, poster.ConvertAll(p => Rad(p, fraga.Lane)), antal, flikantal, sokt is { ForBred: true });
    }

    /// <summary>The first case to take, by the queue's order and filter; null when there is none.</summary>
    public async Task<(long ArendeId, int Version)?> NastaAsync(Kofraga fraga, CancellationToken ct) =>
        await Sorterade(fraga with { Flik = Koflik.AttGranska }, await SoktAsync(fraga, ct)).Select(p => new { p.Arende.Id, p.Arende.Version }).FirstOrDefaultAsync(ct) is { } nasta
            ? (nasta.Id, nasta.Version)
            : null;

    /// <summary>All rows of the tab, in the same order, at most <see cref="MaxExport"/>.</summary>
    public async IAsyncEnumerable<Korad> AllaAsync(Kofraga fraga, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var post in Sorterade(fraga, await SoktAsync(fraga, ct)).Take(MaxExport).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return Rad(post, fraga.Lane);
        }
    }

    /// <summary>Ids of the cases of the open lane whose newest underlag agrees in every check.</summary>
    internal IQueryable<long> Stammande() => Synliga(MedUnderlag(), Personskydd.Inget).Where(p => p.Avvikelser == 0).Select(p => p.Arende.Id);

    private async Task<IReadOnlyDictionary<Koflik, int>> FlikantalAsync(Personskydd lane, Sokt? sokt, CancellationToken ct)
    {
        var mig = anvandare.KontoId;
        var grupper = await Funna(Oppna(lane), lane, sokt)
            .GroupBy(p => new { p.Arende.Status, Mitt = p.Arende.HandlaggareKontoId == mig, Kontroll = p.Arende.KontrollVantar != null && p.Arende.KontrollAvserKontoId != mig })
            .Select(g => new { g.Key.Status, g.Key.Mitt, g.Key.Kontroll, Antal = g.Count() })
            .ToListAsync(ct);
        var antal = new Dictionary<Koflik, int>
        {
            [Koflik.AttGranska] = grupper.Where(g => g.Status == Arendestatus.AttGranska).Sum(g => g.Antal),
            [Koflik.Mina] = grupper.Where(g => g.Mitt || g.Status == Arendestatus.Avslutat).Sum(g => g.Antal),
            [Koflik.VantarPaSkolan] = grupper.Where(g => Arendestatusar.HosSkolan.Contains(g.Status)).Sum(g => g.Antal),
            [Koflik.FyraOgon] = grupper.Where(g => g.Kontroll).Sum(g => g.Antal),
            [Koflik.AllaOppna] = grupper.Where(g => !Arendestatusar.Stangda.Contains(g.Status)).Sum(g => g.Antal),
        };
        if (sokt is not null)
            antal[Koflik.Avslutade] = await Synliga(Funna(Poster().Where(IFliken(Koflik.Avslutade)), lane, sokt), lane).CountAsync(ct);
        return antal;
    }

    /// <summary>What the reader may see of the open cases, and of their own that were taken back.</summary>
    private IQueryable<Kopost> Oppna(Personskydd lane)
    {
        var (mig, osedda) = (anvandare.KontoId, OseddaAndringar());
        return Synliga(Poster(), lane).Where(p =>
            (p.Arende.Status != Arendestatus.Avslutat && p.Arende.Status != Arendestatus.Atertaget) ||
            (p.Arende.Status == Arendestatus.Atertaget && p.Arende.HandlaggareKontoId == mig && p.Arende.AtertagetKvitterat == null) ||
            osedda.Contains(p.Arende.Id));
    }

    private bool FarSe(Personskydd lane) => lane == Personskydd.Inget || anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    /// <summary>The rows of the lane; none for whoever is not cleared for it.</summary>
    private IQueryable<Kopost> Synliga(IQueryable<Kopost> poster, Personskydd lane)
    {
        var studerande = db.StuderandeILane(lane);
        return FarSe(lane) ? poster.Where(p => studerande.Any(s => s.Id == p.Studerande.Id)) : poster.Where(p => false);
    }

    /// <summary>Closed cases with a change that the reader is to see: their own, and those of whoever no longer reviews.</summary>
    private IQueryable<long> OseddaAndringar()
    {
        var (mig, granskande) = (anvandare.KontoId, db.Granskande(klocka.SvenskDag()));
        return db.Nationellt<Arende>().Where(Arende.OseddAndring).Where(a => a.HandlaggareKontoId == mig || !granskande.Any(id => id == a.HandlaggareKontoId)).Select(a => a.Id);
    }

    private Expression<Func<Kopost, bool>> IFliken(Koflik flik)
    {
        var (mig, osedda) = (anvandare.KontoId, OseddaAndringar());
        return flik switch
        {
            Koflik.AttGranska => p => p.Arende.Status == Arendestatus.AttGranska,
            Koflik.Mina => p => osedda.Contains(p.Arende.Id) ||
                (p.Arende.HandlaggareKontoId == mig && p.Arende.Status != Arendestatus.Avslutat &&
                    (p.Arende.Status != Arendestatus.Atertaget || p.Arende.AtertagetKvitterat == null)),
            Koflik.VantarPaSkolan => p => p.Arende.Status == Arendestatus.VantarPaUnderlag || p.Arende.Status == Arendestatus.KompletteringBegard,
            Koflik.FyraOgon => p => p.Arende.KontrollVantar != null && p.Arende.KontrollAvserKontoId != mig,
            Koflik.AllaOppna => p => p.Arende.Status != Arendestatus.Avslutat && p.Arende.Status != Arendestatus.Atertaget,
            Koflik.Avslutade => p => p.Arende.Status == Arendestatus.Avslutat || p.Arende.Status == Arendestatus.Atertaget,
            _ => throw new ArgumentOutOfRangeException(nameof(flik), flik, null),
        };
    }

    private IQueryable<Kopost> Sorterade(Kofraga fraga, Sokt? sokt)
    {
        var poster = Synliga(Filtrerade(MedUnderlag(), fraga, sokt), fraga.Lane);
        var fallande = fraga.Riktning == Koriktning.Fallande;
        var sistaStoppdag = SistaStoppdag();
        IOrderedQueryable<Kopost>? ordnade = fraga.Sortering switch
        {
            // A report through the 22nd concerns the coming payment, a later one the payment after it.
            Kosortering.Utbetalning => Ordna(poster, p => p.Rapport.Rapportdag > sistaStoppdag ? 1 : 0, fallande),
            Kosortering.Fullstandighet => Ordna(poster, p => p.Avvikelser, fallande),
            // What is not known stands last either way.
            Kosortering.Belopp when fallande => poster.OrderBy(p => p.Arende.Uppskattat == null ? 1 : 0).ThenByDescending(p => p.Arende.Riskbelopp),
            Kosortering.Belopp => poster.OrderBy(p => p.Arende.Uppskattat == null ? 1 : 0).ThenBy(p => p.Arende.Riskbelopp),
            Kosortering.SvarSenast when fallande => poster.OrderBy(p => p.SistaDag == null ? 1 : 0).ThenByDescending(p => p.SistaDag),
            Kosortering.SvarSenast => poster.OrderBy(p => p.SistaDag == null ? 1 : 0).ThenBy(p => p.SistaDag),
            _ => null,
        };
        return ordnade is null
            ? (fallande
                ? poster.OrderByDescending(p => p.Arende.UnderlagInkom ?? p.Arende.Skapat).ThenByDescending(p => p.Arende.Id)
                : poster.OrderBy(p => p.Arende.UnderlagInkom ?? p.Arende.Skapat).ThenBy(p => p.Arende.Id))
            : ordnade.ThenBy(p => p.Arende.UnderlagInkom ?? p.Arende.Skapat).ThenBy(p => p.Arende.Id);
    }

    private IQueryable<Kopost> Filtrerade(IQueryable<Kopost> poster, Kofraga fraga, Sokt? sokt)
    {
        var sistaStoppdag = SistaStoppdag();
        var iFliken = Funna(poster.Where(IFliken(fraga.Flik)), fraga.Lane, sokt);
        var paborjade = db.Nationellt<Arendeanteckning>().Where(Arendeanteckning.HarInnehall);
        return fraga.Filter switch
        {
            Kofilter.Stammer => iFliken.Where(p => p.Avvikelser == 0),
            Kofilter.Avviker => iFliken.Where(p => p.Avvikelser > 0 && p.Avvikelser < Kopost.UtanUnderlag),
            Kofilter.NyttMeddelande => iFliken.Where(p => p.Arende.SkolanHarSvarat != null),
            Kofilter.Paborjade => iFliken.Where(p => paborjade.Any(n => n.ArendeId == p.Arende.Id)),
            Kofilter.NastaUtbetalning => iFliken.Where(p => p.Rapport.Rapportdag <= sistaStoppdag),
            _ => iFliken,
        };
    }

    /// <summary>The last day on which a report concerns the coming payment.</summary>
    private DateOnly SistaStoppdag()
    {
        var nasta = Utbetalningskalender.NastaUtbetalning(klocka.SvenskDag());
        return Utbetalningskalender.SistaStoppdag(nasta.Year, nasta.Month)!.Value;
    }

    private static IOrderedQueryable<Kopost> Ordna(IQueryable<Kopost> poster, Expression<Func<Kopost, int>> nyckel, bool fallande) =>
        fallande ? poster.OrderByDescending(nyckel) : poster.OrderBy(nyckel);

    private IQueryable<Kopost> Poster() =>
        from a in db.Nationellt<Arende>().HosCsn(klocka.UtcNu()).AsNoTracking()
        join r in db.Nationellt<Skolkrapport>() on a.SkolkrapportId equals r.Id
        join s in db.Nationellt<Studerande>() on r.StuderandeId equals s.Id
        select new Kopost { Arende = a, Rapport = r, Studerande = s };

    private IQueryable<Kopost> MedUnderlag()
    {
        var paborjade = db.Nationellt<Arendeanteckning>().Where(Arendeanteckning.HarInnehall);
        var idag = klocka.SvenskDag();
        var utanSkoldag = Skoldagar.UtanMellan(idag.Year - KontrolleradeAr, idag.Year);
        var manader = Fristregler.For(Fristslag.Underlag, idag).Tid.Manader;
        return
            from p in Poster()
            join skola in db.Skolor on p.Arende.SkolaId equals skola.Id
            join senaste in db.Nationellt<Franvarounderlag>()
                on db.Nationellt<Franvarounderlag>()
                    .Where(x => x.SkolkrapportId == p.Rapport.Id && x.Status == Underlagsstatus.Inskickat)
                    .OrderByDescending(x => x.Skickad).ThenByDescending(x => x.Id)
                    .Select(x => (long?)x.Id)
                    .FirstOrDefault() equals (long?)senaste.Id into senaste
            from u in senaste.DefaultIfEmpty()
            let skickas = u.Avsantdag ?? u.Ankomstdag

            // As Underlagskontroll.Saknade: the day that need not be covered any more, and how far before it the underlag ends.
            let fore = p.Rapport.SistaDag != null && p.Rapport.SistaDag < skickas ? p.Rapport.SistaDag!.Value.DayNumber + 1 : skickas!.Value.DayNumber
            let kvar = fore - u.TackerTill!.Value.DayNumber
            let svarSenast = p.Arende.Kompletteringar.Where(k => k.Besvarad == null && k.Aterkallad == null).Select(k => (DateOnly?)k.SvarSenast).FirstOrDefault()

            // Underlagsfrist's day, reckoned by the database so that it can sort by it: SQLite goes past the end of a shorter month, and is held at it. A test holds the two together.
            let manadensSlut = p.Rapport.Rapportdag.AddDays(1 - p.Rapport.Rapportdag.Day).AddMonths(manader + 1).AddDays(-1)
            let underlagSenast = p.Rapport.Rapportdag.AddMonths(manader) > manadensSlut ? manadensSlut : p.Rapport.Rapportdag.AddMonths(manader)
            select new Kopost
            {
                Arende = p.Arende,
                Rapport = p.Rapport,
                Studerande = p.Studerande,
                Skola = skola.Namn,
                Skolkod = skola.Skolkod,
                Handlaggare = db.Konton.Where(k => k.Id == p.Arende.HandlaggareKontoId).Select(k => k.Namn).FirstOrDefault(),
                SvarSenast = svarSenast,
                SistaDag = svarSenast ?? (p.Arende.Status == Arendestatus.VantarPaUnderlag ? underlagSenast : null),
                Underlag = u,
                Paborjat = paborjade.Where(n => n.ArendeId == p.Arende.Id).Select(n => (DateTime?)n.Sparad).FirstOrDefault(),

                // Underlagskontroll's rows, counted by the database so that it can sort by them. A test holds the two together.
                Avvikelser = u == null || u.TackerFran == null
                    ? Kopost.UtanUnderlag
                    : (u.TackerFran <= p.Rapport.ForstaDag && p.Rapport.ForstaDag <= u.TackerTill ? 0 : 1)
                      + (u.ForstaDagen == ForstaDagensFranvaro.Ja ? 0 : 1)
                      + (p.Rapport.OgiltigMinuter == null || p.Rapport.OgiltigMinuter == u.OgiltigMinuter ? 0 : 1)
                      + (p.Rapport.Tillfallen == null || p.Rapport.Tillfallen == u.Tillfallen ? 0 : 1)
                      + (u.OgiltigMinuter >= Skolkgrind.MinstMinuter && u.Tillfallen >= Skolkgrind.MinstTillfallen ? 0 : 1)
                      + (u.TackerTill <= skickas && (kvar <= 1 || (kvar < Skoldagar.Langst && EF.Parameter(utanSkoldag).Contains((fore * Skoldagar.Langst) + kvar))) ? 0 : 1)
                      + (u.UndervisningMinuter > 0 && u.UndervisningMinuter >= u.OgiltigMinuter ? 0 : 1),
            };
    }

    private Korad Rad(Kopost post, Personskydd lane)
    {
        var (arende, rapport, studerande) = (post.Arende, post.Rapport, post.Studerande);
        var kontroller = post.Underlag is null ? [] : Arendekontroll.For(rapport, post.Underlag);
        var stopp = Utbetalningskalender.FoljandeStopp(rapport.Rapportdag).Utbetalningsdag;
        var nasta = Utbetalningskalender.NastaUtbetalning(klocka.SvenskDag());
        return new Korad(
            arende.Id,
            rapport.Kvittensnummer,
            Studerande.VisatNamn(lane, studerande.Fornamn, studerande.Efternamn, farSeSkyddade: false),
            Studerande.VisatPersonnummer(lane, studerande.Personnummer, farSeSkyddade: false),
            lane == Personskydd.Skyddad,
            post.Skola,
            post.Skolkod,
            rapport.ForstaDag,
            rapport.SistaDag,
            rapport.Rapportdag,
            arende.UnderlagInkom,
            arende.SenasteUnderlagInkom == arende.UnderlagInkom ? null : arende.SenasteUnderlagInkom,
            kontroller.Count,
            kontroller.Count(k => k.Utfall == Utfall.Varning),
            stopp > nasta ? stopp : nasta,
            arende.Uppskattat is null ? null : arende.Riskbelopp,
            post.Handlaggare,
            arende.HandlaggareKontoId == anvandare.KontoId,
            post.SvarSenast ?? (arende.Status == Arendestatus.VantarPaUnderlag ? Underlagsfrist.For(rapport.ForstaDag, rapport.Rapportdag).Senast : null),
            arende.Status)
        {
            HarNyttMeddelande = arende.SkolanHarSvarat is not null,
            Paborjat = post.Paborjat,
            HarOseddAndring = arende.HarOseddAndring,
            VantarKontroll = arende.KontrollVantar is not null,
            ArAterlamnad = arende.KontrollAterlamnad is not null,
        };
    }
}
