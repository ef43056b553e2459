using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>How a sending came.</summary>
public enum Sandningskanal
{
    Skarm,
    Fil,
    Ladok,
}

/// <summary>What was sent at once: one event, a bulk act, or a file's rows for one school. It has one receipt.</summary>
public sealed class Sandning : ISkolagd
{
    private Sandning()
    {
    }

    /// <param name="sandningsnyckel">One-time key: a second post of it finds this sending instead of making another (design decision 3).</param>
    /// <param name="kontoId">Who sent it.</param>
    /// <param name="skickad">UTC.</param>
    /// <param name="rapportdag">The Swedish day of <paramref name="skickad"/>.</param>
    public Sandning(long skolaId, string kvittensnummer, string sandningsnyckel, Sandningskanal kanal, long kontoId, DateTime skickad, DateOnly rapportdag)
    {
        SkolaId = skolaId;
        Kvittensnummer = kvittensnummer;
        Sandningsnyckel = sandningsnyckel;
        Kanal = kanal;
        SkickadAvKontoId = kontoId;
        Skickad = skickad;
        Rapportdag = rapportdag;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    /// <summary>SR-7K4M-29QX: what people see and say.</summary>
    public string Kvittensnummer { get; private set; } = "";

    public string Sandningsnyckel { get; private set; } = "";

    public Sandningskanal Kanal { get; private set; }

    public long SkickadAvKontoId { get; private set; }

    /// <summary>UTC; of a file, when it was uploaded (domain.md section 5, Stop date).</summary>
    public DateTime Skickad { get; private set; }

    /// <summary>The Swedish day of sending.</summary>
    public DateOnly Rapportdag { get; private set; }
}
