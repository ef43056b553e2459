using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Konton;

/// <summary>How far a change of administrator has come.</summary>
public enum Bytesstatus
{
    /// <summary>The rektor has a link and has not signed.</summary>
    VantarPaRektor,

    /// <summary>Signed; CSN decides.</summary>
    VantarPaCsn,

    Godkant,

    Avslaget,

    /// <summary>Withdrawn by the school before CSN had decided.</summary>
    Aterkallat,
}

/// <summary>
/// The school asks for a new behörighetsadministratör, beside or instead of one it has: an assurance that the rektor signs by a one-time link to
/// their e-mail, and CSN approves (issue 3). Nobody becomes administrator by what a school does alone.
/// </summary>
public sealed class Administratorsbyte : ISkolagd, IVersionerad
{
    /// <summary>How long the rektor's link works.</summary>
    public static readonly TimeSpan Lanktid = TimeSpan.FromDays(14);

    public const int MaxSkal = 1000;

    private Administratorsbyte()
    {
    }

    /// <param name="lankHash">Hash of the link's key (<see cref="Hemlighet"/>).</param>
    /// <param name="avgarKontoId">Who stops being administrator when it is approved; null when the new one comes beside.</param>
    public Administratorsbyte(
        long skolaId,
        long begartAvKontoId,
        string sandningsnyckel,
        Kontouppgifter ny,
        long? avgarKontoId,
        string rektorNamn,
        string rektorEpost,
        string lankHash,
        DateTime tid)
    {
        SkolaId = skolaId;
        BegartAvKontoId = begartAvKontoId;
        Sandningsnyckel = sandningsnyckel;
        Namn = ny.Namn;
        Epost = ny.Epost;
        Telefon = ny.Telefon;
        AvgarKontoId = avgarKontoId;
        RektorNamn = rektorNamn;
        RektorEpost = rektorEpost;
        LankHash = lankHash;
        Begart = tid;
        LankGiltigTill = tid + Lanktid;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public int Version { get; private set; }

    /// <summary>Of the check page: a second post gets the first one's request.</summary>
    public string Sandningsnyckel { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Begart { get; private set; }

    public long BegartAvKontoId { get; private set; }

    public string Namn { get; private set; } = "";

    public string Epost { get; private set; } = "";

    public string? Telefon { get; private set; }

    public long? AvgarKontoId { get; private set; }

    public string RektorNamn { get; private set; } = "";

    public string RektorEpost { get; private set; } = "";

    public string LankHash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime LankGiltigTill { get; private set; }

    public Bytesstatus Status { get; private set; }

    /// <summary>When the rektor signed (UTC); null before.</summary>
    public DateTime? Signerat { get; private set; }

    /// <summary>The name the rektor typed.</summary>
    public string? SigneratNamn { get; private set; }

    /// <summary>When CSN decided or the school withdrew it (UTC).</summary>
    public DateTime? Avgjort { get; private set; }

    public long? AvgjortAvKontoId { get; private set; }

    /// <summary>Why CSN refused; the school reads it.</summary>
    public string? Avslagsskal { get; private set; }

    public bool ArOppet => Status is Bytesstatus.VantarPaRektor or Bytesstatus.VantarPaCsn;

    /// <summary>Does the link still lead to something to sign?</summary>
    public bool KanSigneras(DateTime nu) => Status == Bytesstatus.VantarPaRektor && LankGiltigTill > nu;

    internal void Signera(string namn, DateTime tid)
    {
        Krav(Bytesstatus.VantarPaRektor);
        Status = Bytesstatus.VantarPaCsn;
        SigneratNamn = namn;
        Signerat = tid;
    }

    internal void Godkann(long kontoId, DateTime tid) => Avgor(Bytesstatus.Godkant, kontoId, tid, null);

    internal void Avsla(long kontoId, DateTime tid, string skal) => Avgor(Bytesstatus.Avslaget, kontoId, tid, skal);

    internal void Aterkalla(long kontoId, DateTime tid)
    {
        if (!ArOppet)
            throw new InvalidOperationException($"A change that is {Status} cannot be withdrawn.");

        (Status, Avgjort, AvgjortAvKontoId) = (Bytesstatus.Aterkallat, tid, kontoId);
    }

    private void Avgor(Bytesstatus status, long kontoId, DateTime tid, string? skal)
    {
        Krav(Bytesstatus.VantarPaCsn);
        (Status, Avgjort, AvgjortAvKontoId, Avslagsskal) = (status, tid, kontoId, skal);
    }

    private void Krav(Bytesstatus status)
    {
        if (Status != status)
            throw new InvalidOperationException($"The change is {Status}, not {status}.");
    }
}
