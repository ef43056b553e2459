using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>How far a file has been read in.</summary>
public enum Filjobbstatus
{
    Vantar,
    Pagar,
    Klar,

    /// <summary>By the school. What was stored before stays.</summary>
    Avbruten,

    /// <summary>Given up after several tries: a fault of ours.</summary>
    Misslyckad,
}

/// <summary>
/// A row of our work list (docs/adr/0033): one school's part of a file. Who holds the lease reads it; each chunk of rows is one transaction,
/// which moves <see cref="Position"/> only if the lease still is the reader's. So each row is stored once, whatever dies when.
/// </summary>
public sealed class Filjobb : ISkolagd
{
    public const int MaxFilvarningar = 4000;

    private Filjobb()
    {
    }

    /// <param name="sandning">What the accepted rows are stored under; null for a test.</param>
    /// <param name="filvarningar">Sentences about the whole file.</param>
    public Filjobb(Filuppladdning fil, string filnamn, long skolaId, Sandning? sandning, IEnumerable<string> filvarningar)
    {
        SkolaId = skolaId;
        Filuppladdning = fil;
        Filnamn = filnamn;
        Langd = fil.Langd;
        Sha256 = fil.Sha256;
        KontoId = fil.KontoId;
        Uppladdad = fil.Uppladdad;
        Andamal = fil.Andamal;
        RaderIFilen = fil.AntalRader;
        Sandning = sandning;
        Unikt = sandning is null ? null : fil.Sha256;
        Regelversion = Filformat.Regelversion;
        var varningar = string.Join('\n', filvarningar);
        Filvarningar = varningar.Length > MaxFilvarningar ? varningar[..MaxFilvarningar] : varningar;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long FiluppladdningId { get; private set; }

    public Filuppladdning Filuppladdning { get; private set; } = null!;

    // The upload may belong to another school, so what a page shows of it is kept here.
    public string Filnamn { get; private set; } = "";

    public long Langd { get; private set; }

    public string Sha256 { get; private set; } = "";

    public long KontoId { get; private set; }

    /// <summary>UTC: the moment of sending.</summary>
    public DateTime Uppladdad { get; private set; }

    public Filandamal Andamal { get; private set; }

    /// <summary>Lines in the whole file: what progress is measured against.</summary>
    public long RaderIFilen { get; private set; }

    /// <summary>The content, of a file that has been sent and not been given up: the same content of the same school is read once.</summary>
    public string? Unikt { get; private set; }

    public Filjobbstatus Status { get; private set; }

    /// <summary>The last line that is done with.</summary>
    public long Position { get; private set; }

    /// <summary>Rows of the school so far.</summary>
    public int Rader { get; private set; }

    public int Godtagna { get; private set; }

    public int Nekade { get; private set; }

    /// <summary>Reported before with the same facts: neither stored nor refused.</summary>
    public int Oforandrade { get; private set; }

    /// <summary>Accepted, with something to look at.</summary>
    public int Varnade { get; private set; }

    /// <summary>Refused first, corrected on the page and accepted since.</summary>
    public int Rattade { get; private set; }

    /// <summary>UTC; after it another may go on.</summary>
    public DateTime? LanTill { get; private set; }

    /// <summary>Who holds the lease.</summary>
    public string? Lannyckel { get; private set; }

    /// <summary>Tries since the last chunk that was stored.</summary>
    public int Forsok { get; private set; }

    public string Regelversion { get; private set; } = "";

    public long? SandningId { get; private set; }

    public Sandning? Sandning { get; private set; }

    /// <summary>One sentence a line.</summary>
    public string Filvarningar { get; private set; } = "";

    public DateTime? Startad { get; private set; }

    public DateTime? Avslutad { get; private set; }

    public bool ArAvslutad => Status is Filjobbstatus.Klar or Filjobbstatus.Avbruten or Filjobbstatus.Misslyckad;
}
