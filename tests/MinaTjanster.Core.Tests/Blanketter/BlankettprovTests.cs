using MinaTjanster.Core.Blanketter;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Blanketter;

/// <summary>What is typed must be readable and agree; nothing must be typed. Today is 22 November 2026.</summary>
public sealed class BlankettprovTests
{
    private static readonly DateOnly Idag = new(2026, 11, 22);

    public static IEnumerable<object[]> Blanketter => Blankettregister.Alla.Select(b => new object[] { b.Slug });

    [Theory, MemberData(nameof(Blanketter))]
    public void EmptyForm_HasNoFault(string slug) => Prova(slug, []).ShouldBeEmpty();

    [Theory, MemberData(nameof(Blanketter))]
    public void EachForm_HasItsEditionAndFieldsWithNamesOfTheirOwn(string slug)
    {
        var blankett = Blankettregister.Med(slug)!;

        blankett.Falt.Select(f => f.Namn).ShouldBeUnique();
        (blankett.Rader?.Kolumner ?? []).Select(k => k.Namn).ShouldBeUnique();
        blankett.Falt.Select(f => f.Etikett).ShouldBeUnique();
        blankett.Skolformer.ShouldNotBeEmpty();
        blankett.Uppdaterad.ShouldBeGreaterThanOrEqualTo(blankett.Utgava);
        (blankett.Rader?.Antal ?? 0).ShouldBeLessThan(Blankettrader.Max);
    }

    [Theory]
    [InlineData(Faltnamn.Datum, "igår", "Datum: Skriv datumet som ÅÅÅÅ-MM-DD.")]
    [InlineData(Faltnamn.AntalSidor, "0", "Antal sidor, med den här: Skriv ett heltal, minst 1.")]
    [InlineData(Faltnamn.Personnummer, "090412-2388", "Personnummer: Numret stämmer inte. Kontrollera siffrorna, och skriv det som ÅÅMMDD-NNNN.")]
    [InlineData(Faltnamn.Skolkod, "1234567", "Skolkod: Skolkoden är åtta siffror.")]
    [InlineData(Faltnamn.OgiltigTid, "många", "Ogiltig frånvaro, timmar: Skriv timmar, till exempel 11,5.")]
    [InlineData(Faltnamn.Telefon, "ring mig", "Telefon: Skriv bara siffror, mellanslag, - och +.")]
    [InlineData(Faltnamn.ForstaDag, "2026-11-23", "Första skolkdagen kan inte vara senare än i dag.")]
    public void Forsattsblad_AFaultyField_IsToldByItsName(string falt, string varde, string mening) =>
        Prova(Blankettregister.Forsattsblad, new() { [falt] = varde }).ShouldHaveSingleItem().ShouldBe(new(Blankettprov.Falt(falt), mening));

    [Fact]
    public void AnyField_TooLong_IsRefused() =>
        Prova(Blankettregister.Forsattsblad, new() { [Faltnamn.Namn] = new string('a', 201) }).ShouldHaveSingleItem().Mening.ShouldBe("Studerandens namn: Skriv högst 200 tecken.");

    [Fact]
    public void Underlag_ThatAgrees_HasNoFault() => Underlag(Rad("2026-10-05", "8.15", "60", "60"), Rad("2026-11-20", "8.15", "60", "15")).ShouldBeEmpty();

    [Fact]
    public void Underlag_FirstDayWithoutAbsence_IsAFault() =>
        Underlag(Rad("2026-10-06", "8.15", "60", "60")).ShouldHaveSingleItem().ShouldBe(
            new(Blankettprov.Falt(Faltnamn.ForstaDag), "Första skolkdagen ska själv ha ogiltig frånvaro. Lägg till en rad för den dagen."));

    [Theory]
    [InlineData("2026-10-04", "8.15", "60", "60", Faltnamn.RadDatum, "Rad 2: Dagen ligger utanför perioden.")]
    [InlineData("2026-11-21", "8.15", "60", "60", Faltnamn.RadDatum, "Rad 2: Dagen ligger utanför perioden.")]
    [InlineData("2026-10-06", "8.15", "60", "61", Faltnamn.RadFranvaro, "Rad 2: Frånvaron är längre än lektionen.")]
    [InlineData("2026-10-06", "8.15", "60", "", Faltnamn.RadFranvaro, "Rad 2: Fyll i både datum och minuter ogiltig frånvaro.")]
    [InlineData("", "8.15", "60", "60", Faltnamn.RadDatum, "Rad 2: Fyll i både datum och minuter ogiltig frånvaro.")]
    [InlineData("2026-10-05", "08:15", "60", "60", Faltnamn.RadTid, "Rad 2: Samma dag och klockslag står på en rad ovanför.")]
    [InlineData("2026-10-06", "åtta", "60", "60", Faltnamn.RadTid, "Rad 2: Börjar kl.: Skriv klockslaget som 8.15.")]
    [InlineData("2026-10-06", "8.15", "1441", "60", Faltnamn.RadLangd, "Rad 2: Lektionens längd, minuter: Skriv hela minuter, minst 1.")]
    public void Underlag_ARowThatCannotBeTrue_IsAFault(string datum, string tid, string langd, string franvaro, string falt, string mening) =>
        Underlag(Rad("2026-10-05", "8.15", "60", "60"), Rad(datum, tid, langd, franvaro)).ShouldHaveSingleItem().ShouldBe(new(Blankettprov.Falt(1, falt), mening));

