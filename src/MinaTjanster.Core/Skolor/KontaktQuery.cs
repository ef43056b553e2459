using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor;

/// <summary>A contact person at CSN, as their card says, else as their account does.</summary>
/// <param name="ArAnsvarig">Answers for the viewer's school.</param>
/// <param name="Ansvarsomrade">What to ask them about; null when nobody has written it.</param>
public sealed record Kontaktperson(long KontoId, string Namn, string? Telefon, string? Epost, bool ArAnsvarig, string? Ansvarsomrade);

/// <summary>A school of a contact person, with the change of rapporteringssätt that is open, if any.</summary>
public sealed record Kanalskola(long SkolaId, string Namn, string Skolkod, Skolform Skolform, Rapporteringssatt Satt, Kanalandringsstatus? Status, Rapporteringssatt? Till, DateOnly? Fran, DateTime? Begard, bool HarAnsvarig);

/// <summary>A school as its contact person decides about it.</summary>
/// <param name="Oppen">What is asked for or decided and not yet carried out.</param>
/// <param name="BegardAv">Who asked; null when nobody did.</param>
/// <param name="Tidigare">Earlier changes, the latest first.</param>
public sealed record Kanalbild(Skola Skola, Kanalandring? Oppen, string? BegardAv, IReadOnlyList<Kanalandring> Tidigare);

