using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Bestallningar;

/// <summary>Where an order is. Stored by name.</summary>
public enum Bestallningsstatus
{
    /// <summary>Rows are being added; CSN does not see it.</summary>
    Utkast,

    HosCsn,

    /// <summary>CSN has asked something.</summary>
    VantarPaSkolan,

    /// <summary>Every row is decided.</summary>
    Avgjord,

    /// <summary>Taken back by the school before anything was decided.</summary>
    Atertagen,
}

/// <summary>
/// <em>Beställning av behörighet för studeranderapportering</em> (domain.md section 2): one or several persons in one order, from the
/// behörighetsansvarig to CSN. The draft is the same row before it is sent; its sändningsnyckel makes a second post find the first one's receipt.
/// </summary>
public sealed class Behorighetsbestallning : ISkolagd, IVersionerad
{
    /// <summary>As many rows as a person can survey.</summary>
    public const int MaxRader = 50;

    private readonly List<Bestallningsrad> _rader = [];
    private readonly List<Bestallningsfraga> _fragor = [];

    private Behorighetsbestallning()
    {
    }

    public Behorighetsbestallning(long skolaId, long skapadAvKontoId, string sandningsnyckel, DateTime tid)
    {
        SkolaId = skolaId;
        SkapadAvKontoId = skapadAvKontoId;
        Sandningsnyckel = sandningsnyckel;
        Skapad = tid;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public int Version { get; private set; }

    public string Sandningsnyckel { get; private set; } = "";

    public long SkapadAvKontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    /// <summary>BB-7K4M-29QX; null until it is sent.</summary>
    public string? Kvittensnummer { get; private set; }

    public long? SkickadAvKontoId { get; private set; }

    /// <summary>UTC; null until it is sent.</summary>
    public DateTime? Skickad { get; private set; }

    public Bestallningsstatus Status { get; private set; }

    /// <summary>When the last row was decided, or the order was taken back (UTC).</summary>
    public DateTime? Avslutad { get; private set; }

    /// <summary>From this day the school itself administers what the order asks for, since it changed its rapporteringssätt while the order waited.</summary>
    public DateOnly? AdministrationFlyttad { get; private set; }

    /// <summary>How many times it was changed: a change of a row alone must raise the order's version too.</summary>
    public int Andringar { get; private set; }

    public IReadOnlyList<Bestallningsrad> Rader => _rader;

    public IReadOnlyList<Bestallningsfraga> Fragor => _fragor;

    /// <summary>The question that waits for an answer, or null.</summary>
    public Bestallningsfraga? ObesvaradFraga => _fragor.SingleOrDefault(f => f.Besvarad is null);

    public bool ArOppen => Status is Bestallningsstatus.HosCsn or Bestallningsstatus.VantarPaSkolan;

    /// <summary>The school may take it back: it is sent, and nothing is decided.</summary>
    public bool KanAtertas => ArOppen && _rader.TrueForAll(r => r.Status == Bestallningsradstatus.Vantar);

    public void LaggTill(Bestallningsrad rad)
    {
        Krav(Status == Bestallningsstatus.Utkast && _rader.Count < MaxRader);
        _rader.Add(rad);
    }

    public void TaBort(Bestallningsrad rad)
    {
        Krav(Status == Bestallningsstatus.Utkast && _rader.Contains(rad));
        _rader.Remove(rad);
    }

    public void Skicka(string kvittensnummer, long kontoId, DateTime tid)
    {
        Krav(Status == Bestallningsstatus.Utkast && _rader.Count > 0);
        (Kvittensnummer, SkickadAvKontoId, Skickad, Status) = (kvittensnummer, kontoId, tid, Bestallningsstatus.HosCsn);
    }

    public void Fraga(string text, long kontoId, DateTime tid)
    {
        Krav(Status == Bestallningsstatus.HosCsn);
        _fragor.Add(new Bestallningsfraga(SkolaId, text, kontoId, tid));
        Status = Bestallningsstatus.VantarPaSkolan;
    }

    public void Besvara(string svar, long kontoId, DateTime tid)
    {
        Krav(Status == Bestallningsstatus.VantarPaSkolan);
        ObesvaradFraga!.Besvara(svar, kontoId, tid);
        Status = Bestallningsstatus.HosCsn;
    }

    public void Aterta(DateTime tid)
    {
        Krav(KanAtertas);
        (Status, Avslutad) = (Bestallningsstatus.Atertagen, tid);
    }

    /// <param name="resultatKontoId">The account that the row concerned in the end.</param>
    public void Godkann(Bestallningsrad rad, long kontoId, long resultatKontoId, DateTime tid)
    {
        Krav(ArOppen && _rader.Contains(rad));
        rad.Godkann(kontoId, resultatKontoId, tid);
        Avgor(tid);
    }

    public void Avsla(Bestallningsrad rad, long kontoId, string skal, DateTime tid)
    {
        Krav(ArOppen && _rader.Contains(rad));
        rad.Avsla(kontoId, skal, tid);
        Avgor(tid);
    }

    /// <summary>The school administers it itself from the day on.</summary>
    public void AdministrationenFlyttade(DateOnly dag)
    {
        Krav(ArOppen);
        AdministrationFlyttad = dag;
    }

    private void Avgor(DateTime tid)
    {
        if (_rader.TrueForAll(r => r.Status != Bestallningsradstatus.Vantar))
            (Status, Avslutad) = (Bestallningsstatus.Avgjord, tid);
    }

    private void Krav(bool villkor)
    {
        if (!villkor)
            throw new InvalidOperationException($"Not possible for an order in state {Status}.");

        Andringar++;
    }
}

/// <summary>A question from CSN about an order, and the school's answer.</summary>
public sealed class Bestallningsfraga : ISkolagd
{
    public const int MaxText = 1000;

    private Bestallningsfraga()
    {
    }

    internal Bestallningsfraga(long skolaId, string text, long kontoId, DateTime tid)
    {
        SkolaId = skolaId;
        Text = text;
        StalldAvKontoId = kontoId;
        Stalld = tid;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long BestallningId { get; private set; }

    public string Text { get; private set; } = "";

    public long StalldAvKontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Stalld { get; private set; }

    public string? Svar { get; private set; }

    public long? BesvaradAvKontoId { get; private set; }

    /// <summary>UTC; null while it waits.</summary>
    public DateTime? Besvarad { get; private set; }

    internal void Besvara(string svar, long kontoId, DateTime tid) => (Svar, BesvaradAvKontoId, Besvarad) = (svar, kontoId, tid);
}
