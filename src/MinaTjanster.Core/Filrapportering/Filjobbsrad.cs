using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>What a kept row waits for.</summary>
public enum Filradstillstand
{
    /// <summary>Refused, and not yet corrected.</summary>
    Kvar,

    /// <summary>Corrected on the page, or by a later file.</summary>
    Rattad,

    /// <summary>The school has taken it away from the list.</summary>
    Borttagen,

    /// <summary>Refused once more in a later file: it waits there, and in one place only.</summary>
    Ersatt,

    /// <summary>Stored, with a warning that nobody has answered.</summary>
    Varnad,

    /// <summary>Stored, and the warning answered.</summary>
    Besvarad,

    /// <summary>Accepted in a test that goes on: what a later row of the same student follows upon. Gone when the test is done.</summary>
    Provad,
}

/// <summary>A row of a file that somebody has to look at: as it was written, with what is wrong.</summary>
public sealed class Filjobbsrad : ISkolagd
{
    public const int MaxVarden = 16_000;

    private readonly List<Filradsfel> _fel = [];

    private Filjobbsrad()
    {
    }

    /// <param name="varden">By the columns of <see cref="Filformat.Kolumner"/>.</param>
    /// <param name="personnummer">As read; null when it could not be.</param>
    public Filjobbsrad(long skolaId, long filjobbId, long radnummer, IReadOnlyList<string> varden, Personnummer? personnummer, string? handelsekod, Personskydd skydd, Filradstillstand tillstand)
    {
        SkolaId = skolaId;
        FiljobbId = filjobbId;
        Radnummer = radnummer;
        Varden = Filformat.TillText(varden, MaxVarden);
        Personnummer = personnummer;
        Handelsekod = handelsekod;
        Skydd = skydd;
        Tillstand = tillstand;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long FiljobbId { get; private set; }

    /// <summary>The line in the file, from 1.</summary>
    public long Radnummer { get; private set; }

    /// <summary>As typed, tabs between.</summary>
    public string Varden { get; private set; } = "";

    public Personnummer? Personnummer { get; private set; }

    public string? Handelsekod { get; private set; }

    public Personskydd Skydd { get; private set; }

    public Filradstillstand Tillstand { get; private set; }

    /// <summary>What the row became; null when it is refused or a test's.</summary>
    public long? HandelseId { get; private set; }

    public IReadOnlyList<Filradsfel> Fel => _fel;

    public IReadOnlyList<string> Falt => Filformat.FranText(Varden);

    internal void Blev(long? handelseId) => HandelseId = handelseId;

    /// <summary>The explanation stands in the row as if it had come in the file.</summary>
    internal void Besvara(string forklaring)
    {
        var varden = Falt.ToList();
        varden[Filformat.Plats(Filformat.Forklaring)] = forklaring;
        Varden = Filformat.TillText(varden, MaxVarden);
        Tillstand = Filradstillstand.Besvarad;
    }

    internal void LaggTill(Filradsfel fel) => _fel.Add(fel);
}

/// <summary>Whether a row was stopped.</summary>
public enum Filfelslag
{
    Fel,
    Varning,
}

/// <summary>One thing about a row. The sentence says what is wrong and what to do; the code stands in <see cref="Felkatalog"/>.</summary>
public sealed class Filradsfel : ISkolagd
{
    public const int MaxMening = 600;

    private Filradsfel()
    {
    }

    public Filradsfel(long skolaId, Filfelslag slag, string? falt, string kod, string mening)
    {
        SkolaId = skolaId;
        Slag = slag;
        Falt = falt;
        Kod = kod;
        Mening = mening.Length > MaxMening ? mening[..MaxMening] : mening;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long FiljobbsradId { get; private set; }

    public Filfelslag Slag { get; private set; }

    /// <summary>The column; null when it concerns the whole row.</summary>
    public string? Falt { get; private set; }

    public string Kod { get; private set; } = "";

    public string Mening { get; private set; } = "";
}
