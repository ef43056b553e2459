using System.Linq.Expressions;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Where a case stands at CSN.</summary>
public enum Arendestatus
{
    /// <summary>Reported; no underlag has arrived.</summary>
    VantarPaUnderlag,

    /// <summary>Underlag or an answer has arrived; nobody has taken it.</summary>
    AttGranska,

    /// <summary>A handläggare has taken it.</summary>
    Granskas,

    /// <summary>CSN waits for the school.</summary>
    KompletteringBegard,

    /// <summary>The underlag is approved; the case awaits closing.</summary>
    Godkant,

    Avslutat,

    /// <summary>The school took its report back.</summary>
    Atertaget,
}

/// <summary>CSN's side of a report: who reviews it and how far it has come (domain.md section 5, CSN's flow). One per report.</summary>
public sealed partial class Arende : ISkolagd, IVersionerad
{
    private readonly List<Komplettering> _kompletteringar = [];

    private Arende()
    {
    }

    public Arende(long skolaId, Skolkrapport skolkrapport, DateTime tid)
    {
        SkolaId = skolaId;
        Skolkrapport = skolkrapport;
        Skapat = tid;
        SynligFran = Sandningsfonster.Stanger(tid);
        Uppskatta(Uppskattning.Berakna(skolkrapport.ForstaDag, skolkrapport.SistaDag, skolkrapport.Rapportdag), tid);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long SkolkrapportId { get; private set; }

    public Skolkrapport Skolkrapport { get; private set; } = null!;

    public Arendestatus Status { get; private set; }

    /// <summary>Who has taken it; null while nobody has.</summary>
    public long? HandlaggareKontoId { get; private set; }

    /// <summary>UTC; null while nobody has it.</summary>
    public DateTime? Taget { get; private set; }

    public DateTime Skapat { get; private set; }

    /// <summary>UTC: CSN sees the case when the window of its report closes, and never one that was taken back before (domain.md section 6).</summary>
    public DateTime SynligFran { get; private set; }

    /// <summary>UTC instant of the earliest arrival, which meets the underlag's due date; a letter may be registered after a later upload.</summary>
    public DateTime? UnderlagInkom { get; private set; }

    /// <summary>UTC instant of the latest arrival.</summary>
    public DateTime? SenasteUnderlagInkom { get; private set; }

    /// <summary>
    /// How many times underlag has arrived. Every arrival changes it, whatever day it is dated, and so raises <see cref="Version"/>: a decision made
    /// on what was there before is refused.
    /// </summary>
    public int AntalAnkomster { get; private set; }

    /// <summary>
    /// UTC instant at which the school last changed the report's facts; null when it has not. Raises <see cref="Version"/> as an arrival does.
    /// On a closed case only a change by which the outcome would have been another counts.
    /// </summary>
    public DateTime? RapportAndrad { get; private set; }

    /// <summary>Seconds CSN has had the case, not counting the time it waits for the school.</summary>
    public long HandlaggningSekunder { get; private set; }

    /// <summary>Since when CSN's handling time runs; null while it stands still.</summary>
    public DateTime? HandlaggningFran { get; private set; }

    /// <summary>Who approved and when; null before.</summary>
    public long? GodkantAvKontoId { get; private set; }

    public DateTime? Godkant { get; private set; }

    public DateTime? Avslutat { get; private set; }

    /// <summary>UTC; null unless the school took its report back.</summary>
    public DateTime? Atertaget { get; private set; }

    /// <summary>When the handläggare of a case that was taken back said it was seen; null before.</summary>
    public DateTime? AtertagetKvitterat { get; private set; }

    /// <summary>When its handläggare said that a change after the closing was seen (UTC); null before.</summary>
    public DateTime? AndringKvitterad { get; private set; }

    /// <summary>The school changed the report after the case was closed, so that its outcome would have been another, and its handläggare has not said that it was seen.</summary>
    public bool HarOseddAndring => ArOsedd(this);

    /// <summary><see cref="HarOseddAndring"/>, for the database.</summary>
    public static Expression<Func<Arende, bool>> OseddAndring { get; } = a =>
        a.Status == Arendestatus.Avslutat && a.RapportAndrad > a.Avslutat && (a.AndringKvitterad == null || a.AndringKvitterad < a.RapportAndrad);

    private static readonly Func<Arende, bool> ArOsedd = OseddAndring.Compile();

    /// <summary>Whole kronor estimated as wrongly paid, kept for the queue to sort by. Set anew whenever the report changes.</summary>
    public int Riskbelopp { get; private set; }

    /// <summary>When the amount was reckoned last (UTC); null for a case from before it was kept, whose amount is not known until <see cref="Riskbeloppsfyllning"/> has reckoned it.</summary>
    public DateTime? Uppskattat { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Komplettering> Kompletteringar => _kompletteringar;

    public bool ArOppet => Status is not (Arendestatus.Avslutat or Arendestatus.Atertaget);

    /// <summary>The question that waits for the school, or null.</summary>
    public Komplettering? ObesvaradKomplettering => _kompletteringar.SingleOrDefault(k => k.Besvarad is null && k.Aterkallad is null);

    /// <summary>CSN's handling time until now; what waits for the school does not count.</summary>
    public TimeSpan Handlaggningstid(DateTime nu) =>
        TimeSpan.FromSeconds(HandlaggningSekunder) + (HandlaggningFran is { } fran ? nu - fran : TimeSpan.Zero);

    public void Uppskatta(Uppskattning uppskattning, DateTime tid) => (Riskbelopp, Uppskattat) = (uppskattning.Belopp, tid);

    /// <summary>Underlag, on paper or in the portal, has arrived: the case is CSN's again, and an open question is answered.</summary>
    public void TaEmotUnderlag(DateTime tid)
    {
        KravOppet();
        AntalAnkomster++;
        UnderlagInkom = UnderlagInkom < tid ? UnderlagInkom : tid;
        SenasteUnderlagInkom = SenasteUnderlagInkom > tid ? SenasteUnderlagInkom : tid;
        ObesvaradKomplettering?.Besvara(tid);
        if (Status is Arendestatus.VantarPaUnderlag or Arendestatus.KompletteringBegard)
        {
            // Whoever asked gets the answer; a case nobody had goes to the queue.
            Status = HandlaggareKontoId is null ? Arendestatus.AttGranska : Arendestatus.Granskas;
        }
        else if (Status == Arendestatus.Godkant)
        {
            Status = Arendestatus.Granskas;
            OppnaBeslutet(tid);
        }

        // A letter may be dated before an approval: the time until that has been counted.
        HandlaggningFran ??= tid < Godkant ? Godkant : tid;
    }

    /// <summary>
    /// The school changed what it reported: the handläggare sees it on the case. What was approved is approved no more, except that a last day alone
    /// takes nothing from the evidence.
    /// </summary>
    public void AndraRapport(DateTime tid, bool baraSistaDag)
    {
        KravOppet();
        FallKontrollen();
        RapportAndrad = tid;
        if (Status == Arendestatus.Godkant && !baraSistaDag)
        {
            Status = Arendestatus.Granskas;
            HandlaggningFran = tid;
            OppnaBeslutet(tid);
        }
    }

    /// <exception cref="InvalidOperationException">Somebody else has it, or it is not up for review.</exception>
    public void Ta(long kontoId, DateTime tid)
    {
        Krav(Status == Arendestatus.AttGranska && HandlaggareKontoId is null, "only a case in the queue is taken");
        HandlaggareKontoId = kontoId;
        Taget = tid;
        Status = Arendestatus.Granskas;
    }

    public void LaggTillbaka(long kontoId)
    {
        Krav(Status == Arendestatus.Granskas && HandlaggareKontoId == kontoId, "only its handläggare puts a case back");
        HandlaggareKontoId = null;
        Taget = null;
        Status = Arendestatus.AttGranska;
    }

    /// <summary>Gives the case to a colleague, as it stands.</summary>
    public void LamnaOver(long kontoId, long till, DateTime tid)
    {
        Krav(
            Status is Arendestatus.Granskas or Arendestatus.KompletteringBegard or Arendestatus.Godkant && HandlaggareKontoId == kontoId && till != kontoId,
            "only its handläggare hands an open case over, to somebody else");
        HandlaggareKontoId = till;
        Taget = tid;
    }

    public void Godkann(long kontoId, DateTime tid)
    {
        Krav(Status == Arendestatus.Granskas && HandlaggareKontoId == kontoId, "only its handläggare approves a case");
        Status = Arendestatus.Godkant;
        GodkantAvKontoId = kontoId;
        Godkant = tid;
        StannaHandlaggning(tid);
    }

    public void BegarKomplettering(long kontoId, Komplettering komplettering, DateTime tid)
    {
        Krav(Status == Arendestatus.Granskas && HandlaggareKontoId == kontoId, "only its handläggare asks for a complement");
        _kompletteringar.Add(komplettering);
        Status = Arendestatus.KompletteringBegard;
        StannaHandlaggning(tid);
    }

    /// <summary>The question is withdrawn, for example since nobody answers: the case is reviewed as it stands.</summary>
    public void AterkallaKomplettering(long kontoId, DateTime tid)
    {
        Krav(Status == Arendestatus.KompletteringBegard && HandlaggareKontoId == kontoId, "only its handläggare withdraws a question that waits");
        ObesvaradKomplettering!.Aterkalla(tid);
        Status = Arendestatus.Granskas;
        HandlaggningFran = tid;
    }

    public void Avsluta(long kontoId, DateTime tid)
    {
        Krav(Status == Arendestatus.Godkant && HandlaggareKontoId == kontoId && UtfallBeslutat is not null, "only its handläggare closes a case whose outcome is decided");
        Status = Arendestatus.Avslutat;
        Avslutat = tid;
        SlutaVantaPaSvar();
        StannaHandlaggning(tid);
    }

    /// <summary>The school took its report back, whatever the state.</summary>
    public void Aterta(DateTime tid)
    {
        ObesvaradKomplettering?.Aterkalla(tid);
        Status = Arendestatus.Atertaget;
        Atertaget = tid;
        UpphavBeslut(tid);
        SlutaVantaPaSvar();
        StannaHandlaggning(tid);
    }

    /// <summary>Its handläggare has seen that the school took the report back: it leaves their list.</summary>
    public void KvitteraAtertagande(long kontoId, DateTime tid)
    {
        Krav(
            Status == Arendestatus.Atertaget && HandlaggareKontoId == kontoId && AtertagetKvitterat is null,
            "only its handläggare acknowledges, once, that a case was taken back");
        AtertagetKvitterat = tid;
    }

    /// <summary>Its handläggare, or any reviewer where that one no longer reviews, has seen what the school changed after the case was closed: it leaves the list until the next change.</summary>
    public void KvitteraAndring(long kontoId, DateTime tid, bool handlaggareKvar = true)
    {
        Krav(HarOseddAndring && (HandlaggareKontoId == kontoId || !handlaggareKvar), "only its handläggare acknowledges, once, what was changed after the case was closed");
        AndringKvitterad = tid;
    }

    private void StannaHandlaggning(DateTime tid)
    {
        if (HandlaggningFran is { } fran)
        {
            HandlaggningSekunder += (long)(tid - fran).TotalSeconds;
            HandlaggningFran = null;
        }
    }

    private void KravOppet() => Krav(ArOppet, "the case is closed");

    private void Krav(bool villkor, string regel)
    {
        if (!villkor)
        {
            throw new InvalidOperationException($"Case in state {Status}: {regel}.");
        }
    }
}
