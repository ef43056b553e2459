using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>What a sending led to.</summary>
/// <param name="Kvittensnummer">UL-7K4M-29QX.</param>
/// <param name="Nyss">False when a first post of the same page had already sent it.</param>
public sealed record Underlagskvittens(long UnderlagId, string Kvittensnummer, bool Nyss);

/// <summary>What a handläggare tells about an arrival by post.</summary>
/// <param name="Ankomstdag">Swedish day, not before the report's and not after today.</param>
/// <param name="Avsantdag">The date on the försättsblad, not after the arrival; null where there is none.</param>
public sealed record Papperspost(DateOnly Ankomstdag, int Sidor, DateOnly? Avsantdag = null);

/// <summary>Makes a draft the school's, or the post's, sent underlag: once, whatever number of posts (design decision 3).</summary>
public sealed class UnderlagSandning(PortalDbContext db, AuditService audit, MejlService mejl, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private const int Forsok = 5;

    /// <summary>Sends the school's draft. Warnings of <see cref="Underlagskontroll"/> must be answered with an explanation.</summary>
    /// <param name="nyckel">The draft's key, from the check page.</param>
    /// <param name="version">The draft's version when the check page was drawn.</param>
    /// <returns>Null when there is no such draft within reach.</returns>
    public Task<Result<Underlagskvittens>?> SkickaAsync(long skolkrapportId, string nyckel, int version, string? forklaring, CancellationToken ct) =>
        MedOmtagAsync(Acts.UnderlagSent, Ankomstsatt.Portal, skolkrapportId, nyckel, (underlag, arende) => SkickaAsync(underlag, arende, version, forklaring), ct);

    /// <summary>Registers what came by post. CSN tells what the paper shows: nothing needs to be explained, and no file is needed.</summary>
    /// <returns>Null when there is no such draft within reach.</returns>
    public Task<Result<Underlagskvittens>?> RegistreraPapperAsync(long skolkrapportId, string nyckel, int version, Papperspost post, CancellationToken ct) =>
        MedOmtagAsync(Acts.UnderlagPaperRegistered, Ankomstsatt.Papper, skolkrapportId, nyckel, (underlag, arende) => RegistreraAsync(underlag, arende, version, post), ct);

    private async Task<Result<Underlagskvittens>?> MedOmtagAsync(
        string act,
        Ankomstsatt satt,
        long skolkrapportId,
        string nyckel,
        Func<Franvarounderlag, Arende, Task<Result<Underlagskvittens>>> skicka,
        CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            db.ChangeTracker.Clear();
            var underlag = await db.Synliga<Franvarounderlag>().AsTracking()
                .Include(u => u.Dokument.Where(d => d.Status == Dokumentstatus.Komplett))
                .SingleOrDefaultAsync(u => u.SkolkrapportId == skolkrapportId && u.Sandningsnyckel == nyckel && u.Ankomstsatt == satt, ct);
            if (underlag is null)
                return null;

            // A second post, click or retry gets the first one's receipt.
            if (underlag.ArInskickat)
                return new Underlagskvittens(underlag.Id, underlag.Kvittensnummer!, Nyss: false);

            var arende = await db.Synliga<Arende>().AsTracking()
                .Include(a => a.Skolkrapport)
                .Include(a => a.Kompletteringar)
                .Include(a => a.Beslut)
                .SingleAsync(a => a.SkolkrapportId == skolkrapportId, ct);
            try
            {
                var svar = await skicka(underlag, arende);
                if (svar.IsAccepted)
                    await db.SaveChangesAsync(ct);
                else
                    await audit.AddRefusalAsync(act, AuditObjects.Skolkrapport, skolkrapportId, underlag.SkolaId, svar.Refusals);

                return svar;
            }
            catch (DbUpdateException) when (forsok < Forsok)
            {
                // The draft, the report or the case changed in the same moment, or the receipt number was taken: judge what holds now.
            }
        }
    }

    private async Task<Result<Underlagskvittens>> SkickaAsync(Franvarounderlag underlag, Arende arende, int version, string? forklaring)
    {
        var idag = klocka.SvenskDag();
        if (Underlagsregel.ProvaOppet(arende.Skolkrapport, arende) is { } stangt)
            return stangt;
        if (underlag.Version != version)
            return new UnderlagAndrat(underlag.Uppgift, underlag.Version);
        if (underlag.Uppgift is not { } uppgift)
            return new UnderlagUppgifterSaknas();
        if (underlag.Dokument.Count == 0)
            return new UnderlagFilSaknas();

        var svar = string.IsNullOrWhiteSpace(forklaring) ? null : forklaring.Trim().ReplaceLineEndings("\n");
        if (svar?.Length > Franvarounderlag.MaxForklaring)
            return new UnderlagForklaringForLang();
        if (svar is null && Underlagskontroll.Kontrollera(arende.Skolkrapport.Uppgift, uppgift, idag).Any(rad => rad.Utfall == Utfall.Varning))
            return new UnderlagForklaringKravs();

        underlag.Ange(uppgift, svar);
        var nu = klocka.UtcNu();
        var kvittens = Slutfor(Acts.UnderlagSent, underlag, arende, nu, nu, idag, null);
        await MejlaAsync(
            arende.HandlaggareKontoId,
            $"Underlag har kommit in i ärende {arende.Skolkrapport.Kvittensnummer}",
            $"Skolan har skickat ett frånvarounderlag ({kvittens.Kvittensnummer}) i ärendet {arende.Skolkrapport.Kvittensnummer}, som du handlägger.\n\nLogga in i Mina tjänster för att granska det.");
        return kvittens;
    }

    private async Task<Result<Underlagskvittens>> RegistreraAsync(Franvarounderlag underlag, Arende arende, int version, Papperspost post)
    {
        var (idag, rapport) = (klocka.SvenskDag(), arende.Skolkrapport);
        List<Refusal> nej = [];
        if (post.Ankomstdag > idag)
            nej.Add(new PapperAnkomstFramtid(idag));
        else if (post.Ankomstdag < rapport.Rapportdag)
            nej.Add(new PapperAnkomstForeRapport(rapport.Rapportdag));
        if (post.Avsantdag > post.Ankomstdag)
            nej.Add(new PapperAvsantEfterAnkomst(post.Ankomstdag));
        if (post.Sidor is < 1 or > Underlagsregel.FlestPapperssidor)
            nej.Add(new PapperFelSidor());
        if (underlag.Uppgift is null)
            nej.Add(new UnderlagUppgifterSaknas());
        if (Underlagsregel.ProvaOppet(rapport, arende) is { } stangt)
            nej = [stangt];
        else if (underlag.Version != version)
            nej = [new UnderlagAndrat(underlag.Uppgift, underlag.Version)];
        if (nej.Count > 0)
            return Result<Underlagskvittens>.Refused(nej);

        var nu = klocka.UtcNu();
        var kvittens = Slutfor(Acts.UnderlagPaperRegistered, underlag, arende, nu, Ankomst(post.Ankomstdag, arende, nu), post.Ankomstdag, post);
        await MejlaAsync(
            rapport.SkickadAvKontoId,
            $"Ert underlag till rapport {rapport.Kvittensnummer} har kommit fram",
            $"CSN har registrerat det frånvarounderlag på papper som ni har skickat till rapporten {rapport.Kvittensnummer}. Det kom {SvenskText.Datum(post.Ankomstdag)} och har fått nummer {kvittens.Kvittensnummer}.\n\nLogga in i Mina tjänster för att se ärendet.");
        return kvittens;
    }

    private Underlagskvittens Slutfor(string act, Franvarounderlag underlag, Arende arende, DateTime nu, DateTime ankomst, DateOnly ankomstdag, Papperspost? post)
    {
        var nummer = Kvittensnummer.Nytt("UL").Text;
        underlag.Skicka(nummer, anvandare.KontoId, nu, ankomstdag, post?.Sidor, post?.Avsantdag);
        arende.TaEmotUnderlag(ankomst);

        // Read by the two sides' histories: numbers and dates only.
        var uppgift = underlag.Uppgift!;
        var antal = post?.Sidor is { } s ? $"Sidor: {s}" : $"Filer: {underlag.Dokument.Count}";
        audit.Add(
            act,
            AuditObjects.Skolkrapport,
            arende.SkolkrapportId,
            arende.SkolaId,
            changes: $"Kvittensnummer: {nummer}\nPeriod: {uppgift.TackerFran:yyyy-MM-dd} – {uppgift.TackerTill:yyyy-MM-dd}\nOgiltig frånvaro: {SvenskText.Timmar(uppgift.OgiltigMinuter)} timmar\n{antal}");
        return new Underlagskvittens(underlag.Id, nummer, Nyss: true);
    }

    /// <summary>Noon of an earlier arrival day: CSN has had the paper since then. Never before the question it answers.</summary>
    private DateTime Ankomst(DateOnly dag, Arende arende, DateTime nu)
    {
        var middag = SvenskTid.TillUtc(dag, new TimeOnly(12, 0));
        return dag == klocka.SvenskDag() || middag < arende.ObesvaradKomplettering?.Begard ? nu : middag;
    }

    private async Task MejlaAsync(long? kontoId, string amne, string text)
    {
        if (kontoId is { } id && id != anvandare.KontoId
            && await db.Konton.AsNoTracking().Where(k => k.Id == id).Select(k => k.Email).SingleAsync() is { Length: > 0 } adress)
        {
            mejl.Add(adress, amne, text);
        }
    }
}
