using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>An act that was done.</summary>
/// <param name="AntalMejl">Mails to the school that follow with it.</param>
public sealed record Arendeutfall(long ArendeId, int AntalMejl)
{
    /// <summary>The outcome waits for a colleague's check.</summary>
    public bool VantarKontroll { get; init; }
}

/// <summary>Somebody who reviews at CSN.</summary>
public sealed record Kollega(long KontoId, string Namn);

/// <summary>
/// What a handläggare does with a case: asks <see cref="Arenderegel"/>, calls the case's verb, and saves it with its audit event.
/// Two people cannot decide the same case: the one who comes second, by an old page or in the same moment, gets a refusal that says who was first and when.
/// </summary>
/// <remarks>Every method gives null for a case that does not exist or that the signed-in person is not cleared to see.</remarks>
public sealed partial class ArendeService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, Kompletteringsmejl kompletteringsmejl, Fyraogoninstallning fyraogon, TimeProvider klocka)
{
    public const int MaxMotivering = 1000;
    public const int MaxMeddelande = 1000;

    public Task<Result<Arendeutfall>?> TaAsync(long arendeId, int version, CancellationToken ct) =>
        UtforAsync(new(Arendeatgard.Ta, Acts.CaseTaken, (a, nu) => a.Ta(anvandare.KontoId, nu)), arendeId, version, ct);

    public Task<Result<Arendeutfall>?> LaggTillbakaAsync(long arendeId, int version, CancellationToken ct) =>
        UtforAsync(new(Arendeatgard.LaggTillbaka, Acts.CaseReturned, (a, _) => a.LaggTillbaka(anvandare.KontoId)), arendeId, version, ct);

    /// <param name="motivering">Why it is approved; required while a check of the newest underlag does not agree.</param>
    public Task<Result<Arendeutfall>?> GodkannAsync(long arendeId, int version, string? motivering, CancellationToken ct) =>
        UtforAsync(
            new(Arendeatgard.Godkann, Acts.CaseApproved, (a, nu) => a.Godkann(anvandare.KontoId, nu))
            {
                Varfor = string.IsNullOrWhiteSpace(motivering) ? null : motivering.Trim(),
                Samtidigt = a => Arendeutkast.RensaAsync(db, a.Id, komplettering: false, ct),
                Villkor = async a => Personnummermask.Finns(motivering ?? "") ? new ArendeMotiveringMedPersonnummer()
                    : string.IsNullOrWhiteSpace(motivering) && await AntalAvvikelserAsync(a, ct) is > 0 and var antal
                    ? new ArendeMotiveringKravs(antal)
                    : null,
            },
            arendeId,
            version,
            ct);

    /// <summary>Asks the school, by its start page and by mail to its reporters, for an answer within 14 days.</summary>
    /// <param name="text">What is needed, to be read by the school; at most <see cref="Komplettering.MaxText"/> characters.</param>
    /// <param name="markeringar">Marked pages of the case that the request points at.</param>
    public Task<Result<Arendeutfall>?> BegarKompletteringAsync(
        long arendeId, int version, Kompletteringsorsak orsak, string text, CancellationToken ct, IReadOnlyCollection<long>? markeringar = null)
    {
        List<Sidmarkering> sidor = [];
        return UtforAsync(
            new(
                Arendeatgard.BegarKomplettering,
                Acts.CaseComplementRequested,
                (a, nu) =>
                {
                    var fraga = new Komplettering(a.SkolaId, orsak, text.Trim(), anvandare.KontoId, nu, Underlagsfrist.SvarSenast(nu.SvenskDag()));
                    fraga.Peka(sidor);
                    a.BegarKomplettering(anvandare.KontoId, fraga, nu);
                })
            {
                Varfor = orsak.Text(),
                Spar = a => $"Status: {Arendestatus.Granskas.Text()} → {a.Status.Text()}{(sidor.Count > 0 ? $"\nMärkta sidor: {sidor.Count}" : "")}",
                Villkor = async a => markeringar is not { Count: > 0 } valda
                    || (sidor = await db.Nationellt<Sidmarkering>().Where(m => m.ArendeId == a.Id && m.KompletteringId == null && valda.Contains(m.Id)).ToListAsync(ct)).Count == valda.Count
                    ? null
                    : new MarkeringSaknas(),
                Samtidigt = a => Arendeutkast.RensaAsync(db, a.Id, komplettering: true, ct),
                Mejl = a => kompletteringsmejl.AddAsync(a, ct),
            },
            arendeId,
            version,
            ct);
    }

    /// <summary>Withdraws the question that waits. The school need do nothing: its start page no longer asks.</summary>
    public Task<Result<Arendeutfall>?> AterkallaKompletteringAsync(long arendeId, int version, CancellationToken ct) =>
        UtforAsync(
            new(Arendeatgard.AterkallaKomplettering, Acts.CaseComplementWithdrawn, (a, nu) => a.AterkallaKomplettering(anvandare.KontoId, nu)), arendeId, version, ct);

