using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Start;

/// <summary>What the start page shows a reporter for the active school.</summary>
/// <param name="Rader">The most urgent of <paramref name="AntalVantande"/>.</param>
/// <param name="NastaSvar">Last day of the most urgent complement, inclusive.</param>
/// <param name="NastaUnderlag">Last day of the most urgent missing underlag, inclusive; may have passed.</param>
public sealed record StartModell(
    string Skolnamn,
    DateOnly Idag,
    IReadOnlyList<AttGoraRad> Rader,
    int AntalVantande,
    int AntalKompletteringar,
    DateOnly? NastaSvar,
    int AntalUnderlagSaknas,
    int AntalForsenade,
    DateOnly? NastaUnderlag,
    IReadOnlyList<Utkastrad> Utkast,
    IReadOnlyList<Behorighetsuppgift> Behorigheter,
    IReadOnlyList<Skolhandelse> Handelser)
{
    /// <summary>The line under the heading: the date, and by when a report stops the coming payment.</summary>
    public Stopp Stopp { get; } = Utbetalningskalender.FoljandeStopp(Idag);

    public bool SistaStoppdagIdag => Stopp.SistaStoppdag == Idag;

    public int DagarTillStopp => Stopp.SistaStoppdag.DayNumber - Idag.DayNumber;

    public string StoppManad => SvenskText.Manad(Stopp.SistaStoppdag);
}

/// <summary>The start page of those who do not report at the active school.</summary>
/// <param name="FarBestalla">The person is behörighetsansvarig.</param>
/// <param name="ArAdministrator">The person is behörighetsadministratör.</param>
/// <param name="Tjanster">The services they hold at the school, none of which this version has.</param>
public sealed record UtanRapporteringModell(Core.Konton.Skolval Skola, IReadOnlyList<Behorighetsuppgift> Uppgifter, bool FarBestalla, bool ArAdministrator, IReadOnlyList<Core.Konton.Behorighetsslag> Tjanster);

/// <summary>The start page of those who hold nothing at any school.</summary>
/// <param name="Innehav">What they hold at CSN that has no page of its own.</param>
/// <param name="Skolor">Where they are or were users.</param>
public sealed record UtanSkolaModell(IReadOnlyList<Core.Konton.Behorighetsslag> Innehav, IReadOnlyList<Core.Konton.EgenSkola> Skolor);
