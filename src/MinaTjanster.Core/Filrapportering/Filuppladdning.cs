using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering.Lasning;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>What a file was uploaded for.</summary>
public enum Filandamal
{
    /// <summary>Everything is checked, nothing is stored.</summary>
    Testa,

    Skicka,
}

/// <summary>A student file as it came: owned by the school that was chosen, read by one <see cref="Filjobb"/> for each school it concerns.</summary>
public sealed class Filuppladdning : ISkolagd
{
    public const int MaxSkolkoder = 4000;

    private Filuppladdning()
    {
    }

    /// <param name="skolkoder">The schools that have a job of this file.</param>
    /// <param name="uppladdad">UTC: decides the report day (domain.md section 5, Stop date).</param>
    public Filuppladdning(long skolaId, long kontoId, Dokument dokument, Filandamal andamal, Filoversikt oversikt, IEnumerable<string> skolkoder, DateTime uppladdad)
    {
        SkolaId = skolaId;
        KontoId = kontoId;
        Dokument = dokument;
        Andamal = andamal;
        Teckenkod = oversikt.Teckenkod;
        Byteordning = oversikt.HasBom ? Byteordningsmarke.Finns : Byteordningsmarke.Saknas;
        AntalRader = oversikt.AntalRader;
        Langd = oversikt.Langd;
        Sha256 = oversikt.Sha256;
        Skolkoder = string.Join(' ', skolkoder);
        Uppladdad = uppladdad;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long KontoId { get; private set; }

    /// <summary>The bytes; null when a test is done with, since a test leaves nothing.</summary>
    public long? DokumentId { get; private set; }

    public Dokument? Dokument { get; private set; }

    public Filandamal Andamal { get; private set; }

    public Teckenkod Teckenkod { get; private set; }

    public Byteordningsmarke Byteordning { get; private set; }

    /// <summary>Lines under the header: what progress is measured against.</summary>
    public long AntalRader { get; private set; }

    /// <summary>Bytes.</summary>
    public long Langd { get; private set; }

    public string Sha256 { get; private set; } = "";

    /// <summary>Separated by spaces. Rows for any other school belong to the job of the school that was chosen.</summary>
    public string Skolkoder { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Uppladdad { get; private set; }

    public Filoversikt Oversikt => new(Teckenkod, Byteordning == Byteordningsmarke.Finns, Langd, Sha256, AntalRader);
}

/// <summary>Whether a file begins with a byte order mark.</summary>
public enum Byteordningsmarke
{
    Saknas,
    Finns,
}
