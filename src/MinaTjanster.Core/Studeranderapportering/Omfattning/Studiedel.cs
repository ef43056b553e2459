using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Omfattning;

/// <summary>One course or education that a school reports for a student, as far as its time and scope go.</summary>
/// <param name="Skolform">The school's kind.</param>
/// <param name="Period">First and last day of study, both inclusive.</param>
public sealed record Studiedel(Skolform Skolform, Dagperiod Period)
{
    /// <summary>Points in tenths, 0 or more, where they are stated (see <see cref="Omfattningsregel"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public int? Poangtiondelar { get; init => field = Inom(value, 0, int.MaxValue); }

    /// <summary>Scope in whole percent, 1–100, where it is stated. Points go before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1–100.</exception>
    public int? Procent { get; init => field = Inom(value, 1, 100); }

    /// <summary>Study weeks, at least 1, when the school states them; otherwise they are counted from the period, except in högskola.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? Veckor { get; init => field = Inom(value, 1, int.MaxValue); }

    /// <summary>Breaks within the period: jullov, planerat uppehåll.</summary>
    public IReadOnlyList<Dagperiod> Uppehall { get; init; } = [];

    /// <summary>
    /// Percent of full time that another school has reported for this student at overlapping times, 1 or more; null when none has.
    /// It is all that may be known of that school here (domain.md section 6; issue 4: nothing about it is revealed).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? AnnanSkolasProcent { get; init => field = Inom(value, 1, int.MaxValue); }

    /// <summary>The scope, or null when it is not stated or cannot be worked out: points without weeks.</summary>
    public Studieomfattning? Omfattning => Omfattningsregel.For(Skolform) switch
    {
        { Matt: Omfattningsmatt.AlltidHeltid } => Studieomfattning.Heltid,
        { HeltidPerVecka: not null } when Poangtiondelar is { } poang =>
            (Veckor ?? Studieveckor.For(Skolform, Period, Uppehall)) is > 0 and var veckor ? Omfattningsregel.FranPoang(Skolform, poang, veckor) : null,
        _ => Procent is { } procent ? Studieomfattning.FranProcent(procent) : null,
    };

    /// <summary>
    /// The least that <see cref="Omfattning"/> can be read as, for warnings of too much: weeks that lack only days off are whole
    /// (<see cref="Studieveckor.AntalMedHelger(Dagperiod)"/>), so that 100 points over five weeks Monday–Friday is not too much.
    /// </summary>
    internal Studieomfattning? MinstaOmfattning =>
        Veckor is null && Skolform != Skolform.Hogskola && Poangtiondelar is not null && VeckorMedHelger is > 0 and var veckor
            ? (this with { Veckor = veckor }).Omfattning
            : Omfattning;

    internal int VeckorMedHelger => Studieveckor.AntalMedHelger(Period, Uppehall);

    private static int? Inom(int? varde, int minst, int hogst) =>
        varde is not { } tal || (tal >= minst && tal <= hogst) ? varde : throw new ArgumentOutOfRangeException(nameof(varde), tal, null);
}
