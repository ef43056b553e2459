using System.Globalization;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Studietider.Omgangar;

public enum Omgangsstatus
{
    Galler,

    /// <summary>Called off: no duty, no reminder.</summary>
    Installd,
}

/// <summary>The facts of a round as accepted.</summary>
/// <param name="Lasar">The year in which the läsår starts, whose studietider are to be reported.</param>
/// <param name="Oppnar">First day, inclusive.</param>
/// <param name="SistaDag">Last day to report, inclusive.</param>
public sealed record Omgangsuppgift(int Lasar, IReadOnlyList<Skolform> Skolformer, DateOnly Oppnar, DateOnly SistaDag, IReadOnlyList<DateOnly> Paminnelser);

/// <summary>A dated round that CSN sets up (domain.md section 7): which schools are to report the studietider of a läsår, by when, and when they are reminded. CSN's, read by all.</summary>
public sealed class Rapporteringsomgang : IVersionerad
{
    private const char Skiljare = ',';

    private readonly List<Omgangspaminnelse> _paminnelser = [];

    private Rapporteringsomgang()
    {
    }

    /// <param name="uppgift">Accepted by <see cref="Omgangsregel"/>.</param>
    public Rapporteringsomgang(Omgangsuppgift uppgift, long kontoId, DateTime skapad)
    {
        (SkapadAvKontoId, Skapad) = (kontoId, skapad);
        Satt(uppgift);
    }

    public long Id { get; private set; }

    /// <summary>The year in which the läsår starts.</summary>
    public int Lasar { get; private set; }

    /// <summary>The names of the school forms, a comma before, between and after: searched by <see cref="Monster"/>.</summary>
    public string Skolformstext { get; private set; } = "";

    public DateOnly Oppnar { get; private set; }

    public DateOnly SistaDag { get; private set; }

    public Omgangsstatus Status { get; private set; }

    public long SkapadAvKontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Omgangspaminnelse> Paminnelser => _paminnelser;

    public IReadOnlyList<Skolform> Skolformer => [.. Skolformstext.Split(Skiljare, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Skolform>)];

    public Lasar Lasaret => new(Lasar);

    public Omgangsuppgift Uppgift => new(Lasar, Skolformer, Oppnar, SistaDag, [.. _paminnelser.Select(p => p.Dag).Order()]);

    /// <summary>Schools see the duty that day.</summary>
    public bool ArOppen(DateOnly idag) => Status == Omgangsstatus.Galler && Oppnar <= idag;

    /// <summary>What the text of a round for this school form holds.</summary>
    public static string Monster(Skolform skolform) => $"{Skiljare}{skolform}{Skiljare}";

    /// <summary>The same round with other facts: reminders that have gone out stay, others become those given.</summary>
    /// <param name="uppgift">Accepted by <see cref="Omgangsregel"/>.</param>
    /// <exception cref="InvalidOperationException">It is called off.</exception>
    public void Andra(Omgangsuppgift uppgift)
    {
        KravGaller();
        Satt(uppgift);
    }

    /// <exception cref="InvalidOperationException">It is called off already.</exception>
    public void StallIn()
    {
        KravGaller();
        Status = Omgangsstatus.Installd;
        // Kept, since some schools may have got it already.
        foreach (var vantar in _paminnelser.Where(p => p.Status == Paminnelsestatus.Vantar))
            vantar.Klar(Paminnelsestatus.Overhoppad);
    }

    /// <summary>One more reminder, of this day.</summary>
    /// <exception cref="InvalidOperationException">It is called off, or has one of that day.</exception>
    public void Paminn(DateOnly dag)
    {
        KravGaller();
        if (_paminnelser.Exists(p => p.Dag == dag))
            throw new InvalidOperationException("One reminder a day.");

        _paminnelser.Add(new(dag));
    }

    /// <summary>The fields as a reader sees them.</summary>
    public static IReadOnlyList<(string Namn, string Varde)> Rader(Omgangsuppgift u) =>
    [
        ("Läsår", new Lasar(u.Lasar).ToString()),
        ("Skolformer", string.Join(", ", u.Skolformer.Select(s => s.Text()))),
        ("Öppnar", Dag(u.Oppnar)),
        ("Sista dag", Dag(u.SistaDag)),
        ("Påminnelser", u.Paminnelser.Count == 0 ? "inga" : string.Join(", ", u.Paminnelser.Select(Dag))),
    ];

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Satt(Omgangsuppgift uppgift)
    {
        (Lasar, Oppnar, SistaDag) = (uppgift.Lasar, uppgift.Oppnar, uppgift.SistaDag);
        Skolformstext = Skiljare + string.Concat(uppgift.Skolformer.Distinct().Order().Select(s => $"{s}{Skiljare}"));
        _paminnelser.RemoveAll(p => p.Status == Paminnelsestatus.Vantar && !uppgift.Paminnelser.Contains(p.Dag));
        _paminnelser.AddRange(uppgift.Paminnelser.Where(d => !_paminnelser.Exists(p => p.Dag == d)).Select(d => new Omgangspaminnelse(d)));
    }

    private void KravGaller()
    {
        if (Status != Omgangsstatus.Galler)
            throw new InvalidOperationException("The round is called off.");
    }
}

/// <summary>One row, which whoever sets up or changes a round writes before looking at the others, and so holds until the act is over.</summary>
public sealed class Omgangsgrind
{
    public const long Enda = 1;

    public long Id { get; private set; } = Enda;

    public long Passager { get; private set; }
}

public enum Paminnelsestatus
{
    Vantar,
    Skickad,

    /// <summary>Its day passed while the portal stood still, and a later one came before it went out; the time for it is over; or the round was called off.</summary>
    Overhoppad,
}

/// <summary>A day on which schools that have not reported are reminded.</summary>
public sealed class Omgangspaminnelse : IVersionerad
{
    private Omgangspaminnelse()
    {
    }

    public Omgangspaminnelse(DateOnly dag) => Dag = dag;

    public long Id { get; private set; }

    public long RapporteringsomgangId { get; private set; }

    public DateOnly Dag { get; private set; }

    public Paminnelsestatus Status { get; private set; }

    public int Version { get; private set; }

    public void Klar(Paminnelsestatus status) => Status = status;
}

/// <summary>That a school has got a reminder: saved with its mails, one row a school and reminder, so that none gets it twice however many copies of the portal send.</summary>
public sealed class Omgangsutskick : ISkolagd
{
    private Omgangsutskick()
    {
    }

    /// <param name="mottagare">How many it was mailed to; 0 where there is nobody.</param>
    public Omgangsutskick(long skolaId, long paminnelseId, int mottagare, DateTime tid) =>
        (SkolaId, OmgangspaminnelseId, Mottagare, Tid) = (skolaId, paminnelseId, mottagare, tid);

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long OmgangspaminnelseId { get; private set; }

    public int Mottagare { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Tid { get; private set; }
}
