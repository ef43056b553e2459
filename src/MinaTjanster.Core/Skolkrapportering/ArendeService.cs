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
        var kollegor = 0;
        return UtforAsync(
            new(
                Arendeatgard.BeslutaUtfall,
                Acts.CaseOutcomeDecided,
                (a, nu) => a.BeslutaUtfall(anvandare.KontoId, avrakning!, uppgift with { Motivering = motivering }, kollegor > 0 ? fyraogon : null, nu))
            {
                Gjort = a => a.KontrollVantar is null ? Acts.CaseOutcomeDecided : Acts.CaseOutcomeToCheck,
                Villkor = async a =>
                {
                    kollegor = (await KollegorAsync(a, ct)).Count;
                    return Personnummermask.Finns(motivering ?? "") ? new ArendeMotiveringMedPersonnummer()
                        : Beslutsregel.Hinder(a, avrakning = await AvrakningAsync(a, ct), uppgift, klocka.SvenskDag());
                },
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
}
