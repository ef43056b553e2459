using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>How far an order has come. Stored by name.</summary>
public enum Materialstatus
{
    Mottagen,
    Packad,

    /// <summary>The first parcel has left; what is back-ordered follows it.</summary>
    Skickad,

    /// <summary>Taken back by the school while nobody had packed it, what it had being in stock again; or nothing but lines that blankettservice has struck.</summary>
    Annullerad,
}

/// <summary>Where a parcel goes: the school's address when the order was placed.</summary>
/// <param name="Att">To whom at the school; null for nobody in particular.</param>
public sealed record Leveransadress(string Mottagare, string? Att, string Gatuadress, string Postnummer, string Ort)
{
    public const int MaxAtt = 60;

    /// <summary>Null when CSN has no address of the school.</summary>
    public static Leveransadress? For(Skola skola, string? att) =>
        skola is { Gatuadress: { } gata, Postnummer: { } postnummer } ? new(skola.Namn, att, gata, postnummer, skola.Ort) : null;

    /// <summary>As on a label, a line each.</summary>
    public IReadOnlyList<string> Rader => [Mottagare, .. Att is null ? Array.Empty<string>() : [$"Att. {Att}"], Gatuadress, $"{Postnummer[..3]} {Postnummer[3..]} {Ort}"];
}

/// <summary>An order of forms and brochures, from a school to CSN's blankettservice. Not to be confused with an order of permissions (Behorighetsbestallning).</summary>
public sealed class Materialbestallning : ISkolagd, IVersionerad
{
    private readonly List<Materialrad> _rader = [];

    private Materialbestallning()
    {
    }

