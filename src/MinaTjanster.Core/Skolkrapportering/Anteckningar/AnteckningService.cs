using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Anteckningar;

/// <summary>The notes of a case with who saved them last.</summary>
/// <param name="Innehall">As it holds for the case as it stands.</param>
public sealed record Sparadanteckning(Anteckningsinnehall Innehall, string Av, bool ArDu, DateTime Nar, int Version)
{
    /// <summary>Du sparade 22 november 2026 kl. 14.05.</summary>
    public string Mening => $"{(ArDu ? "Du" : Av)} sparade{ArendeErrors.Tidpunkt(Nar)}.";
}

/// <summary>
/// Notes and drafts are saved with the case, by whoever has it (or anybody who reviews, while nobody has), and seen by all who may see the case at CSN.
/// Null answers: no such case within reach.
/// </summary>
public sealed class AnteckningService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka)
{
    /// <summary>The version of a case that has no notes yet.</summary>
    public const int IngenVersion = -1;

    /// <summary>The notes of a case that the caller has found to be within reach; null where nothing is saved.</summary>
    public async Task<Sparadanteckning?> HamtaAsync(Arende arende, CancellationToken ct) =>
        await (
            from a in db.Nationellt<Arendeanteckning>().AsNoTracking()
            where a.ArendeId == arende.Id
            join k in db.Konton on a.KontoId equals k.Id
            select new { Anteckning = a, k.Namn }).SingleOrDefaultAsync(ct) is { } rad
            ? new(rad.Anteckning.For(arende), rad.Namn, rad.Anteckning.KontoId == anvandare.KontoId, rad.Anteckning.Sparad, rad.Anteckning.Version)
            : null;

    /// <summary>Why the signed-in person cannot save notes of the case, or null.</summary>
    public Refusal? Hinder(Arende arende, string? handlaggare) =>
        !arende.ArOppet ? new AnteckningStangd()
        : arende.HandlaggareKontoId is { } har && har != anvandare.KontoId ? new ArendeAnnanHandlaggare(handlaggare ?? "en annan handläggare", arende.Taget)
        : null;

    /// <param name="version">Of the notes that the page showed; <see cref="IngenVersion"/> where there were none.</param>
    public Task<Result<Sparadanteckning>?> SparaAsync(long arendeId, int version, Anteckningsinnehall innehall, CancellationToken ct) =>
        UtforAsync(arendeId, version, null, _ => innehall, ct);

    /// <summary>Keeps one half-written text of the forms of a case, while the act that it is written for can be done. What else is saved stays.</summary>
    public Task<Result<Sparadanteckning>?> SparaUtkastAsync(long arendeId, Arendeatgard atgard, Func<Anteckningsinnehall, Anteckningsinnehall> utkast, CancellationToken ct) =>
        UtforAsync(arendeId, null, atgard, utkast, ct);

    private async Task<Result<Sparadanteckning>?> UtforAsync(long arendeId, int? version, Arendeatgard? atgard, Func<Anteckningsinnehall, Anteckningsinnehall> andra, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            db.ChangeTracker.Clear();
            if (await db.SynligaArenden(anvandare, klocka.UtcNu()).AsNoTracking().Include(a => a.Skolkrapport).Include(a => a.Kompletteringar).SingleOrDefaultAsync(a => a.Id == arendeId, ct) is not { } arende)
                return null;

            var fanns = await db.Nationellt<Arendeanteckning>().AsTracking().SingleOrDefaultAsync(a => a.ArendeId == arendeId, ct);
            var innehall = Stada(andra(fanns?.For(arende) ?? Anteckningsinnehall.Tomt));
            var nej = await NejAsync(arende, fanns, version, atgard, innehall, ct);
            if (nej.Count > 0)
            {
                await audit.AddRefusalAsync(Acts.CaseNotesSaved, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, nej);
                return Result<Sparadanteckning>.Refused(nej);
            }

            var nu = klocka.UtcNu();
            var anteckning = fanns ?? new Arendeanteckning(arende);
            anteckning.Spara(innehall, arende, anvandare.KontoId, nu);
            if (fanns is null)
                db.Add(anteckning);
            audit.Add(Acts.CaseNotesSaved, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId);
            try
            {
                await db.SaveChangesAsync(ct);
                return new Sparadanteckning(innehall, anvandare.Namn, true, nu, anteckning.Version);
            }
            catch (DbUpdateException) when (forsok < 5)
            {
                // Somebody saved in the same moment: judge what holds now.
            }
        }
    }

    private async Task<IReadOnlyList<Refusal>> NejAsync(Arende arende, Arendeanteckning? fanns, int? version, Arendeatgard? atgard, Anteckningsinnehall innehall, CancellationToken ct)
    {
        var handlaggare = await db.Konton.Where(k => k.Id == arende.HandlaggareKontoId).Select(k => k.Namn).FirstOrDefaultAsync(ct);
        if (Hinder(arende, handlaggare) is { } hinder)
            return [hinder];
        if (atgard is { } skulle && Arenderegel.Hinder(skulle, arende, anvandare.KontoId, handlaggare) is { } forbi)
            return [forbi];

        List<Refusal> nej = [];
        (string Falt, string? Text, int Max)[] texter =
        [
            ("Text", innehall.Text, Arendeanteckning.MaxText), ("Komplettering", innehall.Komplettering, Komplettering.MaxText), ("Motivering", innehall.Motivering, ArendeService.MaxMotivering),
        ];
        foreach (var (falt, text, max) in texter)
        {
            if (text?.Length > max)
                nej.Add(new AnteckningForLang(falt, max));
            else if (Personnummermask.Finns(text ?? ""))
                nej.Add(new AnteckningMedPersonnummer(falt));
        }

        if (innehall.Kontrollerat.Except(await KoderAsync(arende, ct)).Any())
            nej.Add(new AnteckningKontrollOkand());
        if (nej.Count == 0 && version is { } visad && visad != (fanns?.Version ?? IngenVersion))
        {
            var vem = fanns is null ? null : await db.Konton.Where(k => k.Id == fanns.KontoId).Select(k => k.Namn).SingleAsync(ct);
            nej.Add(new AnteckningAndrad(fanns?.KontoId == anvandare.KontoId ? "Du" : vem ?? "Någon", fanns?.Sparad ?? klocka.UtcNu()));
        }

        return nej;
    }

    private async Task<IEnumerable<string>> KoderAsync(Arende arende, CancellationToken ct)
    {
        var underlag = await db.Nationellt<Franvarounderlag>().AsNoTracking()
            .Where(u => u.SkolkrapportId == arende.SkolkrapportId && u.Status == Underlagsstatus.Inskickat)
            .OrderByDescending(u => u.Skickad).ThenByDescending(u => u.Id)
            .FirstOrDefaultAsync(ct);
        return underlag is null ? [] : Arendekontroll.For(arende.Skolkrapport, underlag).Select(k => k.Kod);
    }

    private static Anteckningsinnehall Stada(Anteckningsinnehall i) => new(Ren(i.Text), Ren(i.Komplettering), Ren(i.Motivering), [.. i.Kontrollerat.Distinct()]);

    private static string? Ren(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