    /// <summary>Asks the student, by letter, about what the handläggare means to decide. Nothing to ask about where nothing was wrongly paid.</summary>
    /// <param name="bilagor">Files of the case's underlag that the handläggare has seen to hold this student only.</param>
    public Task<Result<Arendeutfall>?> KommuniceraAsync(long arendeId, int version, IReadOnlyCollection<long> bilagor, CancellationToken ct)
    {
        Avrakning? avrakning = null;
        return UtforAsync(
            new(
                Arendeatgard.Kommunicera,
                Acts.CaseHearingSent,
                (a, nu) => a.Kommunicera(anvandare.KontoId, avrakning!, bilagor, nu))
            {
                Villkor = async a => (avrakning = await AvrakningAsync(a, ct)).FelUtbetalt.Belopp == 0 ? new ArendeInget()
                    : await HorTillAsync(a, bilagor, ct) ? null
                    : new ArendeBilagaOkand(),
                Spar = _ => $"Uppskattning: {SvenskText.Kronor(avrakning!.FelUtbetalt.Belopp)}\nBilagor: {bilagor.Count}",
            },
            arendeId,
            version,
            ct);
    }

    /// <summary>Decides what is done about what was wrongly paid, and lets the letter go, unless it is drawn for a colleague's check.</summary>
    public Task<Result<Arendeutfall>?> BeslutaUtfallAsync(long arendeId, int version, Utfallsuppgift uppgift, CancellationToken ct)
    {
        Avrakning? avrakning = null;
        var motivering = string.IsNullOrWhiteSpace(uppgift.Motivering) ? null : uppgift.Motivering.Trim();
        return UtforAsync(
            new(Arendeatgard.BeslutaUtfall, Acts.CaseOutcomeDecided, (a, nu) => a.BeslutaUtfall(anvandare.KontoId, avrakning!, uppgift with { Motivering = motivering }, fyraogon, nu))
            {
                Gjort = a => a.KontrollVantar is null ? Acts.CaseOutcomeDecided : Acts.CaseOutcomeToCheck,
                Villkor = async a => Personnummermask.Finns(motivering ?? "") ? new ArendeMotiveringMedPersonnummer()
                    : Beslutsregel.Hinder(a, avrakning = await AvrakningAsync(a, ct), uppgift, klocka.SvenskDag()),
                Samtidigt = a => Arendeutkast.RensaAsync(db, a.Id, komplettering: false, ct),
                Spar = Utfallsspar,
            },
            arendeId,
            version,
            ct);
    }

    public Task<Result<Arendeutfall>?> AvslutaAsync(long arendeId, int version, CancellationToken ct) =>
        UtforAsync(new(Arendeatgard.Avsluta, Acts.CaseClosed, (a, nu) => a.Avsluta(anvandare.KontoId, nu)), arendeId, version, ct);

    /// <summary>The handläggare has seen that the school took its report back, or changed it after the case was closed.</summary>
    public async Task<Result<Arendeutfall>?> KvitteraAsync(long arendeId, int version, CancellationToken ct)
    {
        var kvar = true;
        return await UtforAsync(
            await Synliga().AnyAsync(a => a.Id == arendeId && a.Status == Arendestatus.Avslutat, ct)
                ? new(Arendeatgard.Kvittera, Acts.CaseChangeSeen, (a, nu) => a.KvitteraAndring(anvandare.KontoId, nu, kvar))
                {
                    Villkor = async a =>
                    {
                        kvar = await HandlaggareKvarAsync(a, ct);
                        return null;
                    },
                }
                : new(Arendeatgard.Kvittera, Acts.CaseWithdrawalSeen, (a, nu) => a.KvitteraAtertagande(anvandare.KontoId, nu)),
            arendeId,
            version,
            ct);
    }

    /// <summary>Gives the case to a colleague, with a message in the case's history and a mail that it has come.</summary>
    /// <param name="meddelande">For CSN only; null where nothing is said.</param>
    public Task<Result<Arendeutfall>?> LamnaOverAsync(long arendeId, int version, long till, string? meddelande, CancellationToken ct) =>
        UtforAsync(
            new(Arendeatgard.LamnaOver, Acts.CaseHandedOver, (a, nu) => a.LamnaOver(anvandare.KontoId, till, nu))
            {
                Varfor = string.IsNullOrWhiteSpace(meddelande) ? null : meddelande.Trim(),
                Spar = _ => $"Handläggare: {anvandare.KontoId} → {till}",
                Villkor = async a => Personnummermask.Finns(meddelande) ? new ArendeMeddelandeMedPersonnummer()
                    : (await KollegorAsync(a, ct)).Exists(k => k.KontoId == till) ? null
                    : new ArendeMottagareOkand(),
                Mejl = a => kompletteringsmejl.AddOverlamnatAsync(a, till, ct),
            },
            arendeId,
            version,
            ct);

