using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studietider.Inlasningar;

/// <summary>What a file holds.</summary>
public enum Inlasningsslag
{
    Utbildningar,
    Studietider,
}

/// <summary>What became of a row.</summary>
public enum Inlasningstillstand
{
    /// <summary>Taken in, and not yet judged.</summary>
    Vantar,

    Inlast,

    /// <summary>The portal had it already, just so.</summary>
    Oforandrad,

    /// <summary>Stopped: it waits to be corrected.</summary>
    Nekad,

    /// <summary>Taken off the list by the school.</summary>
    Borttagen,
}

/// <summary>
/// A file of utbildningar or studietider. Its rows are stored before any of them is judged, and are judged one by one: what is read in is found again as unchanged, so that going on
/// after an interruption does nothing twice.
/// </summary>
public sealed class Inlasning : ISkolagd
{
    public const int MaxVarningar = 4_000;

    private readonly List<Inlasningsrad> _rader = [];

    private Inlasning()
    {
    }

    /// <param name="filnamn">Cleaned by <see cref="Dokumentlagring.Filnamn.Rensa"/>.</param>
    /// <param name="varningar">Sentences about the whole file.</param>
    /// <param name="tid">UTC.</param>
    public Inlasning(long skolaId, Inlasningsslag slag, string filnamn, long kontoId, DateTime tid, IEnumerable<string> varningar, IEnumerable<Inlasningsrad> rader)
    {
        SkolaId = skolaId;
        Slag = slag;
        Filnamn = filnamn;
        KontoId = kontoId;
        Tid = tid;
        var text = string.Join('\n', varningar);
        Varningar = text.Length > MaxVarningar ? text[..MaxVarningar] : text;
        _rader.AddRange(rader);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public Inlasningsslag Slag { get; private set; }

    public string Filnamn { get; private set; } = "";

    public long KontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Tid { get; private set; }

    /// <summary>One sentence a line.</summary>
    public string Varningar { get; private set; } = "";

    public IReadOnlyList<Inlasningsrad> Rader => _rader;
}

/// <summary>A row of the file, as it was written or as it has been corrected since.</summary>
public sealed class Inlasningsrad : ISkolagd, IVersionerad
{
    public const int MaxVarden = 8_000;

    public const int MaxFel = 4_000;

    private Inlasningsrad()
    {
    }

    /// <param name="radnummer">The line in the file, from 1.</param>
    /// <param name="varden">By the columns of the format.</param>
    /// <param name="fel">Why the reader could not use the row; null when it could.</param>
    public Inlasningsrad(long skolaId, long radnummer, IReadOnlyList<string> varden, Refusal? fel)
    {
        SkolaId = skolaId;
        Radnummer = radnummer;
        Satt(varden);
        if (fel is not null)
            Avgor(Inlasningstillstand.Nekad, [new(fel.Code, null, fel.Sentence)]);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long InlasningId { get; private set; }

    public long Radnummer { get; private set; }

    /// <summary>As typed, tabs between.</summary>
    public string Varden { get; private set; } = "";

    public Inlasningstillstand Tillstand { get; private set; }

    /// <summary>Code, column and sentence, tabs between, one fault a line.</summary>
    public string Fel { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<Inlasningsfel> Felen => Fel.Length == 0 ? [] : [.. Fel.Split('\n').Select(rad => rad.Split('\t')).Select(d => new Inlasningsfel(d[0], d[1].Length == 0 ? null : d[1], d[2]))];

    /// <param name="antal">How many columns the format has.</param>
    public IReadOnlyList<string> Falt(int antal) => Filrapportering.Radtext.Fran(Varden, antal);

    internal void Satt(IReadOnlyList<string> varden) => Varden = Filrapportering.Radtext.Till(varden, MaxVarden);

    internal void Avgor(Inlasningstillstand tillstand, IReadOnlyList<Inlasningsfel> fel)
    {
        Tillstand = tillstand;
        Fel = "";
        foreach (var ett in fel)
        {
            var rad = $"{ett.Kod}\t{ett.Kolumn}\t{ett.Mening.ReplaceLineEndings(" ").Replace('\t', ' ')}";
            if (Fel.Length + 1 + rad.Length <= MaxFel)
                Fel = Fel.Length == 0 ? rad : $"{Fel}\n{rad}";
        }
    }
}

/// <summary>One fault of a row. The code stands in <see cref="Filrapportering.Felkatalog"/>.</summary>
/// <param name="Kolumn">Null when it concerns the whole row.</param>
public sealed record Inlasningsfel(string Kod, string? Kolumn, string Mening);
