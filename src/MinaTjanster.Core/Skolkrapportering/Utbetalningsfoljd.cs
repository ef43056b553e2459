using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// What a report leads to for the coming payments: decided here alone, for proposals, check pages and receipts alike (ADR 0054). While the absence goes on, payment is
/// stopped. With a last day the stop holds for the absence only: what is not yet paid of its half months is not paid, and payments go on (domain.md section 5, Last day).
/// </summary>
/// <param name="Stopp">The first payment that a report of its day can stop.</param>
/// <param name="ForstaDag">First skolk day, inclusive.</param>
/// <param name="SistaDag">Last skolk day, inclusive; null while the absence goes on.</param>
/// <param name="Uteblir">With a last day: the half months that hold the absence and are not yet paid, in order. Empty while it goes on, when all that is to come is stopped.</param>
/// <param name="ArBetalt">Whether aid for some of the absence counts as paid, and so may have to be paid back.</param>
/// <param name="ArLarling">Lärlingsersättning is stopped with the studiehjälp.</param>
public sealed record Utbetalningsfoljd(Stopp Stopp, DateOnly ForstaDag, DateOnly? SistaDag, IReadOnlyList<Halvmanadsperiod> Uteblir, bool ArBetalt, bool ArLarling)
{
    /// <summary>Within the days on which the student can have had studiebidrag, as <see cref="Uppskattning.Berakna(DateOnly, DateOnly?, Skolklage)"/> reckons.</summary>
    /// <param name="sistaDag">Not before the first; null while the absence goes on.</param>
    /// <param name="lage">Its day is the report's.</param>
    public static Utbetalningsfoljd For(DateOnly forstaDag, DateOnly? sistaDag, Skolklage lage) =>
        For(forstaDag, sistaDag, lage.Rapportdag, lage.Studieperioder.Any(p => p.Larling && p.Innehaller(forstaDag)), Uppskattning.Bidragstid(forstaDag, sistaDag, lage));

    /// <summary>The same for a student who can have had studiebidrag all the time.</summary>
    /// <param name="sistaDag">Not before the first; null while the absence goes on.</param>
    /// <param name="rapportdag">The Swedish day of the report.</param>
    public static Utbetalningsfoljd For(DateOnly forstaDag, DateOnly? sistaDag, DateOnly rapportdag, bool larling) =>
        For(forstaDag, sistaDag, rapportdag, larling, (forstaDag, sistaDag ?? DateOnly.MaxValue));

    private static Utbetalningsfoljd For(DateOnly forstaDag, DateOnly? sistaDag, DateOnly rapportdag, bool larling, (DateOnly Fran, DateOnly Till) bidrag)
    {
        var betaldTill = Uppskattning.SistaBetaldaDag(rapportdag);
        var obetaldFran = betaldTill.AddDays(1);
        return new(
            Utbetalningskalender.FoljandeStopp(rapportdag),
            forstaDag,
            sistaDag,
            sistaDag is null ? [] : Halvmanadsperiod.Alla(bidrag.Fran > obetaldFran ? bidrag.Fran : obetaldFran, bidrag.Till),
            Halvmanadsperiod.Alla(bidrag.Fran, bidrag.Till < betaldTill ? bidrag.Till : betaldTill).Count > 0,
            larling);
    }

    /// <summary>Is anything to come not paid? Then there is a last day to report by.</summary>
    public bool Stoppar => SistaDag is null || Uteblir.Count > 0;

    /// <summary>november; 1–15 november 2026 when the student is back.</summary>
    public string Stoppat => SistaDag is null ? SvenskText.Manad(Stopp.SistaStoppdag) : SvenskText.Period(Uteblir[0].ForstaDag, Uteblir[^1].SistaDag);

    /// <summary>In few words and without a full stop, for a table.</summary>
    public string Kort =>
        SistaDag is null ? $"Utbetalningen {Stopp.Utbetalningsdag:yyyy-MM-dd} stoppas"
        : Stoppar ? $"{SvenskText.Versal(Stodet)} för {Stoppat} betalas inte ut, sedan fortsätter utbetalningarna"
        : ArBetalt ? "Utbetalningarna fortsätter, men det som redan är utbetalt kan dras av"
        : "Utbetalningarna fortsätter";

    /// <summary>Before it is sent: what happens and, where it matters, by when to send it.</summary>
    public string Mening
    {
        get
        {
            var senast = $"Skickar du rapporten senast {SvenskText.Datum(Stopp.SistaStoppdag)} kl. 23.59";
            var helg = Fristregler.Helgnotis(Fristslag.Stoppdag, Stopp.SistaStoppdag) is { } notis ? $" {notis}" : "";
            return SistaDag is null ? $"{senast} stoppas {Stodet} för {Stoppat}, som annars betalas ut {SvenskText.Datum(Stopp.Utbetalningsdag)}.{helg}"
                : Stoppar ? $"{senast} betalas {Stodet} för {Stoppat} inte ut.{helg} {Fortsattning("Sedan fortsätter utbetalningarna")}"
                : Fortsattning("Utbetalningarna fortsätter");
        }
    }

    /// <summary>The same once it is sent.</summary>
    public string SkickadMening => (SistaDag, Stoppar) switch
    {
        (null, _) => $"{SvenskText.Versal(Stodet)} för {Stoppat}, som skulle ha betalats ut {SvenskText.Datum(Stopp.Utbetalningsdag)}, stoppas.",
        (_, true) => $"{SvenskText.Versal(Stodet)} för {Stoppat} betalas inte ut. {Fortsattning("Sedan fortsätter utbetalningarna")}",
        _ => Fortsattning("Utbetalningarna fortsätter"),
    };

    private string Stodet => ArLarling ? "studiehjälpen och lärlingsersättningen" : "studiehjälpen";

    private string Fortsattning(string borjan) =>
        $"{borjan}, eftersom den studerande är tillbaka: CSN:s beslut om stopp gäller bara tiden till och med {SvenskText.Datum(SistaDag!.Value)}."
        + (ArBetalt ? $" Det som redan är utbetalt för {SvenskText.Period(ForstaDag, SistaDag.Value)} kan dras av från dem eller behöva betalas tillbaka." : "");
}