    /// <summary>Whom the signed-in person may give the case to, by name: who reviews today, and is cleared when the student is protected.</summary>
    public async Task<List<Kollega>> KollegorAsync(Arende arende, CancellationToken ct)
    {
        var (idag, mig) = (klocka.SvenskDag(), anvandare.KontoId);
        var skyddad = await db.StuderandeILane(Personskydd.Skyddad)
            .AnyAsync(s => db.Nationellt<Skolkrapport>().Any(r => r.Id == arende.SkolkrapportId && r.StuderandeId == s.Id), ct);
        var klarade = db.Behorigheter.Gallande(idag).Where(b => b.SkolaId == null && b.Slag == Behorighetsslag.CsnSkyddadeIdentiteter).Select(b => b.KontoId);
        var kollegor = await (
            from b in db.Behorigheter.Gallande(idag)
            where b.SkolaId == null && b.Slag == Behorighetsslag.CsnHandlaggare && b.KontoId != mig && (!skyddad || klarade.Contains(b.KontoId))
            join k in db.Konton on b.KontoId equals k.Id
            select new Kollega(k.Id, k.Namn)).ToListAsync(ct);
        return [.. kollegor.Distinct().OrderBy(k => k.Namn, StringComparer.CurrentCulture).ThenBy(k => k.KontoId)];
    }

