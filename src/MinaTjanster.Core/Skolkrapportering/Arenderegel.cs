using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>What a handläggare may do with a case.</summary>
public enum Arendeatgard
{
    Ta,
    LaggTillbaka,
    Godkann,
    BegarKomplettering,
    Avsluta,

    /// <summary>Say that one has seen that the school took the report back, or changed it after the case was closed.</summary>
    Kvittera,

    /// <summary>Withdraw the question that waits for the school, so that the case can be reviewed without an answer.</summary>
    AterkallaKomplettering,

    /// <summary>Ask the student about what is meant to be decided.</summary>
    Kommunicera,

    BeslutaUtfall,

    /// <summary>Give the case to a colleague.</summary>
    LamnaOver,
}

/// <summary>
/// Which act is possible in which state (domain.md section 5, CSN's flow), asked by the page that shows the buttons and by the service that does the act.
/// The verbs of <see cref="Arende"/> guard the same rules with exceptions.
/// </summary>
public static class Arenderegel
{
    /// <param name="handlaggare">The name of whoever has the case; not read while nobody has.</param>
    /// <param name="avrakning">What the case comes to now: the student may be asked again about more. Null where it is not reckoned; then only once.</param>
    /// <param name="handlaggareKvar">Does whoever has the case still review? Else anybody who does may say that a change after the closing was seen.</param>
    /// <returns>Why not, or null when the act is possible.</returns>
    public static Refusal? Hinder(Arendeatgard atgard, Arende arende, long kontoId, string? handlaggare, Avrakning? avrakning = null, bool handlaggareKvar = true)
    {
        var vem = handlaggare ?? "en annan handläggare";
        return atgard == Arendeatgard.Kvittera
            ? KvitteraHinder(arende, kontoId, vem, handlaggareKvar)
            : arende.Status switch
            {
                Arendestatus.Atertaget => new ArendeAtertaget(arende.Atertaget),
                Arendestatus.Avslutat => new ArendeRedanAvslutat(vem, arende.Avslutat),
                Arendestatus.VantarPaUnderlag => new ArendeVantarPaUnderlag(),
                Arendestatus.AttGranska when atgard == Arendeatgard.Ta => null,
                Arendestatus.AttGranska => new ArendeInteTaget(),
                _ when arende.HandlaggareKontoId != kontoId => atgard == Arendeatgard.Ta
                    ? new ArendeRedanTaget(vem, arende.Taget)
                    : new ArendeAnnanHandlaggare(vem, arende.Taget),
                _ when atgard == Arendeatgard.Ta => new ArendeRedanDitt(arende.Taget),
                _ when atgard == Arendeatgard.LamnaOver => null,
                Arendestatus.KompletteringBegard when atgard == Arendeatgard.AterkallaKomplettering => null,
                Arendestatus.KompletteringBegard => new ArendeVantarPaSvar(arende.ObesvaradKomplettering!.SvarSenast),
                Arendestatus.Godkant => GodkantHinder(atgard, arende, vem, avrakning),
                Arendestatus.Granskas => atgard switch
                {
                    Arendeatgard.Avsluta => new ArendeInteGodkant(),
                    Arendeatgard.Kommunicera or Arendeatgard.BeslutaUtfall => new ArendeForeGodkannande(),
                    Arendeatgard.AterkallaKomplettering => new ArendeUtanKomplettering(),
                    _ => null,
                },
                _ => throw new ArgumentOutOfRangeException(nameof(arende), arende.Status, null),
            };
    }

    private static Refusal? GodkantHinder(Arendeatgard atgard, Arende arende, string vem, Avrakning? avrakning) => atgard switch
    {
        Arendeatgard.Avsluta or Arendeatgard.Kommunicera or Arendeatgard.BeslutaUtfall when arende.KontrollVantar is { } vantar => new FyraogonVantar(vantar),
        Arendeatgard.Avsluta => arende.UtfallBeslutat is null ? new ArendeInteBeslutat() : null,
        Arendeatgard.Kommunicera or Arendeatgard.BeslutaUtfall when arende.UtfallBeslutat is { } beslutat => new ArendeRedanBeslutat(beslutat),
        Arendeatgard.Kommunicera when arende.Kommunicerat is null || (avrakning is not null && Beslutsregel.SkaFragas(arende, avrakning)) => null,
        Arendeatgard.Kommunicera => new ArendeRedanKommunicerat(arende.StudentenSvararSenast),
        Arendeatgard.BeslutaUtfall when arende is { Kommunicerat: not null, StudentenSvararSenast: null, FraganArUtskriven: false } && avrakning is { FelUtbetalt.Belopp: > 0 } => new ArendeFraganInteSkickad(),
        Arendeatgard.BeslutaUtfall => null,
        _ => new ArendeRedanGodkant(vem, arende.Godkant),
    };

    private static Refusal? KvitteraHinder(Arende arende, long kontoId, string vem, bool handlaggareKvar) => arende switch
    {
        { Status: Arendestatus.Avslutat, HarOseddAndring: false, AndringKvitterad: { } sedd } => new ArendeAndringRedanKvitterad(sedd),
        { Status: not Arendestatus.Atertaget, HarOseddAndring: false } => new ArendeInteAtertaget(),
        { HandlaggareKontoId: null } => new ArendeUtanHandlaggare(),
        _ when arende.HandlaggareKontoId != kontoId && (handlaggareKvar || !arende.HarOseddAndring) => new ArendeAnnanHandlaggare(vem, arende.Taget),
        { Status: Arendestatus.Atertaget, AtertagetKvitterat: { } nar } => new ArendeRedanKvitterat(nar),
        _ => null,
    };
}