    /// <param name="sandningsnyckel">One-time key: a second post of it finds this order instead of making another (design decision 3).</param>
    /// <param name="tid">UTC.</param>
    /// <exception cref="ArgumentException">No lines, or two of the same article.</exception>
    public Materialbestallning(
        long skolaId, string kvittensnummer, string sandningsnyckel, long kontoId, Leveransadress adress, IReadOnlyList<Materialrad> rader, DateTime tid)
    {
        if (rader.Count == 0 || rader.DistinctBy(r => r.MaterialartikelId).Count() != rader.Count)
            throw new ArgumentException("An order has a line for each article, and at least one.", nameof(rader));

        (SkolaId, Kvittensnummer, Sandningsnyckel, BestalldAvKontoId, Bestalld) = (skolaId, kvittensnummer, sandningsnyckel, kontoId, tid);
        (Mottagare, Att, Gatuadress, Postnummer, Ort) = adress;
        _rader.AddRange(rader);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    /// <summary>CO-7K4M-29QX: what people see and say.</summary>
    public string Kvittensnummer { get; private set; } = "";

    public string Sandningsnyckel { get; private set; } = "";

    public long BestalldAvKontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Bestalld { get; private set; }

    public string Mottagare { get; private set; } = "";

    public string? Att { get; private set; }

    public string Gatuadress { get; private set; } = "";

    public string Postnummer { get; private set; } = "";

    public string Ort { get; private set; } = "";

    public Materialstatus Status { get; private set; }

    /// <summary>UTC, of the first parcel.</summary>
    public DateTime? Packad { get; private set; }

    /// <summary>UTC, of the first parcel.</summary>
    public DateTime? Skickad { get; private set; }

    /// <summary>UTC, of the latest parcel with what was back-ordered; null when there has been none.</summary>
    public DateTime? RestSkickad { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? Annullerad { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Materialrad> Rader => _rader;

    public Leveransadress Adress => new(Mottagare, Att, Gatuadress, Postnummer, Ort);

    /// <summary>Something of it waits for stock.</summary>
    public bool HarRest => Status != Materialstatus.Annullerad && _rader.Exists(r => r.Rest > 0);

    /// <summary>Something is there to be put in a parcel.</summary>
    public bool HarAttPacka => Status is Materialstatus.Mottagen or Materialstatus.Skickad && _rader.Exists(r => r.AttPacka > 0);

    public bool KanPackas => Status == Materialstatus.Mottagen && HarAttPacka;

    public bool KanSkickas => Status == Materialstatus.Packad;

    /// <summary>What was back-ordered, or some of it, has come in after the first parcel left.</summary>
    public bool KanSkickaRest => Status == Materialstatus.Skickad && HarAttPacka;

    public bool KanAnnulleras => Status == Materialstatus.Mottagen;

    /// <summary>All of it is struck: nothing ever left.</summary>
    public bool ArStruken => _rader.TrueForAll(r => r.Struket == r.Antal);

    /// <summary>The line that waits for stock and may be struck; null when there is none such.</summary>
    public Materialrad? Vantande(long radId) => Status == Materialstatus.Annullerad ? null : _rader.Find(r => r.Id == radId && r.Rest > 0);

    /// <exception cref="InvalidOperationException">It is not <see cref="KanPackas"/>.</exception>
    public void Packa(DateTime tid)
    {
        Krav(KanPackas);
        (Status, Packad) = (Materialstatus.Packad, tid);
        _rader.ForEach(r => r.Packa());
    }

    /// <exception cref="InvalidOperationException">It is not <see cref="KanSkickas"/>.</exception>
    public void Skicka(DateTime tid)
    {
        Krav(KanSkickas);
        (Status, Skickad) = (Materialstatus.Skickad, tid);
        _rader.ForEach(r => r.Skicka());
    }

    /// <summary>Packs and sends what has come in since the first parcel.</summary>
    /// <exception cref="InvalidOperationException">It is not <see cref="KanSkickaRest"/>.</exception>
    public void SkickaRest(DateTime tid)
    {
        Krav(KanSkickaRest);
        RestSkickad = tid;
        _rader.ForEach(r =>
        {
            r.Packa();
            r.Skicka();
        });
    }

    /// <summary>The caller puts back in stock what the lines gave.</summary>
    /// <returns>How many of each article are free again.</returns>
    /// <exception cref="InvalidOperationException">It is not <see cref="KanAnnulleras"/>.</exception>
    public IReadOnlyList<(long ArtikelId, int Antal)> Annullera(DateTime tid)
    {
        Krav(KanAnnulleras);
        (Status, Annullerad) = (Materialstatus.Annullerad, tid);
        return [.. _rader.Select(r => (r.MaterialartikelId, r.Slapp()))];
    }

    /// <summary>What waits of the line never comes: it is taken off the order. An order that has nothing else ends with it.</summary>
    /// <returns>How many were struck.</returns>
    /// <exception cref="InvalidOperationException">It is not <see cref="Vantande"/>.</exception>
    public int Stryk(Materialrad rad, DateTime tid)
    {
        Krav(Vantande(rad.Id) == rad);
        var antal = rad.Stryk();
        if (ArStruken)
            (Status, Annullerad) = (Materialstatus.Annullerad, tid);
        return antal;
    }

    /// <summary>Gives a waiting line some of what has come in; the caller takes it from stock.</summary>
    /// <exception cref="InvalidOperationException">The line does not wait for so many.</exception>
    internal void Tilldela(Materialrad rad, int antal)
    {
        Krav(HarRest && antal > 0 && antal <= rad.Rest);
        rad.Reservera(antal);
    }

    private static void Krav(bool uppfyllt)
    {
        if (!uppfyllt)
            throw new InvalidOperationException("The order's state does not allow it.");
    }
}

/// <summary>So many of an article. Ordered ≥ reserved ≥ packed ≥ sent: what is ordered, and neither reserved nor struck, is back-ordered (restnoterat).</summary>
public sealed class Materialrad : ISkolagd
{
    public const int MaxBenamning = Materialartikel.MaxNamn + Materialartikel.MaxUtgava + 40;

    private Materialrad()
    {
    }

    /// <param name="benamning">What the article was called when it was ordered.</param>
    /// <param name="reserverat">How many the stock gave at once, at most <paramref name="antal"/>.</param>
    public Materialrad(long skolaId, long artikelId, string benamning, int antal, int reserverat)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(antal);
        ArgumentOutOfRangeException.ThrowIfNegative(reserverat);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reserverat, antal);
        (SkolaId, MaterialartikelId, Benamning, Antal, Reserverat) = (skolaId, artikelId, benamning, antal, reserverat);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long MaterialbestallningId { get; private set; }

    public long MaterialartikelId { get; private set; }

    public string Benamning { get; private set; } = "";

    public int Antal { get; private set; }

    /// <summary>Taken from stock for this line, sent or not.</summary>
    public int Reserverat { get; private set; }

    public int Packat { get; private set; }

    public int Skickat { get; private set; }

    /// <summary>Taken off the order by blankettservice: it never comes.</summary>
    public int Struket { get; private set; }

    /// <summary>Back-ordered: waits for stock.</summary>
    public int Rest => Antal - Reserverat - Struket;

    /// <summary>As the log tells what was ordered.</summary>
    public string Radtext => $"{Benamning}: {Antal} st{(Rest > 0 ? $", varav {Rest} restnoterade" : "")}";

    public int AttPacka => Reserverat - Packat;

    internal void Reservera(int antal) => Reserverat += antal;

    internal void Packa() => Packat = Reserverat;

    internal void Skicka() => Skickat = Packat;

    internal int Stryk()
    {
        var antal = Rest;
        Struket += antal;
        return antal;
    }

    internal int Slapp()
    {
        var antal = Reserverat;
        Reserverat = 0;
        return antal;
    }
}

/// <summary>The states as people read them.</summary>
public static class Materialstatustext
{
    public static string Text(this Materialstatus status) => status switch
    {
        Materialstatus.Mottagen => "Mottagen",
        Materialstatus.Packad => "Packad",
        Materialstatus.Skickad => "Skickad",
        Materialstatus.Annullerad => "Annullerad",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
