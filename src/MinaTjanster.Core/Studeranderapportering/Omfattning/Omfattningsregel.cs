using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Studeranderapportering.Omfattning;

/// <summary>How a school states scope.</summary>
public enum Omfattningsmatt
{
    /// <summary>Every student studies full time; nothing is stated.</summary>
    AlltidHeltid,

    /// <summary>Whole percent of full time.</summary>
    Procent,

    /// <summary>Points, over a number of weeks.</summary>
    Poang,
}

/// <summary>One row of the table: how scope is stated in a skolform.</summary>
/// <param name="Skolform">The kind of school.</param>
/// <param name="Matt">How scope is stated.</param>
/// <param name="HeltidPerVecka">Full time in tenths of points a week; null when the measure is not points.</param>
public sealed record Omfattningsgrund(Skolform Skolform, Omfattningsmatt Matt, int? HeltidPerVecka = null);

/// <summary>Scope per skolform (domain.md section 6, Scope): a table, and the arithmetic that is the same for all.</summary>
/// <remarks>
/// The levels are shares of full time, so that 15–19 points a week in komvux are 75 percent, 10–14 are 50, and less gives no
/// studiemedel; of a högskola's 1.5 hp likewise 1.125 and 0.75, and of a yrkeshögskola's 5 points 3.75 and 2.5 [V]. Points between
/// (14.9) belong to the lower level.
/// </remarks>
public static class Omfattningsregel
{
    /// <summary>Every skolform once.</summary>
    public static IReadOnlyList<Omfattningsgrund> Grunder { get; } =
    [
        new(Skolform.Gymnasieskola, Omfattningsmatt.AlltidHeltid),
        new(Skolform.Komvux, Omfattningsmatt.Poang, HeltidPerVecka: 200),
        new(Skolform.Folkhogskola, Omfattningsmatt.Procent),
        new(Skolform.Yrkeshogskola, Omfattningsmatt.Poang, HeltidPerVecka: 50),
        new(Skolform.Hogskola, Omfattningsmatt.Poang, HeltidPerVecka: 15),
        new(Skolform.KonstOchKultur, Omfattningsmatt.Procent),
        new(Skolform.AnnanEftergymnasial, Omfattningsmatt.Procent),
    ];

    public static Omfattningsgrund For(Skolform skolform) => Grunder.First(g => g.Skolform == skolform);

    /// <summary>The scope of points over a number of weeks.</summary>
    /// <param name="skolform">A skolform whose scope is stated in points: komvux, yrkeshögskola or högskola.</param>
    /// <param name="poangtiondelar">Points in tenths, 0 or more.</param>
    /// <param name="veckor">Study weeks, at least 1; of a period see <see cref="Studietider.Studieveckor"/>.</param>
    /// <exception cref="ArgumentException">The skolform does not state points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is lower than that.</exception>
    public static Studieomfattning FranPoang(Skolform skolform, int poangtiondelar, int veckor) =>
        For(skolform).HeltidPerVecka is { } heltid
            ? Studieomfattning.FranPoang(poangtiondelar, veckor, heltid)
            : throw new ArgumentException("The skolform does not state scope in points.", nameof(skolform));
}