    [Theory]
    [InlineData("1,99", true)]
    [InlineData("2", false)]
    public void Underlag_TeachingTime_HoldsTheLessonsOfTheRows(string timmar, bool fel) =>
        Prova(Blankettregister.UnderlagForSkolk, Period(timmar), Rad("2026-10-05", "8.15", "60", "10"), Rad("2026-10-06", "8.15", "", "60")).Count.ShouldBe(fel ? 1 : 0);

    [Fact]
    public void Underlag_EmptyRowsBetween_KeepThePlacesOfTheOthers() =>
        Underlag(Rad("2026-10-05", "8.15", "60", "60"), new Dictionary<string, string?>(), Rad("2027-01-01", "", "", "5")).ShouldHaveSingleItem().Falt.ShouldBe("Rader[2][Datum]");

    [Fact]
    public void Underlag_PeriodBackwardsOrAhead_IsAFault()
    {
        var period = Period("20");
        period[Faltnamn.SistaDag] = "2026-10-01";
        Prova(Blankettregister.UnderlagForSkolk, period).ShouldHaveSingleItem().Mening.ShouldBe("Perioden slutar före första skolkdagen.");
        period[Faltnamn.SistaDag] = "2026-11-23";
        Prova(Blankettregister.UnderlagForSkolk, period).ShouldHaveSingleItem().Mening.ShouldBe("Sista dagen kan inte vara senare än i dag.");
    }

    [Fact]
    public void Handledarintyg_MorePointsThanTheCourseHas_IsAFault() =>
        Prova(Blankettregister.Handledarintyg, new() { [Faltnamn.Totalpoang] = "15", [Faltnamn.Poang] = "15,5", [Faltnamn.Bedomningsdag] = "2026-11-23" }).Select(f => f.Mening)
            .ShouldBe(["Bedömningsdagen kan inte vara senare än i dag.", "Poängen som bedöms vara gjorda är fler än kursens."]);

    [Fact]
    public void Bestallning_APersonWithoutWhatItConcerns_IsAFault()
    {
        Bestalla(new() { [Faltnamn.RadTelefon] = "060-1" }).Select(f => f.Mening)
            .ShouldBe(["Rad 1: Välj vad beställningen gäller.", "Rad 1: Skriv personens namn."]);
        Bestalla(new() { [Faltnamn.RadArende] = "NyRapportor", [Faltnamn.RadNamn] = "Vera Ny" }).ShouldHaveSingleItem().Falt.ShouldBe("Rader[0][Epost]");
        Bestalla(new() { [Faltnamn.RadArende] = "Annat", [Faltnamn.RadNamn] = "Vera Ny" }).ShouldHaveSingleItem().Falt.ShouldBe("Rader[0][Arende]");
        Bestalla(new() { [Faltnamn.RadArende] = "Avanmalan", [Faltnamn.RadNamn] = "Vera Ny" }).ShouldBeEmpty();
    }

    private static IReadOnlyList<Blankettfel> Underlag(params Dictionary<string, string?>[] rader) => Prova(Blankettregister.UnderlagForSkolk, Period("100"), rader);

    private static IReadOnlyList<Blankettfel> Bestalla(Dictionary<string, string?> rad) => Prova(Blankettregister.BestallningAvBehorighet, [], rad);

    private static Dictionary<string, string?> Period(string timmar) =>
        new() { [Faltnamn.ForstaDag] = "2026-10-05", [Faltnamn.SistaDag] = "2026-11-20", [Faltnamn.Undervisningstid] = timmar };

    private static Dictionary<string, string?> Rad(string datum, string tid, string langd, string franvaro) =>
        new() { [Faltnamn.RadDatum] = datum, [Faltnamn.RadTid] = tid, [Faltnamn.RadLangd] = langd, [Faltnamn.RadFranvaro] = franvaro };

    private static IReadOnlyList<Blankettfel> Prova(string slug, Dictionary<string, string?> varden, params Dictionary<string, string?>[] rader) =>
        Blankettprov.Prova(new(Blankettregister.Med(slug)!, varden, rader), Idag);
}
