using System.Linq.Expressions;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolkrapportering.Anteckningar;

/// <summary>What a handläggare saves of a case that is not finished.</summary>
/// <param name="Text">Own words, for CSN only.</param>
/// <param name="Komplettering">A half-written request to the school.</param>
/// <param name="Motivering">A half-written reason.</param>
/// <param name="Kontrollerat">Codes of the checks (<see cref="Kontrollrad.Kod"/>) that have been looked at in the files.</param>
public sealed record Anteckningsinnehall(string? Text, string? Komplettering, string? Motivering, IReadOnlyList<string> Kontrollerat)
{
    public static Anteckningsinnehall Tomt { get; } = new(null, null, null, []);
}

/// <summary>
/// The case's working notes: one for each case, whoever has it, so that they follow it when it is handed over. Never decided by, never shown to the school,
/// and removed with nothing: the history tells of decisions, the notes of the way there.
/// </summary>
public sealed class Arendeanteckning : ISkolagd, IVersionerad
{
    public const int MaxText = 2000;
    public const int MaxKontrollerat = 200;

    private Arendeanteckning()
    {
    }

    internal Arendeanteckning(Arende arende)
    {
        SkolaId = arende.SkolaId;
        ArendeId = arende.Id;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long ArendeId { get; private set; }

    public string? Text { get; private set; }

    public string? Komplettering { get; private set; }

    public string? Motivering { get; private set; }

    /// <summary>Codes of checks, with a comma between.</summary>
    public string Kontrollerat { get; private set; } = "";

    /// <summary>What the checks were ticked for: another underlag, or another report, has to be looked at anew.</summary>
    public string Laget { get; private set; } = "";

    public long KontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Sparad { get; private set; }

    public int Version { get; private set; }

    /// <summary>Is anything noted? What has been emptied, or sent, leaves a row without words.</summary>
    public static Expression<Func<Arendeanteckning, bool>> HarInnehall { get; } = a => a.Text != null || a.Komplettering != null || a.Motivering != null || a.Kontrollerat != "";

    /// <summary>As it was saved.</summary>
    public Anteckningsinnehall Innehall => new(Text, Komplettering, Motivering, Kontrollerat.Split(',', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As it holds for the case as it stands: checks of an earlier underlag are not ticked.</summary>
    public Anteckningsinnehall For(Arende arende) => Laget == Lage(arende) ? Innehall : Innehall with { Kontrollerat = [] };

    internal void Spara(Anteckningsinnehall innehall, Arende arende, long kontoId, DateTime tid)
    {
        (Text, Komplettering, Motivering) = (innehall.Text, innehall.Komplettering, innehall.Motivering);
        Kontrollerat = string.Join(',', innehall.Kontrollerat);
        Laget = Lage(arende);
        (KontoId, Sparad) = (kontoId, tid);
    }

    private static string Lage(Arende arende) => $"{arende.AntalAnkomster}.{arende.RapportAndrad:yyyyMMddHHmmss}";
}
