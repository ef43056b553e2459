using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Publicerat;

/// <summary>The odd cases of the rule. The plain ones of domain.md are in <see cref="PubliceringTests"/>.</summary>
public sealed class PubliceringsregelTests
{
    private static readonly DateTime Fore = SvenskTid.TillUtc(new(2026, 11, 23), new TimeOnly(15, 0));
    private static readonly DateTime Fonster = SvenskTid.TillUtc(new(2026, 11, 24), new TimeOnly(15, 0));
    private static readonly DateTime IFonstret = Fonster.AddHours(-2);
    private static readonly DateTime Senare = Fonster.AddHours(3);

    [Fact]
    public void AChangeThatIsTakenBackInTheSameWindow_IsARemovalOfTheFirst() =>
        Bedom(Tidigare(1, Handelsestatus.Ersatt), Ny(2, 1, Handelsestatus.Tillbakatagen, IFonstret)).ShouldBe("", "1 → borta");

    [Fact]
    public void AChangeOfAChange_IsToldAsOne() =>
        Bedom(Tidigare(1, Handelsestatus.Ersatt), Ny(2, 1, Handelsestatus.Ersatt, IFonstret), Ny(3, 2)).ShouldBe("", "1 → 3");

    [Fact]
    public void AChangeOnScreen_IsPublishedAsTheNewEvent() =>
        Bedom(Tidigare(1, Handelsestatus.Ersatt, Sandningskanal.Skarm), Ny(2, 1, kanal: Sandningskanal.Skarm)).ShouldBe("Ny 2", "");

    [Fact]
    public void WhatHappensAfterTheWindow_IsNotSeen()
    {
        Bedom(Ny(1, null, Handelsestatus.Tillbakatagen, Senare)).ShouldBe("Ny 1", "");
        Bedom(Tidigare(1, Handelsestatus.Ersatt), Ny(2, 1, Handelsestatus.Tillbakatagen, Senare)).ShouldBe("", "1 → 2");
    }

    [Fact]
    public void ATakenBackEventOfOneDay_HasNoPeriodThatCouldBeOver() =>
        Bedom(Tidigare(1, Handelsestatus.Tillbakatagen, Sandningskanal.Fil, Avbrott)).ShouldBe("Borttagen 1", "");

    /// <summary>A registration settles one removal, the nearest: the other is told.</summary>
    [Fact]
    public void TwoPeriodsOfOneCourse_OneReportedAnew_TheOtherIsTold()
    {
        var var = Kurs with { ForstaDag = new(2027, 1, 18), SistaDag = new(2027, 6, 4) };
        Bedom(
            Tidigare(1, Handelsestatus.Tillbakatagen),
            Tidigare(2, Handelsestatus.Tillbakatagen, uppgift: var),
            Ny(3, null, uppgift: var with { PoangTiondelar = 75 })).ShouldBe("Ny 3", "1 → borta");
    }

    [Fact]
    public void AChangeOfOnePeriod_IsNoNewRegistrationOfTheOther()
    {
        var var = Kurs with { ForstaDag = new(2027, 1, 18), SistaDag = new(2027, 6, 4) };
        Bedom(
            Tidigare(1, Handelsestatus.Tillbakatagen),
            Tidigare(2, Handelsestatus.Ersatt, uppgift: var),
            Ny(3, 2, uppgift: var with { PoangTiondelar = 75 })).ShouldBe("", "1 → borta, 2 → 3");
    }

    /// <summary>A file that was begun before the window closed and read after takes back what payments have been told of.</summary>
    [Fact]
    public void WhatIsPublishedAlready_AndCeasedBefore_IsARemoval()
    {
        var kurs = Ny(1, null, Handelsestatus.Tillbakatagen, IFonstret, Sandningskanal.Fil);
        Bedom(kurs).ShouldBe("", "");
        Bedom(kurs with { Publicerad = true }).ShouldBe("Borttagen 1", "");
    }

    [Fact]
    public void TwoAbsences_AreTwoThings() =>
        Bedom(
            Tidigare(1, Handelsestatus.Tillbakatagen, Sandningskanal.Fil, new() { Slag = Handelseslag.Franvaro, ForstaDag = new(2026, 9, 1) }),
            Ny(2, null, kanal: Sandningskanal.Fil, uppgift: new() { Slag = Handelseslag.Franvaro, ForstaDag = new(2026, 11, 2) })).ShouldBe("Borttagen 1, Ny 2", "");

    [Theory]
    [InlineData("2026-11-23", "")] // the day before it was taken back
    [InlineData("2026-11-24", "1 → borta")] // the last day is in the period
    public void ThePeriodHasPassed_WhenItsLastDayIsBeforeTheDayOfTheRemoval(string sista, string rattelser) =>
        Bedom(Tidigare(1, Handelsestatus.Tillbakatagen, uppgift: Kurs with { SistaDag = DateOnly.Parse(sista) })).ShouldBe("", rattelser);

    private static Handelseuppgift Kurs => new()
    {
        Slag = Handelseslag.Kursregistrering,
        ForstaDag = new(2026, 8, 31),
        SistaDag = new(2027, 1, 15),
        Utbildning = "Historia",
        Kurskod = "HIA101",
    };

    private static Handelseuppgift Avbrott => new() { Slag = Handelseslag.Avbrott, ForstaDag = new(2026, 11, 20) };

    private static (string Publiceras, string Rattelser) Bedom(params Handelseforlopp[] handelser)
    {
        var beslut = Publiceringsregel.Bedom(handelser, Fonster);
        return (
            string.Join(", ", beslut.Publiceras.Select(p => $"{p.Slag} {p.HandelseId}")),
            string.Join(", ", beslut.Rattelser.Select(r => $"{r.HandelseId} → {(r.NyHandelseId is { } ny ? $"{ny}" : "borta")}")));
    }

    private static Handelseforlopp Tidigare(long id, Handelsestatus status, Sandningskanal kanal = Sandningskanal.Ladok, Handelseuppgift? uppgift = null) =>
        new(id, null, uppgift ?? Kurs, kanal, Fore, status, IFonstret);

    private static Handelseforlopp Ny(
        long id, long? ersatter, Handelsestatus status = Handelsestatus.Galler, DateTime? upphorde = null, Sandningskanal kanal = Sandningskanal.Ladok, Handelseuppgift? uppgift = null) =>
        new(id, ersatter, uppgift ?? Kurs with { ForstaDag = new(2026, 9, 7) }, kanal, Fonster, status, upphorde);
}

internal static class Beslutstexter
{
    public static void ShouldBe(this (string Publiceras, string Rattelser) beslut, string publiceras, string rattelser) => beslut.ShouldBe((publiceras, rattelser));
}
