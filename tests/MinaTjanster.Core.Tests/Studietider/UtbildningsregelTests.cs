using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Utbildningar;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider;

/// <summary>The rule and the table it asks: each school form with its own fields.</summary>
public sealed class UtbildningsregelTests
{
    public static IEnumerable<object[]> Skolformer => Enum.GetValues<Skolform>().Select(s => new object[] { s });

    /// <summary>Every choice of the table, one at a time.</summary>
    public static IEnumerable<object[]> Valen => Utbildningsformer.Alla.SelectMany(f =>
        f.Slag.Select(s => (f.Skolform, Exempel(f) with { Slag = s }))
            .Concat(f.Kodslag == Kodslag.Inriktning ? [] : f.Nivaer.Select(n => (f.Skolform, Exempel(f) with { Niva = n })))
            .Concat(f.Kodslag == Kodslag.Inriktning ? [] : f.Avdelningar.Select(a => (f.Skolform, Exempel(f) with { Avdelning = a })))
            .Concat(Enum.GetValues<Undervisningssatt>().Select(u => (f.Skolform, Exempel(f) with { Undervisning = u }))))
        .Distinct().Select(v => new object[] { v.Skolform, v.Item2 });

    [Fact]
    public void Table_HasEverySchoolFormOnce_AndAChoiceInEachField()
    {
        Utbildningsformer.Alla.Select(f => f.Skolform).ShouldBe(Enum.GetValues<Skolform>(), ignoreOrder: true);
        Utbildningsformer.Alla.ShouldAllBe(f => f.Slag.Count > 0 && f.Nivaer.Count > 0 && f.Avdelningar.Count > 0 && f.Kodetikett.Length > 0);
    }

    [Theory, MemberData(nameof(Valen))]
    public void EveryChoiceOfTheTable_IsAccepted_WithoutAWord(Skolform skolform, Utbildningsuppgift uppgift)
    {
        var bedomning = Utbildningsregel.Bedom(uppgift, skolform);

        bedomning.Refusals.ShouldBeEmpty();
        bedomning.Varningar.ShouldBeEmpty();
        bedomning.Uppgift.ShouldBe(uppgift);
    }

    [Theory, MemberData(nameof(Skolformer))]
    public void EveryChoice_OutsideTheTable_IsRefused_ByItsField(Skolform skolform)
    {
        var form = Utbildningsformer.For(skolform);
        var exempel = Exempel(form);

        foreach (var slag in Enum.GetValues<Utbildningsslag>().Except(form.Slag))
            Fel(exempel with { Slag = slag }, skolform).ShouldBe(["UTB-VAL Slag"]);
        foreach (var niva in Enum.GetValues<Utbildningsniva>().Except(form.Nivaer))
            Fel(exempel with { Niva = niva }, skolform).ShouldBe(["UTB-VAL Niva"]);
        foreach (var avdelning in Enum.GetValues<Avdelning>().Except(form.Avdelningar))
            Fel(exempel with { Avdelning = avdelning }, skolform).ShouldBe(["UTB-VAL Avdelning"]);
        Fel(exempel with { Undervisning = (Undervisningssatt)9 }, skolform).ShouldBe(["UTB-VAL Undervisning"]);
        Fel(exempel with { Kod = null }, skolform).ShouldBe(form.KodKravs ? ["UTB-KOD Kod"] : []);
        Fel(exempel with { PoangTiondelar = 0 }, skolform).ShouldBe(form.HarPoang ? ["UTB-POANG PoangTiondelar"] : []);
        if (!form.HarPoang)
            Utbildningsregel.Bedom(exempel with { PoangTiondelar = 100 }, skolform).Uppgift!.PoangTiondelar.ShouldBeNull();
    }

