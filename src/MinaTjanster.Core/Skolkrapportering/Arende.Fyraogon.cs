using System.Security.Cryptography;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;

namespace MinaTjanster.Core.Skolkrapportering;

/// <remarks>The second handläggare's check of an outcome (ADR 0053). What the school changes, or sends, while it waits lets the outcome fall.</remarks>
public sealed partial class Arende
{
    private readonly List<Utfallskontroll> _kontroller = [];

    /// <summary>In no order. Loaded by whoever decides or checks.</summary>
    public IReadOnlyList<Utfallskontroll> Kontroller => _kontroller;

    /// <summary>0–99, drawn when an outcome is decided and kept until one has taken hold: trying again draws nothing anew. Shown to nobody.</summary>
    public int? Lott { get; private set; }

    /// <summary>UTC instant of the outcome that waits for a second handläggare; null when none does.</summary>
    public DateTime? KontrollVantar { get; private set; }

    /// <summary>Who decided what waits: anybody else may check it.</summary>
    public long? KontrollAvserKontoId { get; private set; }

    /// <summary>UTC; null unless the latest outcome was sent back, and none has been decided since.</summary>
    public DateTime? KontrollAterlamnad { get; private set; }

    /// <summary>The outcome that waits; null when none does.</summary>
    public Utfallskontroll? VantandeKontroll => Senast(k => k.Beslutat == KontrollVantar && k.Kontrollerat is null);

    /// <summary>Decides the outcome, which takes hold at once or, where it is drawn, when a colleague has agreed.</summary>
    /// <param name="installning">What is drawn; null where there is no colleague who could check it.</param>
    public Utfallskontroll BeslutaUtfall(long kontoId, Avrakning avrakning, Utfallsuppgift uppgift, Fyraogoninstallning? installning, DateTime tid)
    {
        KravEgetUtfall(kontoId);
        var senast = Senast(k => k.Urval == Kontrollurval.Inget || k.Kontrollerat is not null);
        Lott ??= RandomNumberGenerator.GetInt32(Fyraogonregel.Lotter);
        var urval = installning is null ? Kontrollurval.Inget : Fyraogonregel.Urval(installning, avrakning.FelUtbetalt.Belopp, Lott.Value, senast?.ArAterlamnad == true);
        var kontroll = new Utfallskontroll(this, kontoId, avrakning, uppgift, urval, tid);
        _kontroller.Add(kontroll);
        if (urval == Kontrollurval.Inget)
        {
            BeslutaUtfall(kontoId, avrakning, uppgift.Val, uppgift.Motivering, tid);
        }
        else
        {
            (KontrollVantar, KontrollAvserKontoId, KontrollAterlamnad) = (tid, kontoId, null);
        }

        return kontroll;
    }

    /// <summary>The second handläggare agrees: the outcome takes hold, as the first decided it.</summary>
    public Skolkbeslut InstamIUtfallet(long kontoId, Avrakning avrakning, DateTime tid)
    {
        var kontroll = KravKontroll(kontoId);
        Krav(kontroll.Galler(avrakning), "it is decided by what the case comes to");
        kontroll.Kontrollera(kontoId, tid, null, null);
        SlappKontrollen();
        return FattaUtfall(kontroll.KontoId, avrakning, kontroll.Val, kontroll.Motivering, tid);
    }

    /// <summary>The second handläggare does not agree: the case's own decides anew, or the one who sent it back where the case's own reviews no more.</summary>
    public void LamnaTillbakaUtfallet(long kontoId, Returorsak orsak, string? ord, bool handlaggareKvar, DateTime tid)
    {
        KravKontroll(kontoId).Kontrollera(kontoId, tid, orsak, ord);
        SlappKontrollen();
        KontrollAterlamnad = tid;
        if (!handlaggareKvar)
        {
            (HandlaggareKontoId, Taget) = (kontoId, tid);
        }
    }

    /// <summary>Who decided thinks better of it, before anybody has checked.</summary>
    public void AterkallaUtfallet(long kontoId)
    {
        Krav(Status == Arendestatus.Godkant && KontrollVantar is not null && KontrollAvserKontoId == kontoId, "only who decided withdraws an outcome that waits");
        FallKontrollen();
    }

    /// <summary>Nothing waits any more: what was decided has been checked, or falls.</summary>
    private void SlappKontrollen() => (KontrollVantar, KontrollAvserKontoId, KontrollAterlamnad) = (null, null, null);

    /// <summary>What waits falls. That an outcome was sent back before stands until another is decided.</summary>
    private void FallKontrollen() => (KontrollVantar, KontrollAvserKontoId) = (null, null);

    /// <summary>By time: the database gives them in any order.</summary>
    private Utfallskontroll? Senast(Func<Utfallskontroll, bool> vilka) => _kontroller.Where(vilka).MaxBy(k => (k.Beslutat, k.Id));

    private Utfallskontroll KravKontroll(long kontoId)
    {
        Krav(Status == Arendestatus.Godkant && KontrollVantar is not null && KontrollAvserKontoId != kontoId, "only a colleague checks an outcome that waits");
        return VantandeKontroll!;
    }

    private void KravEgetUtfall(long kontoId) =>
        Krav(Status == Arendestatus.Godkant && HandlaggareKontoId == kontoId && UtfallBeslutat is null && KontrollVantar is null, "only its handläggare decides the outcome, once");
}
