using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;

/// <summary>A page of a case's underlag that a handläggare has marked, for a complement to point at. The school sees it once a request holds it.</summary>
public sealed class Sidmarkering : ISkolagd, IVersionerad
{
    public const int MaxBrist = 200;

    /// <summary>[V] Marks of one case that no request holds yet.</summary>
    public const int FlestOskickade = 50;

    private Sidmarkering()
    {
    }

    /// <param name="sida">From 1.</param>
    /// <param name="brist">What is lacking, to be read by the school; null where the page says it itself.</param>
    /// <param name="omgang">How many requests the case had when it was marked: a page is marked once between two of them.</param>
    public Sidmarkering(Arende arende, long dokumentId, int sida, string? brist, int omgang, long kontoId, DateTime tid)
    {
        SkolaId = arende.SkolaId;
        ArendeId = arende.Id;
        DokumentId = dokumentId;
        Sida = sida;
        Brist = brist;
        Omgang = omgang;
        MarkeradAvKontoId = kontoId;
        Markerad = tid;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long ArendeId { get; private set; }

    public long DokumentId { get; private set; }

    public int Sida { get; private set; }

    public string? Brist { get; private set; }

    public int Omgang { get; private set; }

    public long MarkeradAvKontoId { get; private set; }

    public DateTime Markerad { get; private set; }

    /// <summary>The request that points at it; null while the school has not seen it.</summary>
    public long? KompletteringId { get; private set; }

    public int Version { get; private set; }

    public bool ArSkickad => KompletteringId is not null;

    /// <exception cref="InvalidOperationException">The school has been sent it.</exception>
    public void Andra(string? brist)
    {
        if (ArSkickad)
        {
            throw new InvalidOperationException("A mark that has been sent never changes.");
        }

        Brist = brist;
    }
}

/// <summary>A marked page in words, with what a link to it needs.</summary>
/// <param name="Sida">From 1.</param>
/// <param name="Text">Underlag från 22 november 2026, sida 3.</param>
/// <param name="Fragment">Opens a PDF at the page in the browser's own viewer; empty for an image.</param>
public sealed record Sidhanvisning(long Id, long DokumentId, int Sida, string Text, string? Brist, string Fragment)
{
    /// <summary>Newest underlag first, then by file and page. Marks of other underlag are left out.</summary>
    /// <param name="underlag">With their files.</param>
    /// <param name="skydd">The student's, for a school: the files of the protected are told by another name. None for the cleared.</param>
    public static IReadOnlyList<Sidhanvisning> For(IEnumerable<Sidmarkering> markeringar, IEnumerable<Franvarounderlag> underlag, Personskydd skydd) =>
    [
        .. from m in markeringar
           from u in underlag
           where u.ArInskickat
           from d in u.Dokument
           where d.Id == m.DokumentId
           orderby u.Skickad descending, u.Id descending, d.Id, m.Sida, m.Id
           select new Sidhanvisning(
               m.Id,
               d.Id,
               m.Sida,
               $"Underlag från {(u.Ankomstdag is { } dag ? Tid.SvenskText.Datum(dag) : "okänd dag")}{(u.Dokument.Count > 1 ? $", {d.VisatFilnamn(skydd)}" : "")}, sida {m.Sida}",
               m.Brist,
               d.Typ == Dokumentlagring.Dokumenttyp.Pdf ? $"#page={m.Sida}" : ""),
    ];
}
