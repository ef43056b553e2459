using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Dokumentlagring;

/// <summary>A document is visible only when <see cref="Komplett"/> (design decision 19).</summary>
public enum Dokumentstatus
{
    Paborjat,
    Komplett,
}

/// <summary>What the content is, judged by the content. Stored by name.</summary>
public enum Dokumenttyp
{
    Okand,
    Pdf,
    Jpeg,
    Png,

    /// <summary>A file of students (Filrapportering), never shown as a document.</summary>
    Studerandefil,

    /// <summary>A list of absence (the Frånvarocoach), never shown as a document.</summary>
    Franvarolista,
}

/// <summary>An uploaded file, kept byte for byte in parts of 64 kB.</summary>
public sealed class Dokument : ISkolagd
{
    public const int MaxFilnamn = 200;
    public const int Delstorlek = 64 * 1024;

    /// <summary>20 MB a file (issue: Underlag), in bytes.</summary>
    public const long MaxStorlek = 20 * 1024 * 1024;

    private Dokument()
    {
    }

    /// <param name="franvarounderlagId">The underlag it belongs to; null for anything else.</param>
    public Dokument(long skolaId, long? franvarounderlagId, string filnamn, long kontoId, DateTime tid)
    {
        SkolaId = skolaId;
        FranvarounderlagId = franvarounderlagId;
        Filnamn = filnamn;
        SkapadAvKontoId = kontoId;
        Skapad = tid;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    /// <summary>Null for a file of students and for a decision.</summary>
    public long? FranvarounderlagId { get; private set; }

    /// <summary>The one student whom a decision is about; null for anything else.</summary>
    public long? StuderandeId { get; private init; }

    /// <summary>As the user's computer named it, without path.</summary>
    public string Filnamn { get; private set; } = "";

    /// <summary>The name to show and to save it by: what a file about a protected student came as can name her.</summary>
    public string VisatFilnamn(Personskydd skydd) => skydd == Personskydd.Inget ? Filnamn : $"dokument-{Id}{Path.GetExtension(Filnamn).ToLowerInvariant()}";

    public Dokumenttyp Typ { get; private set; }

    /// <summary>Bytes.</summary>
    public long Langd { get; private set; }

    /// <summary>SHA-256 of the whole content, lower-case hex; empty until complete.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Pages of a PDF, 1 for an image.</summary>
    public int AntalSidor { get; private set; }

    public Dokumentstatus Status { get; private set; }

    public DateTime Skapad { get; private set; }

    public long SkapadAvKontoId { get; private set; }

    /// <summary>A decision about one student.</summary>
    public static Dokument Beslut(long skolaId, long studerandeId, string filnamn, long kontoId, DateTime tid) =>
        new(skolaId, null, filnamn, kontoId, tid) { StuderandeId = studerandeId };

    /// <summary>Marks the document whole; from now on it is visible and never changes.</summary>
    /// <exception cref="InvalidOperationException">It was already complete.</exception>
    public void Slutfor(Dokumenttyp typ, long langd, string sha256, int antalSidor)
    {
        if (Status == Dokumentstatus.Komplett)
        {
            throw new InvalidOperationException("The document is already complete.");
        }

        Typ = typ;
        Langd = langd;
        Sha256 = sha256;
        AntalSidor = antalSidor;
        Status = Dokumentstatus.Komplett;
    }
}

/// <summary>64 kB of a document.</summary>
public sealed class Dokumentdel : ISkolagd
{
    private Dokumentdel()
    {
    }

    public Dokumentdel(long skolaId, long dokumentId, int nummer, byte[] innehall)
    {
        SkolaId = skolaId;
        DokumentId = dokumentId;
        Nummer = nummer;
        Innehall = innehall;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long DokumentId { get; private set; }

    /// <summary>From 0.</summary>
    public int Nummer { get; private set; }

    public byte[] Innehall { get; private set; } = [];
}