    [Theory]
    [InlineData("", 100, 2026, null, "UTB-NAMN Namn")]
    [InlineData("Namn", 0, 2026, null, "UTB-OMFATTNING Omfattning")]
    [InlineData("Namn", 1, 2026, null, null)]
    [InlineData("Namn", 101, 2026, null, "UTB-OMFATTNING Omfattning")]
    [InlineData("Namn", 100, 1989, null, "UTB-LASAR FranLasar")]
    [InlineData("Namn", 100, 2026, 2101, "UTB-LASAR TillLasar")]
    [InlineData("Namn", 100, 2026, 2025, "UTB-LASARORDNING TillLasar")]
    [InlineData("Namn", 100, 2026, 2026, null)]
    public void Field_OutOfItsBounds_IsRefused_ByItsField(string namn, int omfattning, int fran, int? till, string? fel) =>
        Fel(Exempel(Utbildningsformer.For(Skolform.Hogskola)) with { Namn = namn, Omfattning = omfattning, FranLasar = fran, TillLasar = till }, Skolform.Hogskola)
            .ShouldBe(fel is null ? [] : [fel]);

    [Theory]
    [InlineData(Utbildningsuppgift.MaxNamn, Utbildningsuppgift.MaxKod, true)]
    [InlineData(Utbildningsuppgift.MaxNamn + 1, Utbildningsuppgift.MaxKod, false)]
    [InlineData(Utbildningsuppgift.MaxNamn, Utbildningsuppgift.MaxKod + 1, false)]
    public void Lengths_AreThoseOfTheModel(int namn, int kod, bool godtas) =>
        Utbildningsregel.Bedom(Exempel(Utbildningsformer.For(Skolform.Komvux)) with { Namn = new('n', namn), Kod = new('K', kod) }, Skolform.Komvux).ArGodtagen.ShouldBe(godtas);

    [Fact]
    public void EveryFault_IsToldAtOnce() =>
        Fel(Exempel(Utbildningsformer.For(Skolform.Gymnasieskola)) with { Namn = " ", Kod = "1", Omfattning = 0, FranLasar = 0 }, Skolform.Gymnasieskola)
            .ShouldBe(["UTB-NAMN Namn", "UTB-OMFATTNING Omfattning", "UTB-LASAR FranLasar", "UTB-STUDIEVAGSKOD Kod"]);

    [Theory]
    [InlineData(" nanat ", "NANAT0000")]
    [InlineData("BAHUS0L00", "BAHUS0L00")]
    public void Studievagskod_IsStoredWhole(string skriven, string lagrad) =>
        Utbildningsregel.Bedom(Exempel(Utbildningsformer.For(Skolform.Gymnasieskola)) with { Kod = skriven }, Skolform.Gymnasieskola).Uppgift!.Kod.ShouldBe(lagrad);

    /// <summary>Judged on the first day of the first läsår: FR came with Gy25, HV went with Gy11, XX has never been.</summary>
    [Theory]
    [InlineData("FRFRI", 2024, "STUDIE-V-PROGRAMTID")]
    [InlineData("FRFRI", 2025, null)]
    [InlineData("HVFRI", 2024, null)]
    [InlineData("HVFRI", 2029, null)]
    [InlineData("HVFRI", 2030, "STUDIE-V-PROGRAMTID")]
    [InlineData("XXABC", 2026, "STUDIE-V-PROGRAMKOD")]
    public void Gy11AndGy25_AreWarnedOf_ByTheDatedTable(string kod, int fran, string? varning)
    {
        var bedomning = Utbildningsregel.Bedom(Exempel(Utbildningsformer.For(Skolform.Gymnasieskola)) with { Kod = kod, FranLasar = fran }, Skolform.Gymnasieskola);

        bedomning.ArGodtagen.ShouldBeTrue();
        bedomning.Varningar.Select(v => $"{v.Kod} {v.Falt}").ShouldBe(varning is null ? [] : [$"{varning} Kod"]);
    }

