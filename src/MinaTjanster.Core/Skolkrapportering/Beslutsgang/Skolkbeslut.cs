using MinaTjanster.Core.Brevutskrifter;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>What CSN has decided, or told, in a case. In the order of domain.md section 5, CSN's flow. Stored by name.</summary>
public enum Skolkbeslutsslag
{
    /// <summary>Interimistiskt beslut: the payments are stopped until the case is decided.</summary>
    Stopp,

    /// <summary>Hearing: the student is told what CSN means to decide, with the underlag, and may answer.</summary>
    Kommunicering,

    /// <summary>What is done about what was wrongly paid.</summary>
    Utfall,

    /// <summary>The school has told the last skolk day: the payments go on.</summary>
    Aterupptagande,

    /// <summary>The school took its report back: the stop is lifted.</summary>
    Upphavande,
}

/// <summary>
/// A decision, or the hearing before one, with the one letter that tells of it. What it says is fixed when its window closes: a letter says the same however often
/// it is printed. Amounts are whole kronor and an estimate (<see cref="Uppskattning"/>).
/// </summary>
public sealed class Skolkbeslut : IUtskrivbar
{
    public const int MaxMotivering = 1000;
    public const int MaxOrsak = 30;

    private readonly List<Beslutsbilaga> _bilagor = [];

    private Skolkbeslut()
    {
    }

    internal Skolkbeslut(long skolaId, Skolkbeslutsslag slag, string orsak, Skolkuppgift uppgift, DateOnly rapportdag, DateTime beslutat, DateTime gallerFran)
    {
        SkolaId = skolaId;
        Slag = slag;
        Orsak = orsak;
        (ForstaDag, SistaDag, Rapportdag) = (uppgift.ForstaDag, uppgift.SistaDag, rapportdag);
        (Beslutat, GallerFran) = (beslutat, gallerFran);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long ArendeId { get; private set; }

    public Skolkbeslutsslag Slag { get; private set; }

    /// <summary>A code of <see cref="Beslutsorsaker"/>.</summary>
    public string Orsak { get; private set; } = "";

    /// <summary>First skolk day as it was reported, inclusive.</summary>
    public DateOnly ForstaDag { get; private set; }

    /// <summary>Last skolk day as it was reported, inclusive; null while the absence goes on.</summary>
    public DateOnly? SistaDag { get; private set; }

    /// <summary>The Swedish day of the report: decides which payments it stops.</summary>
    public DateOnly Rapportdag { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Beslutat { get; private set; }

    /// <summary>UTC: the letter may go from then, when the school's window has closed (domain.md section 6).</summary>
    public DateTime GallerFran { get; private set; }

    /// <summary>Who decided; null where a rule did.</summary>
    public long? KontoId { get; private set; }

    /// <summary>First and last day of the half months counted as wrongly paid, inclusive; null when there are none.</summary>
    public DateOnly? FelFran { get; private set; }

    public DateOnly? FelTill { get; private set; }

    public int FelUtbetalt { get; private set; }

    /// <summary>Taken from coming payments.</summary>
    public int Avraknas { get; private set; }

    /// <summary>To be paid back.</summary>
    public int Aterkravs { get; private set; }

    /// <summary>The last day for the student's answer, inclusive, counted from the day a hearing's letter was posted; null before, and for anything but a hearing.</summary>
    public DateOnly? SvarSenast { get; private set; }

    /// <summary>In words for the student, or null.</summary>
    public string? Motivering { get; private set; }

    /// <summary>When the letter was printed first (UTC); null before.</summary>
    public DateTime? Utskriven { get; private set; }

    /// <summary>The key of the print-out it stands in; null before.</summary>
    public string? Utskriftsnyckel { get; private set; }

    /// <summary>When somebody marked the letter as posted (UTC); null before.</summary>
    public DateTime? Skickad { get; private set; }

    public long? SkickadAvKontoId { get; private set; }

    /// <summary>No letter goes: what it says fell before it was printed (UTC); null otherwise.</summary>
    public DateTime? Makulerat { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Beslutsbilaga> Bilagor => _bilagor;

    public Beslutsorsak Orsakskod => Beslutsorsaker.For(Orsak);

    /// <summary>The half months counted as wrongly paid, in order.</summary>
    public IReadOnlyList<Halvmanadsperiod> Perioder => FelFran is { } fran && FelTill is { } till ? Halvmanadsperiod.Alla(fran, till) : [];

    /// <summary>Has its letter been put on paper?</summary>
    public bool ArUtskrivet => Utskriven is not null;

    /// <summary>Does it say that the payments stop or go on, as the report has it?</summary>
    public bool GallerUtbetalningen => Slag is Skolkbeslutsslag.Stopp or Skolkbeslutsslag.Aterupptagande;

    internal void AvKonto(long kontoId) => KontoId = kontoId;

    internal void Belopp(Avrakning avrakning)
    {
        var perioder = avrakning.FelUtbetalt.Perioder;
        FelFran = perioder.Count == 0 ? null : perioder[0].ForstaDag;
        FelTill = perioder.Count == 0 ? null : perioder[^1].SistaDag;
        (FelUtbetalt, Avraknas, Aterkravs) = (avrakning.FelUtbetalt.Belopp, avrakning.Avraknas, avrakning.Aterkravs);
    }

    /// <summary>Nothing is taken back, whatever the estimate says.</summary>
    internal void UtanKrav() => (Avraknas, Aterkravs) = (0, 0);

    internal void Motivera(string? motivering) => Motivering = motivering;

    internal void Hor(IEnumerable<long> dokument) => _bilagor.AddRange(dokument.Select(id => new Beslutsbilaga(SkolaId, id)));

    /// <summary>What the school changed before the window closed: the letter says what holds when it goes.</summary>
    internal void Uppdatera(Skolkuppgift uppgift) => (ForstaDag, SistaDag) = (uppgift.ForstaDag, uppgift.SistaDag);

    internal void Makulera(DateTime tid) => Makulerat ??= tid;

    public void SkrivUt(DateTime tid, string nyckel) => (Utskriven, Utskriftsnyckel) = (tid, nyckel);

    /// <exception cref="InvalidOperationException">It is not printed, or was marked already.</exception>
    public void MarkeraSkickat(DateTime tid, long kontoId)
    {
        if (!ArUtskrivet || Skickad is not null)
        {
            throw new InvalidOperationException("Only a letter that is printed and not sent is marked as sent.");
        }

        (Skickad, SkickadAvKontoId) = (tid, kontoId);
        if (Slag == Skolkbeslutsslag.Kommunicering && Beslutsregel.SvarSenast(this, tid.SvenskDag()) is var senast && !(SvarSenast > senast))
        {
            SvarSenast = senast;
        }
    }

    /// <summary>The letter was marked by mistake.</summary>
    /// <exception cref="InvalidOperationException">It is not marked.</exception>
    public void AngraSkickat()
    {
        if (Skickad is null)
        {
            throw new InvalidOperationException("Only a letter that is marked as sent can be marked as not sent.");
        }

        (Skickad, SkickadAvKontoId, SvarSenast) = (null, null, null);
    }
}

/// <summary>A file of the case's underlag that goes with a letter: a handläggare has seen that it holds this student only.</summary>
public sealed class Beslutsbilaga : ISkolagd
{
    private Beslutsbilaga()
    {
    }

    public Beslutsbilaga(long skolaId, long dokumentId) => (SkolaId, DokumentId) = (skolaId, dokumentId);

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long SkolkbeslutId { get; private set; }

    public long DokumentId { get; private set; }
}