    /// <summary>Takes the case that has waited longest; the next one when somebody else takes it in the same moment.</summary>
    public Task<Result<Arendeutfall>> TaNastaAsync(CancellationToken ct) => TaNastaAsync(
        async () => await Synliga()
            .AsNoTracking()
            .Where(a => a.Status == Arendestatus.AttGranska)
            .OrderBy(a => a.UnderlagInkom).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Version })
            .FirstOrDefaultAsync(ct) is { } aldst ? (aldst.Id, aldst.Version) : null,
        ct);

    /// <summary>Takes the first case of an order; the next one when somebody else takes it in the same moment.</summary>
    /// <param name="forsta">The first case that waits; null when none does.</param>
    public async Task<Result<Arendeutfall>> TaNastaAsync(Func<Task<(long ArendeId, int Version)?>> forsta, CancellationToken ct)
    {
        while (true)
        {
            if (await forsta() is not var (arendeId, version))
            {
                return new ArendekonTom();
            }

            // Each miss means that somebody else took one: the loop ends with the queue.
            var steg = new Steg(Arendeatgard.Ta, Acts.CaseTaken, (a, nu) => a.Ta(anvandare.KontoId, nu));
            if (await ForsokAsync(steg, arendeId, version, ct) is (_, { IsAccepted: true } svar))
            {
                return svar;
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<Result<Arendeutfall>?> UtforAsync(Steg steg, long arendeId, int version, CancellationToken ct)
    {
        if (await ForsokAsync(steg, arendeId, version, ct) is not var (arende, svar))
        {
            return null;
        }

        if (!svar.IsAccepted)
        {
            await audit.AddRefusalAsync(steg.Act, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, svar.Refusals);
        }

        return svar;
    }

    private async Task<(Arende Arende, Result<Arendeutfall> Svar)?> ForsokAsync(Steg steg, long arendeId, int version, CancellationToken ct, int forsok = 1)
    {
        if (await LaddaAsync(arendeId, ct) is not { } arende)
        {
            return null;
        }

        if (await HinderAsync(steg, arende, version, ct) is { } hinder)
        {
            return (arende, hinder);
        }

        if (steg.Villkor is not null && await steg.Villkor(arende) is { } villkor)
        {
            return (arende, villkor);
        }

        var fore = arende.Status;
        steg.Verb(arende, klocka.UtcNu());
        var andring = fore == arende.Status ? null : $"Status: {fore.Text()} → {arende.Status.Text()}";
        audit.Add(steg.Gjort?.Invoke(arende) ?? steg.Act, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, steg.Varfor, steg.Spar?.Invoke(arende) ?? andring);
        var mejl = steg.Mejl is null ? 0 : await steg.Mejl(arende);
        try
        {
            if (steg.Samtidigt is null)
            {
                await db.SaveChangesAsync(ct);
            }
            else
            {
                await db.ITransaktionAsync(
                    async () =>
                    {
                        await steg.Samtidigt(arende);
                        return await db.SaveChangesAsync(ct);
                    },
                    ct);
            }

            return (arende, new Arendeutfall(arende.Id, mejl) { VantarKontroll = arende.KontrollVantar is not null });
        }
        catch (DbUpdateConcurrencyException) when (forsok < 4)
        {
            // Somebody saved between our reading and our saving: nothing of ours was written. What stands now says who,
            // or that it was only a mark or a letter of the case, and then the act is done on that.
            db.ChangeTracker.Clear();
            return await ForsokAsync(steg, arendeId, version, ct, forsok + 1);
        }
    }

    private async Task<Refusal?> HinderAsync(Steg steg, Arende arende, int version, CancellationToken ct)
    {
        var atgard = steg.Atgard;
        if (steg.Regel is not null)
        {
            return steg.Regel(arende) ?? (arende.Version == version ? null : await AndratAsync(arende, ct));
        }

        var handlaggare = await db.Konton.Where(k => k.Id == arende.HandlaggareKontoId).Select(k => k.Namn).FirstOrDefaultAsync(ct);
        var avrakning = atgard == Arendeatgard.Kommunicera && arende.Kommunicerat is not null ? await AvrakningAsync(arende, ct) : null;
        var kvar = atgard != Arendeatgard.Kvittera || await HandlaggareKvarAsync(arende, ct);
        return Arenderegel.Hinder(atgard, arende, anvandare.KontoId, handlaggare, avrakning, kvar)
            ?? (arende.Version == version ? null : await AndratAsync(arende, ct));
    }

    private async Task<bool> HandlaggareKvarAsync(Arende arende, CancellationToken ct) =>
        arende.HandlaggareKontoId is not { } har || har == anvandare.KontoId || await db.Granskande(klocka.SvenskDag()).ContainsAsync(har, ct);

    private async Task<ArendeAndratUnderTiden> AndratAsync(Arende arende, CancellationToken ct)
    {
        var fraga = Skolkbeslutsslag.Kommunicering.Text();
        var senast = await db.AuditEvents.AsNoTracking()
            .Where(e => e.Objekt == AuditObjects.Skolkrapport && e.ObjektId == arende.SkolkrapportId && e.Outcome == AuditOutcome.Accepted)
            .Where(e => !BredvidArendet.Contains(e.Act) && ((e.Act != Acts.CaseLetterSent && e.Act != Acts.CaseLetterSentUndone) || e.Why == fraga))
            .OrderByDescending(e => e.Tid).ThenByDescending(e => e.Id)
            .Select(e => new { e.Tid, e.Act, Namn = db.Konton.Where(k => k.Id == e.KontoId).Select(k => k.Namn).FirstOrDefault() })
            .FirstOrDefaultAsync(ct);
        return senast is null
            ? new ArendeAndratUnderTiden("portalen", "uppgifterna är andra", null)
            : new ArendeAndratUnderTiden(senast.Namn ?? "portalen", ActTexts.Text(senast.Act), senast.Tid);
    }

    private Task<Arende?> LaddaAsync(long arendeId, CancellationToken ct) =>
        Synliga().Include(a => a.Kompletteringar).Include(a => a.Skolkrapport).Include(a => a.Beslut).Include(a => a.Kontroller).SingleOrDefaultAsync(a => a.Id == arendeId, ct);

    private IQueryable<Arende> Synliga() => db.SynligaArenden(anvandare, klocka.UtcNu());

    private async Task<Avrakning> AvrakningAsync(Arende arende, CancellationToken ct) =>
        Arendeberakning.For(
            await db.Nationellt<Studerande>().AsNoTracking().Include(s => s.Studieperioder).SingleAsync(s => s.Id == arende.Skolkrapport.StuderandeId, ct),
            arende.Skolkrapport);

    /// <summary>Are the files all of the underlag that has been sent in this very case?</summary>
    private async Task<bool> HorTillAsync(Arende arende, IReadOnlyCollection<long> dokument, CancellationToken ct) =>
        await (
            from d in db.Nationellt<Dokument>()
            join u in db.Nationellt<Franvarounderlag>() on d.FranvarounderlagId equals u.Id
            where dokument.Contains(d.Id) && d.Status == Dokumentstatus.Komplett && u.Status == Underlagsstatus.Inskickat && u.SkolkrapportId == arende.SkolkrapportId
            select d.Id).CountAsync(ct) == dokument.Count;

    /// <summary>How many checks of the newest underlag do not agree.</summary>
    private async Task<int> AntalAvvikelserAsync(Arende arende, CancellationToken ct)
    {
        var rapport = await db.Nationellt<Skolkrapport>().AsNoTracking().SingleAsync(r => r.Id == arende.SkolkrapportId, ct);
        var underlag = await db.Nationellt<Franvarounderlag>().AsNoTracking()
            .Where(u => u.SkolkrapportId == rapport.Id && u.Status == Underlagsstatus.Inskickat)
            .OrderByDescending(u => u.Skickad).ThenByDescending(u => u.Id)
            .FirstOrDefaultAsync(ct);
        return underlag is null ? 0 : Arendekontroll.For(rapport, underlag).Count(rad => rad.Utfall == Utfall.Varning);
    }
}
