using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <remarks>What the second handläggare does (ADR 0053).</remarks>
public sealed partial class ArendeService
{
    /// <summary>Agrees with the outcome that waits, which takes hold.</summary>
    public Task<Result<Arendeutfall>?> InstamAsync(long arendeId, int version, CancellationToken ct)
    {
        Avrakning? avrakning = null;
        return UtforAsync(
            new(Arendeatgard.BeslutaUtfall, Acts.CaseOutcomeAgreed, (a, nu) => a.InstamIUtfallet(anvandare.KontoId, avrakning!, nu))
            {
                Regel = a => Fyraogonregel.Hinder(a, anvandare.KontoId),
                Villkor = async a => a.VantandeKontroll!.Galler(avrakning = await AvrakningAsync(a, ct))
                    ? Beslutsregel.Hinder(a, avrakning, a.VantandeKontroll!.Uppgift, klocka.SvenskDag())
                    : new FyraogonAndrat(),
                Spar = Utfallsspar,
            },
            arendeId,
            version,
            ct);
    }

    /// <summary>Sends the outcome that waits back: the case's handläggare decides anew.</summary>
    /// <param name="ord">For CSN only; null where nothing is said.</param>
    public Task<Result<Arendeutfall>?> LamnaTillbakaUtfalletAsync(long arendeId, int version, Returorsak orsak, string? ord, CancellationToken ct)
    {
        ord = string.IsNullOrWhiteSpace(ord) ? null : ord.Trim();
        var (kvar, galler) = (true, true);
        // What the case comes to has changed since: then the decision is not to blame, and is not counted so. Asked anew at each try.
        Returorsak Skal() => galler ? orsak : Returorsak.Inaktuell;
        return UtforAsync(
            new(Arendeatgard.BeslutaUtfall, Acts.CaseOutcomeSentBack, (a, nu) => a.LamnaTillbakaUtfallet(anvandare.KontoId, Skal(), ord, kvar, nu))
            {
                Regel = a => Fyraogonregel.Hinder(a, anvandare.KontoId),
                Villkor = async a =>
                {
                    kvar = await HandlaggareKvarAsync(a, ct);
                    galler = a.VantandeKontroll!.Galler(await AvrakningAsync(a, ct));
                    return orsak == Returorsak.Annat && ord is null ? new FyraogonUtanOrd()
                        : ord?.Length > Utfallskontroll.MaxOrd ? new FyraogonForLangt() : Personnummermask.Finns(ord) ? new FyraogonMedPersonnummer() : null;
                },
                Spar = _ => $"Orsak: {Skal().Text()}",
                Mejl = a => kompletteringsmejl.AddAterlamnatAsync(a, anvandare.KontoId, ct),
            },
            arendeId,
            version,
            ct);
    }

    /// <summary>Withdraws one's own outcome while it waits; it is then decided anew.</summary>
    public Task<Result<Arendeutfall>?> AterkallaUtfalletAsync(long arendeId, int version, CancellationToken ct) =>
        UtforAsync(
            new(Arendeatgard.BeslutaUtfall, Acts.CaseOutcomeWithdrawn, (a, _) => a.AterkallaUtfallet(anvandare.KontoId))
            {
                Regel = a => Fyraogonregel.AterkallaHinder(a, anvandare.KontoId),
            },
            arendeId,
            version,
            ct);

    /// <summary>The outcome in the history: the decision, or what waits for a colleague.</summary>
    private static string Utfallsspar(Arende arende) => arende.VantandeKontroll is { } k
        ? $"Kontroll: {k.Urval.Text()}\nUtfall: {k.Val.Text(k)}\nFelaktigt utbetalt: {SvenskText.Kronor(k.FelUtbetalt)}"
        : arende.Beslut[^1] is var b
            ? $"Utfall: {b.Orsakskod.Text}\nFelaktigt utbetalt: {SvenskText.Kronor(b.FelUtbetalt)}\nAvräknas: {SvenskText.Kronor(b.Avraknas)}\nÅterkrävs: {SvenskText.Kronor(b.Aterkravs)}"
            : "";
}