/// <summary>Who at CSN to turn to, and what a contact person's schools ask for.</summary>
public sealed class KontaktQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>More than that is no search.</summary>
    private const int MaxTraffar = 200;

    /// <summary>All contact persons; those who answer for the viewer's school first.</summary>
    public async Task<IReadOnlyList<Kontaktperson>> AllaAsync(CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var skolaId = anvandare.AktivSkola?.Id;
        var rader = await (
            from b in db.Behorigheter.AsNoTracking().Gallande(idag)
            where b.SkolaId == null && b.Slag == Behorighetsslag.CsnKontaktperson
            join k in db.Konton on b.KontoId equals k.Id
            join kort in db.Kontaktkort on k.Id equals kort.KontoId into korten
            from kort in korten.DefaultIfEmpty()
            select new Kontaktperson(
                k.Id,
                k.Namn,
                kort == null ? k.PhoneNumber : kort.Telefon ?? k.PhoneNumber,
                kort == null ? k.Email : kort.Epost ?? k.Email,
                db.Kontaktansvar.Any(a => a.KontoId == k.Id && a.SkolaId == skolaId),
                kort == null ? null : kort.Ansvarsomrade)).ToListAsync(ct);
        return [.. rader.OrderByDescending(r => r.ArAnsvarig).ThenBy(r => SvenskText.SorteringsNyckel(r.Namn), StringComparer.Ordinal)];
    }

    /// <summary>A contact person's card as it is changed.</summary>
    /// <returns>Null when the account is no contact person; the card is null when nobody has written it.</returns>
    public async Task<(Kontaktperson Person, Kontaktkort? Kort)?> KortAsync(long kontoId, CancellationToken ct) =>
        (await AllaAsync(ct)).FirstOrDefault(p => p.KontoId == kontoId) is { } person
            ? (person, await db.Kontaktkort.AsNoTracking().SingleOrDefaultAsync(k => k.KontoId == kontoId, ct))
            : null;

    /// <summary>The active school and its changes, the latest first.</summary>
    public async Task<Kanalbild?> EgenAsync(CancellationToken ct) =>
        anvandare.AktivSkola is { } skola ? await BildAsync(skola.Id, ct) : null;

    /// <summary>One school, for its contact person; the caller has checked that it is theirs.</summary>
    public async Task<Kanalbild> BildAsync(long skolaId, CancellationToken ct)
    {
        var alla = await db.Synliga<Kanalandring>().AsNoTracking().Where(k => k.SkolaId == skolaId).OrderByDescending(k => k.Id).Take(20).ToListAsync(ct);
        var oppen = alla.Find(k => k.OppenForSkolaId is not null);
        return new Kanalbild(
            await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == skolaId, ct),
            oppen,
            await db.Konton.Where(k => oppen != null && k.Id == oppen.BegardAvKontoId).Select(k => k.Namn).SingleOrDefaultAsync(ct),
            [.. alla.Where(k => k != oppen)]);
    }

    /// <summary>The contact person's schools: those that ask first, then those with a decision to come, then their own before nobody's, by name.</summary>
    /// <param name="sok">Part of a name, or a skolkod; null for all.</param>
    public async Task<Listsida<Kanalskola>> MinaAsync(string? sok, int sida, CancellationToken ct)
    {
        List<long>? traffar = null;
        if (SvenskText.Folda((sok ?? "").Trim()) is { Length: > 0 } text)
        {
            // The country has some thousands of schools: folded here, the same on both engines.
            var alla = await Mina().Select(s => new { s.Id, s.Namn, s.Skolkod }).ToListAsync(ct);
            traffar = [.. alla.Where(s => s.Skolkod == text || SvenskText.Folda(s.Namn).Contains(text, StringComparison.Ordinal)).Take(MaxTraffar).Select(s => s.Id)];
        }

        var urval =
            from s in Mina()
            where traffar == null || traffar.Contains(s.Id)
            join k in db.Nationellt<Kanalandring>() on s.Id equals k.OppenForSkolaId into oppna
            from k in oppna.DefaultIfEmpty()
            select new { Skola = s, Andring = k };
        var antal = await urval.CountAsync(ct);
        var vald = Math.Clamp(sida, 1, Listsida<Kanalskola>.SistaSida(antal));
        var rader = await urval
            .OrderBy(r => r.Andring == null ? 2 : r.Andring.Status == Kanalandringsstatus.Begard ? 0 : 1)
            .ThenBy(r => r.Andring == null ? (DateTime?)null : r.Andring.Skapad)
            .ThenBy(r => db.Kontaktansvar.Any(a => a.SkolaId == r.Skola.Id) ? 0 : 1)
            .ThenBy(r => r.Skola.Namn).ThenBy(r => r.Skola.Id)
            .Skip((vald - 1) * Listsida<Kanalskola>.Storlek)
            .Take(Listsida<Kanalskola>.Storlek)
            .Select(r => new
            {
                r.Skola,
                Status = r.Andring == null ? (Kanalandringsstatus?)null : r.Andring.Status,
                Till = r.Andring == null ? (Rapporteringssatt?)null : r.Andring.Satt,
                Fran = r.Andring == null ? null : r.Andring.Fran,
                Begard = r.Andring == null ? (DateTime?)null : r.Andring.Skapad,
                HarAnsvarig = db.Kontaktansvar.Any(a => a.SkolaId == r.Skola.Id),
            })
            .ToListAsync(ct);
        return new Listsida<Kanalskola>(
            rader.ConvertAll(r => new Kanalskola(
                r.Skola.Id, r.Skola.Namn, r.Skola.Skolkod, r.Skola.Skolform, r.Skola.Rapporteringssatt, r.Status, r.Till, r.Fran, r.Begard, r.HarAnsvarig)),
            antal,
            vald);
    }

    /// <summary>How many of the contact person's schools ask for something; for the menu, on pages of any scope.</summary>
    public Task<int> AntalBegardaAsync() =>
        (from s in Mina()
         join k in db.Kanalandringar.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter }) on s.Id equals k.OppenForSkolaId
         where k.Status == Kanalandringsstatus.Begard
         select k).CountAsync();

    private IQueryable<Skola> Mina()
    {
        var mig = anvandare.KontoId;
        return db.Skolor.AsNoTracking().Where(s =>
            db.Kontaktansvar.Any(k => k.SkolaId == s.Id && k.KontoId == mig) || !db.Kontaktansvar.Any(k => k.SkolaId == s.Id));
    }
}
