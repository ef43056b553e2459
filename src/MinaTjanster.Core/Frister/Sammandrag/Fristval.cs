namespace MinaTjanster.Core.Frister.Sammandrag;

/// <summary>How often a person is mailed about duties. Stored by name.</summary>
public enum Sammandragstakt
{
    /// <summary>Never: chosen, not what one has who has not chosen.</summary>
    Inget,

    /// <summary>As soon as something new comes, from the morning on.</summary>
    Genast,

    /// <summary>Each morning when there is something.</summary>
    Dagligen,

    /// <summary>On Monday mornings, when there is something.</summary>
    Veckovis,

    /// <summary>Once a month, when last month's absence is to be read off, and of nothing else; as for those who have not chosen.</summary>
    Manadsvis,
}

public static class Sammandragstakter
{
    /// <summary>What applies to those who have not chosen.</summary>
    public const Sammandragstakt Ovald = Sammandragstakt.Manadsvis;

    public static string Text(this Sammandragstakt takt) => takt switch
    {
        Sammandragstakt.Inget => "Inga mejl",
        Sammandragstakt.Genast => "Så snart något nytt kommer, eller blir försenat",
        Sammandragstakt.Dagligen => "Varje morgon när något väntar",
        Sammandragstakt.Veckovis => "På måndagar när något väntar",
        Sammandragstakt.Manadsvis => "Bara mitt i månaden, när frånvaron ska läsas av",
        _ => throw new ArgumentOutOfRangeException(nameof(takt), takt, null),
    };
}

/// <summary>What a person has chosen; no row is <see cref="Sammandragstakter.Ovald"/>. The person's own, whatever the school.</summary>
public sealed class Fristval
{
    private Fristval()
    {
    }

    public Fristval(long kontoId, Sammandragstakt takt) => (KontoId, Takt) = (kontoId, takt);

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    public Sammandragstakt Takt { get; private set; }

    internal void Valj(Sammandragstakt takt) => Takt = takt;
}

/// <summary>
/// What a person has been mailed on a day: saved with the mail, one row a person and day, so that nobody gets two of the same however many copies of the portal send. The day is
/// done with, but for those who are told at once: what comes later is added to the row.
/// </summary>
public sealed class Fristmejl
{
    private Fristmejl()
    {
    }

    /// <param name="antal">Duties in the day's mails; 0 where there was nothing to tell, and no mail.</param>
    public Fristmejl(long kontoId, DateOnly dag, int antal) => (KontoId, Dag, Antal) = (kontoId, dag, antal);

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    /// <summary>The Swedish day.</summary>
    public DateOnly Dag { get; private set; }

    public int Antal { get; private set; }

    internal void LaggTill(int antal) => Antal += antal;
}

/// <summary>That a person who is told of each thing once, at once or in mid-month, has been told of a duty.</summary>
public sealed class Fristnotis
{
    public const int MaxNyckel = 80;

    private Fristnotis()
    {
    }

    public Fristnotis(long kontoId, string nyckel, DateOnly dag) => (KontoId, Nyckel, Dag) = (kontoId, nyckel, dag);

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    /// <summary>The school, the duty, and whether it was late.</summary>
    public string Nyckel { get; private set; } = "";

    public DateOnly Dag { get; private set; }

    /// <summary>The key of a duty as it is: told once when it comes, and once more when it is late.</summary>
    public static string For(Plikt plikt) => $"{plikt.SkolaId}:{plikt.Nyckel}{(plikt.ArForsenad ? "!" : "")}";
}