    [Theory]
    [InlineData("206010A", Utbildningsniva.Grundlaggande, Avdelning.A1, "")]
    [InlineData("306 010a", Utbildningsniva.Gymnasial, Avdelning.A2, "")]
    [InlineData("405812C", Utbildningsniva.Eftergymnasial, Avdelning.B, "")]
    [InlineData("505812C", Utbildningsniva.Eftergymnasial, Avdelning.B, "")]
    [InlineData("206010A", Utbildningsniva.Gymnasial, Avdelning.A1, "UTB-NIVA Niva")]
    [InlineData("306010A", Utbildningsniva.Gymnasial, Avdelning.A1, "UTB-AVDELNING Avdelning")]
    [InlineData("405812C", Utbildningsniva.Gymnasial, Avdelning.A2, "UTB-NIVA Niva, UTB-AVDELNING Avdelning")]
    [InlineData("406812C", Utbildningsniva.Eftergymnasial, Avdelning.B, "UTB-INRIKTNING Kod")]
    public void Inriktning_SaysLevelAndAvdelning(string kod, Utbildningsniva niva, Avdelning avdelning, string fel) =>
        string.Join(", ", Fel(Exempel(Utbildningsformer.For(Skolform.Folkhogskola)) with { Kod = kod, Niva = niva, Avdelning = avdelning }, Skolform.Folkhogskola)).ShouldBe(fel);

    /// <summary>As typed: what cannot be read is refused by its field, and the only choice is set whatever was posted.</summary>
    [Fact]
    public void Typed_IsReadByTheTable()
    {
        var form = Utbildningsformer.For(Skolform.Yrkeshogskola);
        var formular = new Utbildningsformular();
        foreach (var uppgift in Utbildningsformer.Alla.Select(Exempel))
        {
            formular.Fyll(uppgift);
            formular.Tolka(Utbildningsformer.Alla.First(f => Exempel(f) == uppgift)).ShouldBe(uppgift);
        }

        formular = new() { Namn = "Kock", Slag = "Program", Niva = "Grundlaggande", Avdelning = "A1", Omfattning = " 50 % ", Undervisning = "Distans", PoangTiondelar = "7,5", FranLasar = "2026/27", TillLasar = " " };
        formular.Tolka(form).ShouldBe(new()
        {
            Namn = "Kock",
            Slag = Utbildningsslag.Program,
            Niva = Utbildningsniva.Eftergymnasial,
            Avdelning = Avdelning.B,
            Omfattning = 50,
            Undervisning = Undervisningssatt.Distans,
            PoangTiondelar = 75,
            FranLasar = 2026,
        });

        formular = new() { Namn = "Kock", Slag = "1", Undervisning = "på plats", Omfattning = "halv", PoangTiondelar = "x", FranLasar = "2026", TillLasar = "2027-28" };
        Fel(formular.Tolka(form), Skolform.Yrkeshogskola).ShouldBe(
            ["UTB-VAL Slag", "UTB-VAL Undervisning", "UTB-OMFATTNING Omfattning", "UTB-POANG PoangTiondelar", "UTB-LASAR FranLasar"]);
    }

    [Fact]
    public void DemoSchools_OfferWhatTheRuleAccepts_WithoutAWord()
    {
        foreach (var skola in Demoskolor.Alla)
        {
            var utbud = Demoutbud.For(skola.Skolform, skola.Skolkod, new Lasar(2026)).ToList();

            utbud.ShouldNotBeEmpty();
            utbud.ShouldAllBe(u => Utbildningsregel.Bedom(u, skola.Skolform).Uppgift == u);
            utbud.SelectMany(u => Utbildningsregel.Bedom(u, skola.Skolform).Varningar).ShouldBeEmpty(skola.Namn);
        }
    }

    /// <summary>An ordinary one: the first of each choice, with the code that the school form has.</summary>
    internal static Utbildningsuppgift Exempel(Utbildningsform form) => new()
    {
        Namn = $"Exempel på {form.Skolform}",
        Slag = form.Slag[0],
        Niva = form.Nivaer[0],
        Avdelning = form.Avdelningar[0],
        Kod = form.Kodslag switch { Kodslag.Studievagskod => "NANAT0000", Kodslag.Inriktning => "306010A", Kodslag.Fri => "KOD-1", _ => null },
        Omfattning = 100,
        Undervisning = Undervisningssatt.PaPlats,
        PoangTiondelar = form.HarPoang ? 4000 : null,
        FranLasar = 2026,
    };

    private static IReadOnlyList<string> Fel(Utbildningsuppgift uppgift, Skolform skolform) => [.. Utbildningsregel.Bedom(uppgift, skolform).Refusals.Select(r => $"{r.Code} {r.Field}")];
}
