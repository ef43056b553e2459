using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Konton;

/// <summary>How far a half-yearly attestation has come.</summary>
public enum Attesteringsstatus
{
    Oppen,

    /// <summary>Every behörighet is confirmed or taken away.</summary>
    Bekraftad,

    /// <summary>What was not confirmed has lapsed.</summary>
    Forfallen,
}

/// <summary>
/// A school's half-yearly round: its administrators confirm each user's behörigheter. After two reminders what is not confirmed lapses, but never
/// on or within two weeks before a reporting deadline (issue 3; the dates are ours [V]).
/// </summary>
public sealed class Attestering : ISkolagd, IVersionerad
{
    /// <summary>Days from the opening to the first reminder and the second. The lapse is <see cref="Fristregler"/>'s.</summary>
    public const int ForstaPaminnelseEfter = 14;

    public const int AndraPaminnelseEfter = 28;

    /// <summary>Nothing lapses on a reporting deadline or so many days before it.</summary>
    public const int DagarForeFrist = 14;

    /// <summary>Whatever delayed the reminders, this long passes from the second to the lapse.</summary>
    private const int MinstEfterAndra = 14;

    private Attestering()
    {
    }

    public Attestering(long skolaId, DateOnly start, DateOnly oppnad)
    {
        SkolaId = skolaId;
        Start = start;
        Oppnad = oppnad;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public int Version { get; private set; }

    /// <summary>The half-year's date that called for it.</summary>
    public DateOnly Start { get; private set; }

    /// <summary>The day the round opened; behörigheter given or confirmed on it or later are confirmed.</summary>
    public DateOnly Oppnad { get; private set; }

    public DateOnly? ForstaPaminnelse { get; private set; }

    public DateOnly? AndraPaminnelse { get; private set; }

    public Attesteringsstatus Status { get; private set; }

    /// <summary>The day it was confirmed in full or what was left lapsed; null while open.</summary>
    public DateOnly? Klar { get; private set; }

    /// <summary>The dates that call for a round: 1 March and 1 October [V].</summary>
    public static DateOnly SenasteStart(DateOnly idag) =>
        idag >= new DateOnly(idag.Year, 10, 1) ? new DateOnly(idag.Year, 10, 1)
        : idag >= new DateOnly(idag.Year, 3, 1) ? new DateOnly(idag.Year, 3, 1)
        : new DateOnly(idag.Year - 1, 10, 1);

    /// <summary>The next date that calls for a round, after the day.</summary>
    public static DateOnly NastaStart(DateOnly idag) => SenasteStart(idag) is { Month: 10 } host ? new DateOnly(host.Year + 1, 3, 1) : new DateOnly(idag.Year, 10, 1);

    /// <summary>May behörigheter lapse on this day?</summary>
    public static bool FarForfalla(DateOnly dag) => Rapporteringsfrister.Nasta(dag).DayNumber - dag.DayNumber > DagarForeFrist;

    /// <summary>
    /// The day on which what is not confirmed lapses, if the reminders go as they should: by the rule of <see cref="Fristslag.Attestering"/>, and two weeks after the second
    /// reminder, moved on past every deadline's two weeks.
    /// </summary>
    public DateOnly Forfallodag
    {
        get
        {
            var dag = TidigastForfall(Oppnad);
            var efterAndra = (AndraPaminnelse ?? Oppnad.AddDays(AndraPaminnelseEfter)).AddDays(MinstEfterAndra);
            for (dag = efterAndra > dag ? efterAndra : dag; !FarForfalla(dag);)
                dag = dag.AddDays(1);
            return dag;
        }
    }

    /// <summary>The earliest day on which anything of a round that opened on a day lapses: the rule's last day.</summary>
    public static DateOnly TidigastForfall(DateOnly oppnad) => Fristregler.For(Fristslag.Attestering, oppnad).Tid.Fran(oppnad);

    /// <summary>What is due: 1 or 2 for a reminder, 3 for the lapse, 0 for nothing.</summary>
    public int Forfallet(DateOnly idag) =>
        Status != Attesteringsstatus.Oppen ? 0
        : ForstaPaminnelse is null ? idag >= Oppnad.AddDays(ForstaPaminnelseEfter) ? 1 : 0
        : AndraPaminnelse is null ? idag >= Max(Oppnad.AddDays(AndraPaminnelseEfter), ForstaPaminnelse.Value.AddDays(AndraPaminnelseEfter - ForstaPaminnelseEfter)) ? 2 : 0
        : idag >= Forfallodag && FarForfalla(idag) ? 3 : 0;

    internal void Paminn(DateOnly idag)
    {
        if (ForstaPaminnelse is null)
            ForstaPaminnelse = idag;
        else
            AndraPaminnelse ??= idag;
    }

    internal void Avsluta(Attesteringsstatus status, DateOnly idag)
    {
        Status = status;
        Klar = idag;
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
