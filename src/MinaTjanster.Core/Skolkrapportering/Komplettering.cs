using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Why CSN asks for more. Stored by name; the words are <see cref="Kompletteringsorsaker.Text"/>.</summary>
public enum Kompletteringsorsak
{
    ForKortPeriod,
    ForstaDagenSaknas,
    TimmarStammerInte,
    UndervisningstidSaknas,
    Olasligt,
    FelStuderande,
    Annat,
}

/// <summary>What CSN asks the school for, with a due date of its own: 14 days (domain.md section 5).</summary>
public sealed class Komplettering : ISkolagd
{
    public const int MaxText = 1000;

    private readonly List<Sidmarkering> _markeringar = [];

    private Komplettering()
    {
    }

    /// <param name="svarSenast">Last day for the answer, inclusive.</param>
    public Komplettering(long skolaId, Kompletteringsorsak orsak, string text, long kontoId, DateTime tid, DateOnly svarSenast)
    {
        SkolaId = skolaId;
        Orsak = orsak;
        Text = text;
        BegardAvKontoId = kontoId;
        Begard = tid;
        SvarSenast = svarSenast;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long ArendeId { get; private set; }

    public Kompletteringsorsak Orsak { get; private set; }

    public string Text { get; private set; } = "";

    public long BegardAvKontoId { get; private set; }

    public DateTime Begard { get; private set; }

    public DateOnly SvarSenast { get; private set; }

    public DateTime? Besvarad { get; private set; }

    /// <summary>Set when CSN withdrew the question, or it fell because the report was taken back.</summary>
    public DateTime? Aterkallad { get; private set; }

    /// <summary>The pages it points at.</summary>
    public IReadOnlyList<Sidmarkering> Markeringar => _markeringar;

    /// <summary>Points at pages; once, when it is made.</summary>
    internal void Peka(IEnumerable<Sidmarkering> markeringar) => _markeringar.AddRange(markeringar);

    internal void Besvara(DateTime tid) => Besvarad = tid;

    internal void Aterkalla(DateTime tid) => Aterkallad = tid;
}

public static class Kompletteringsorsaker
{
    public static string Text(this Kompletteringsorsak orsak) => orsak switch
    {
        Kompletteringsorsak.ForKortPeriod => "Underlaget täcker för kort period",
        Kompletteringsorsak.ForstaDagenSaknas => "Första skolkdagen saknas eller har ingen ogiltig frånvaro",
        Kompletteringsorsak.TimmarStammerInte => "Timmarna stämmer inte med rapporten",
        Kompletteringsorsak.UndervisningstidSaknas => "Den totala undervisningstiden framgår inte",
        Kompletteringsorsak.Olasligt => "Underlaget går inte att läsa",
        Kompletteringsorsak.FelStuderande => "Underlaget gäller en annan studerande",
        Kompletteringsorsak.Annat => "Något annat, se meddelandet",
        _ => throw new ArgumentOutOfRangeException(nameof(orsak), orsak, null),
    };
}
