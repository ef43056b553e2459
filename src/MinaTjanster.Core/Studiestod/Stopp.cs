namespace MinaTjanster.Core.Studiestod;

/// <summary>The month's payment that a report stops, and the days that go with it.</summary>
/// <param name="Ar">Calendar year of the payment.</param>
/// <param name="Manad">Month 1–12 of the payment; never July or August.</param>
/// <param name="SistaStoppdag">The 22nd: the last Swedish day on which a report stops it, inclusive.</param>
/// <param name="Utbetalningsdag">The day on which it would have been paid.</param>
public sealed record Stopp(int Ar, int Manad, DateOnly SistaStoppdag, DateOnly Utbetalningsdag);
