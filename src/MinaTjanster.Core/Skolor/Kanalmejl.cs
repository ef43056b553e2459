using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor;

/// <summary>The mails about a change of how a school reports: who gets them, and their words. The caller saves.</summary>
public sealed class Kanalmejl(PortalDbContext db, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    /// <summary>Tells the school's contact persons that it asks.</summary>
    public async Task AddBegardAsync(Kanalandring andring, Skola skola, CancellationToken ct)
    {
        foreach (var (epost, kontoId) in await KontaktpersonerAsync(skola.Id, ct))
        {
            mejl.Add(
                epost,
                $"{skola.Namn} begär ett annat rapporteringssätt",
                $"""
                Hej!

                {skola.Namn} (skolkod {skola.Skolkod}) begär att få rapportera på ett annat sätt från och med {SvenskText.Datum(andring.Fran!.Value)}: {skola.Rapporteringssatt.Text()} → {andring.Satt.Text()}.
                {adress.Till($"/csn/rapporteringssatt/{skola.Id}")}

                Mina tjänster, CSN
                """,
                kontoId);
        }
    }

    /// <summary>Tells the school that the answer is no.</summary>
    public async Task AddAvslagenAsync(Kanalandring andring, Skola skola, CancellationToken ct)
    {
        foreach (var (epost, kontoId) in await SkolansAsync(andring, ct))
        {
            mejl.Add(
                epost,
                "CSN har svarat om rapporteringssätt",
                $"""
                Hej!

                {skola.Namn} (skolkod {skola.Skolkod}) har begärt att få rapportera på ett annat sätt. Svaret är nej. Skälet står i Mina tjänster:
                {adress.Till("/kontakta-csn")}

                Det går inte att svara på det här mejlet.

                Mina tjänster, CSN
                """,
                kontoId);
        }
    }

    /// <summary>Tells the school and CSN that the decision is withdrawn.</summary>
    public async Task AddAterkalladAsync(Kanalandring andring, Skola skola, CancellationToken ct)
    {
        foreach (var (epost, kontoId) in (await SkolansAsync(andring, ct)).Concat(await HandlaggareAsync(ct)))
        {
            mejl.Add(
                epost,
                $"{skola.Namn} rapporterar som förut",
                $"""
                Hej!

                CSN har återkallat beslutet om ett annat rapporteringssätt för {skola.Namn} (skolkod {skola.Skolkod}). Skolan fortsätter att rapportera: {skola.Rapporteringssatt.Text()}.

                Det går inte att svara på det här mejlet.

                Mina tjänster, CSN
                """,
                kontoId);
        }
    }

    /// <summary>Tells the school and CSN what holds, from when, and who administers the behörighet to report from then on.</summary>
    public async Task AddBeslutadAsync(Kanalandring andring, Skola skola, Rapporteringssatt fore, CancellationToken ct)
    {
        var sr = Behorighetsslag.Studeranderapportering;
        var (nu, sedan) = (Behorighetsadministration.For(sr, skola.Skolform, fore), Behorighetsadministration.For(sr, skola.Skolform, andring.Satt));
        var vem = nu == sedan ? $"Behörigheterna till Studeranderapportering sköts som förut av {sedan.Text()}."
            : sedan == Administrator.Skolan ? "Från och med den dagen ger och tar skolans behörighetsadministratör behörigheterna till Studeranderapportering i Identity Manager. De beställs inte längre hos CSN."
            : "Från och med den dagen ger och tar CSN behörigheterna till Studeranderapportering. Skolans behörighetsansvarig beställer dem i Mina tjänster.";
        var utan = nu != sedan && sedan == Administrator.Csn
            && (await db.InnehavareAsync(Behorighetsslag.Behorighetsansvarig, skola.Id, klocka.SvenskDag(), ct)).Count == 0
            ? "\n\nSkolan har ingen behörighetsansvarig. Kontakta CSN om vem det ska vara, så att behörigheter kan beställas."
            : "";
        foreach (var (epost, kontoId) in (await SkolansAsync(andring, ct)).Concat(await HandlaggareAsync(ct)).Concat(await KontaktpersonerAsync(skola.Id, ct)).DistinctBy(m => m.KontoId))
        {
            mejl.Add(
                epost,
                $"{skola.Namn} får ett annat rapporteringssätt",
                $"""
                Hej!

                Från och med {SvenskText.Datum(andring.Fran!.Value)} rapporterar {skola.Namn} (skolkod {skola.Skolkod}) på ett annat sätt: {fore.Text()} → {andring.Satt.Text()}.

                De behörigheter som finns gäller som förut. {vem}{utan}

                Ogiltig frånvaro går alltid att rapportera på skärmen i Mina tjänster, också när skolan skickar filer.

                Det går inte att svara på det här mejlet.

                Mina tjänster, CSN
                """,
                kontoId);
        }
    }

    /// <summary>The school's administrators and behörighetsansvariga, and whoever asked.</summary>
    private async Task<IEnumerable<(string Epost, long KontoId)>> SkolansAsync(Kanalandring andring, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var mottagare = (await db.InnehavareAsync(Behorighetsslag.Behorighetsadministrator, andring.SkolaId, idag, ct))
            .Concat(await db.InnehavareAsync(Behorighetsslag.Behorighetsansvarig, andring.SkolaId, idag, ct))
            .ToList();
        var fragade = await db.Konton.Where(k => k.Id == andring.BegardAvKontoId).Select(k => new { k.Email, k.Id }).SingleOrDefaultAsync(ct);
        if (fragade is not null && Kontouppgifter.ArEpost(fragade.Email ?? ""))
            mottagare.Add((fragade.Email!, fragade.Id));
        return mottagare.DistinctBy(m => m.KontoId);
    }

    private Task<IReadOnlyList<(string Epost, long KontoId)>> HandlaggareAsync(CancellationToken ct) =>
        db.InnehavareAsync(Behorighetsslag.CsnBehorighetshandlaggare, null, klocka.SvenskDag(), ct);

    /// <summary>Those who answer for the school, or all of them when nobody does.</summary>
    private async Task<IReadOnlyList<(string Epost, long KontoId)>> KontaktpersonerAsync(long skolaId, CancellationToken ct)
    {
        var alla = await db.InnehavareAsync(Behorighetsslag.CsnKontaktperson, null, klocka.SvenskDag(), ct);
        var ansvariga = await db.Kontaktansvar.Where(k => k.SkolaId == skolaId).Select(k => k.KontoId).ToListAsync(ct);
        return ansvariga.Count == 0 ? alla : [.. alla.Where(k => ansvariga.Contains(k.KontoId))];
    }
}
