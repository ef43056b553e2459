using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider.Publikt;

/// <summary>What the public search finds, in which order, and how far it reads. Today is 22 November 2026.</summary>
public sealed class UtbudQueryTests
{
    private static readonly Utbudsexempel Ekonomi = new("Ekonomiprogrammet", Kod: "EKEKO0000");
    private static readonly Utbudsexempel Ingenjor = new("Civilingenjörsprogrammet i datateknik", "Universitetet i Lindsala", "Lindsala", "TCDAT", Skolform.Hogskola, Utbildningsniva.Eftergymnasial);
    private static readonly Utbudsexempel Barnskotare = new("Barnskötare", "Ängsholms komvux", "Åmål", "BFBAR", Skolform.Komvux, Takt: 50, Undervisning: Undervisningssatt.Distans);
    private static readonly Utbudsexempel Grund = new("Grundläggande engelska", "Ängsholms komvux", "Åmål", null, Skolform.Komvux, Utbildningsniva.Grundlaggande, 75, Undervisningssatt.DistansMedTraffar);

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    public static IEnumerable<object[]> Ord =>
        from provider in Testdatabaser.Providers()
        from fall in new (string Sok, string[] Traffar)[]
        {
            ("ekonomi", ["Ekonomiprogrammet"]),
            ("EKONOMIPROGRAMMET", ["Ekonomiprogrammet"]),
            ("ekonomiprogrammets", []),
            ("konomi", []),
            ("åmål", ["Barnskötare", "Grundläggande engelska"]),
            ("Amal", ["Barnskötare", "Grundläggande engelska"]),
            ("ängs", ["Barnskötare", "Grundläggande engelska"]),
            ("barnskötare åmål", ["Barnskötare"]),
            ("åmål barnskötare", ["Barnskötare"]),
            ("barnskötare luleå", []),
            ("luleå", ["Ekonomiprogrammet"]),
            ("lu", ["Ekonomiprogrammet"]),
            ("l", ["Civilingenjörsprogrammet i datateknik", "Ekonomiprogrammet"]),
            ("ekeko0000", ["Ekonomiprogrammet"]),
            ("norra hamnens gymnasium luleå ekonomi", ["Ekonomiprogrammet"]),
            ("data-teknik", []),
            ("i", ["Civilingenjörsprogrammet i datateknik"]),
            ("%", ["Barnskötare", "Civilingenjörsprogrammet i datateknik", "Ekonomiprogrammet", "Grundläggande engelska"]),
        }
        select new[] { provider[0], fall.Sok, fall.Traffar };

    public static IEnumerable<object[]> Val =>
        from provider in Testdatabaser.Providers()
        from fall in new (Utbudsformular Formular, string[] Traffar)[]
        {
            (new() { Skolform = "Komvux" }, ["Barnskötare", "Grundläggande engelska"]),
            (new() { Niva = "Eftergymnasial" }, ["Civilingenjörsprogrammet i datateknik"]),
            (new() { Niva = "grundlaggande" }, ["Grundläggande engelska"]),
            (new() { Takt = "50" }, ["Barnskötare"]),
            (new() { Takt = "75" }, ["Grundläggande engelska"]),
            (new() { Takt = "100" }, ["Civilingenjörsprogrammet i datateknik", "Ekonomiprogrammet"]),
            (new() { Undervisning = "Distans" }, ["Barnskötare"]),
            (new() { Undervisning = "DistansMedTraffar", Skolform = "Komvux" }, ["Grundläggande engelska"]),
            (new() { Undervisning = "PaPlats", Skolform = "Komvux" }, []),
            (new() { Sok = "e", Takt = "100", Niva = "Gymnasial" }, ["Ekonomiprogrammet"]),
        }
        select new object[] { provider[0], fall.Formular, fall.Traffar };

    [Theory, MemberData(nameof(Ord))]
    public async Task Words_AreBeginnings_InAnyOrder_WhateverTheirLetters(Databasprovider provider, string sok, string[] traffar)
    {
        await using var varld = await Utbudsvarld.SkapaAsync(provider, Ekonomi, Ingenjor, Barnskotare, Grund);

        (await varld.NamnAsync(new() { Sok = sok })).ShouldBe(traffar);
    }

    [Theory, MemberData(nameof(Val))]
    public async Task Choices_LimitTheHits(Databasprovider provider, Utbudsformular formular, string[] traffar)
    {
        await using var varld = await Utbudsvarld.SkapaAsync(provider, Ekonomi, Ingenjor, Barnskotare, Grund);

        (await varld.NamnAsync(formular)).ShouldBe(traffar);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Order_IsTheEducationsInSwedish_ThenTheSchools(Databasprovider provider)
    {
        await using var varld = await Utbudsvarld.SkapaAsync(
            provider, new("Ölbryggare"), new("Ändring av kläder"), new("Åkeri"), new("Zoologi"), new("Zoologi och botanik", "A-skolan"), new("Zoologi", "Älvdalens gymnasium"), new("Zoologi", "Åre gymnasium"));

        (await varld.SokAsync(new())).Traffar.Select(t => $"{t.Post.Namn}, {t.Post.Skola}").ShouldBe(
        [
            "Zoologi, Norra Hamnens gymnasium", "Zoologi, Åre gymnasium", "Zoologi, Älvdalens gymnasium", "Zoologi och botanik, A-skolan",
            "Åkeri, Norra Hamnens gymnasium", "Ändring av kläder, Norra Hamnens gymnasium", "Ölbryggare, Norra Hamnens gymnasium",
        ]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Dates_ChooseWhatIsStudiedThen_OrBeginsLater_AndWhatHasEndedIsLeftOut(Databasprovider provider)
    {
        await using var varld = await Utbudsvarld.SkapaAsync(
            provider,
            new Utbudsexempel("Bara förra våren") { Tider = [P("2026-01-12", "2026-06-12")] },
            new Utbudsexempel("Hela året") { Tider = [P("2026-08-17", "2026-12-18"), P("2027-01-11", "2027-06-11")] },
            new Utbudsexempel("Sommarkurs") { Tider = [P("2027-06-28", "2027-07-23")] },
            new Utbudsexempel("Slutar i dag") { Tider = [P("2026-10-01", "2026-11-22")] },
            new Utbudsexempel("Slutade i går") { Tider = [P("2026-10-01", "2026-11-21")] });

        (await varld.NamnAsync(new())).ShouldBe(["Hela året", "Slutar i dag", "Sommarkurs"]);
        (await varld.NamnAsync(new() { Datum = "2026-03-02" })).ShouldBe(["Bara förra våren"]);
        (await varld.NamnAsync(new() { Datum = "2026-12-18" })).ShouldBe(["Hela året"]);
        (await varld.NamnAsync(new() { Datum = "2026-12-19" })).ShouldBeEmpty();
        (await varld.NamnAsync(new() { Datum = "2027-07-01" })).ShouldBe(["Sommarkurs"]);
        (await varld.NamnAsync(new() { Datum = "2027-06-28", Nar = "Borjar" })).ShouldBe(["Sommarkurs"]);
        (await varld.NamnAsync(new() { Datum = "2026-12-19", Nar = "borjar" })).ShouldBe(["Hela året", "Sommarkurs"]);
        (await varld.NamnAsync(new() { Datum = "2190-01-01", Nar = "Borjar" })).ShouldBeEmpty();
        (await varld.SokAsync(new() { Sok = "hela" })).Traffar.Single().Tider.Select(t => t.ForstaDag).ShouldBe([new(2026, 8, 17), new(2027, 1, 11)]);
        (await varld.SokAsync(new() { Sok = "hela", Datum = "2027-01-02", Nar = "Borjar" })).Traffar.Single().Tider.Select(t => t.ForstaDag).ShouldBe([new(2027, 1, 11)]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Hits_AreCountedToALimit_AndReadOnFromAPlace(Databasprovider provider)
    {
        await using var varld = await Utbudsvarld.SkapaAsync(provider, [.. Enumerable.Range(0, 130).Select(i => new Utbudsexempel($"Kurs {i:000}")), Ingenjor]);

        var forsta = await varld.SokAsync(new() { Sok = "kurs" }, 25);
        (forsta.Antal, forsta.ArFler, forsta.Traffar.Count).ShouldBe((100, true, 25));
        var ensam = await varld.SokAsync(new() { Sok = "ingen", Takt = "50" }, 25);
        (ensam.Antal, ensam.ArFler, ensam.Nasta).ShouldBe((0, false, null));

        foreach (var formular in new[] { new Utbudsformular { Sok = "kurs" }, new() { Sok = "kurs luleå" }, new() })
        {
            List<string> alla = [];
            string? efter = null;
            do
            {
                var sida = await varld.SokAsync(formular, 25, efter);
                alla.AddRange(sida.Traffar.Select(t => t.Post.Namn!));
                efter = sida.Nasta;
            }
            while (efter is not null);

            alla.Where(n => n.StartsWith("Kurs", StringComparison.Ordinal)).ShouldBe(Enumerable.Range(0, 130).Select(i => $"Kurs {i:000}"));
            alla.Count.ShouldBe(formular.Sok is null ? 131 : 130);
        }
    }

    /// <summary>A term is remembered as far as somebody has read it: who reads on, from wherever, finds the same as who reads it all.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Term_ThatIsReadInParts_GivesTheSame_WhereverOneReadsOn(Databasprovider provider)
    {
        const int Antal = (3 * UtbudQuery.Block) + 40;
        await using var varld = await Utbudsvarld.SkapaAsync(
            provider, [.. Enumerable.Range(0, Antal).Select(i => new Utbudsexempel($"Kurs {i:0000}", Undervisning: i == Antal - 5 ? Undervisningssatt.Distans : Undervisningssatt.PaPlats))]);
        async Task<List<string>> AllaAsync(string? efter)
        {
            List<string> namn = [];
            do
            {
                var sida = await varld.SokAsync(new() { Sok = "kurs" }, UtbudQuery.MaxAntal, efter);
                namn.AddRange(sida.Traffar.Select(t => t.Post.Namn!));
                efter = sida.Nasta;
            }
            while (efter is not null);
            return namn;
        }

        var vantat = Enumerable.Range(0, Antal).Select(i => $"Kurs {i:0000}").ToList();
        string langtBort;
        await using (var db = varld.Databas.NyDb.Ny())
        {
            var post = await db.Utbudsposter.SingleAsync(p => p.Namn == "Kurs 0600");
            langtBort = new Utbudsplats(post.Sorteringsnyckel, post.Id).ToString();
        }

        // Nobody has read as far as to the place; then the beginning only; then all of it; then from memory.
        (await AllaAsync(langtBort)).ShouldBe(vantat[601..]);
        (await varld.SokAsync(new() { Sok = "kurs" }, 25)).Traffar.Select(t => t.Post.Namn).ShouldBe(vantat[..25]);
        (await AllaAsync(langtBort)).ShouldBe(vantat[601..]);
        (await varld.NamnAsync(new() { Sok = "kurs distans" })).ShouldBeEmpty();
        (await varld.NamnAsync(new() { Sok = "kurs", Undervisning = "Distans" })).ShouldBe([$"Kurs {Antal - 5:0000}"]);
        (await AllaAsync(null)).ShouldBe(vantat);
        (await AllaAsync(langtBort)).ShouldBe(vantat[601..]);
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AllaAsync(null)))).ShouldAllBe(a => a.SequenceEqual(vantat));
    }

    [Theory]
    [InlineData("nej!")]
    [InlineData("YWJj")]
    [InlineData("____")]
    [InlineData("YQpiCmM")]
    public async Task Place_ThatIsNone_IsRefused(string efter)
    {
        await using var varld = await Utbudsvarld.SkapaAsync(Databasprovider.Sqlite);
        await using var db = varld.Databas.NyDb.Ny();

        (await new UtbudQuery(db, varld.Minne, varld.Klocka).SokAsync(new([]), 25, efter, default)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("UTBUD-PLATS");
        (await new UtbudQuery(db, varld.Minne, varld.Klocka).SokAsync(new([]), 25, new string('A', 300), default)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("UTBUD-PLATS");
    }

    [Fact]
    public void Formular_SaysWhatCannotBeRead_FieldByField()
    {
        var formular = new Utbudsformular { Sok = new string('a', 121), Skolform = "Dagis", Niva = "5", Takt = "33", Undervisning = "x", Datum = "i morgon", Nar = "sen" };

        formular.Tolka().Refusals.Select(r => (r.Code, r.Field)).ShouldBe(
            [("UTBUD-SOK", "Sok"), ("UTBUD-DATUM", "Datum"), ("UTBUD-VAL", "Skolform"), ("UTBUD-VAL", "Niva"), ("UTBUD-VAL", "Takt"), ("UTBUD-VAL", "Undervisning"), ("UTBUD-VAL", "Nar")]);
        new Utbudsformular { Sok = "a b c d e f g h i" }.Tolka().Refusals.Single().Code.ShouldBe("UTBUD-SOK");
        new Utbudsformular { Sok = " ", Skolform = "", Datum = " 20261122 " }.Tolka().Value.Datum.ShouldBe(new DateOnly(2026, 11, 22));
    }

    [Fact]
    public void Choices_HaveTermsOfTheirOwn_ThatFit()
    {
        var val = new[] { typeof(Skolform), typeof(Utbildningsniva), typeof(Takt), typeof(Undervisningssatt) }.SelectMany(t => Enum.GetValues(t).Cast<Enum>()).Select(Utbudsord.TermFor).ToList();

        val.Distinct().Count().ShouldBe(val.Count);
        val.ShouldAllBe(t => t.Length <= Utbudsord.MaxTerm);
    }

    /// <summary>Random educations and searches, of few words, so that they meet: what the index finds is what reading everything finds, in the same order.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task WhatTheIndexFinds_IsWhatReadingAllFinds(Databasprovider provider)
    {
        var slump = new Random(20261122);
        string[] ord = ["ekonomi", "ekonomiprogrammet", "el", "elprogrammet", "Åre", "åkeri", "Ängsholm", "distans", "data", "databas", "databehandlare", "i", "Örebro", "natur", "naturbruk", "naturvetare", "7"];
        string Nagra(int antal) => string.Join(' ', Enumerable.Range(0, antal).Select(_ => ord[slump.Next(ord.Length)]));
        T Nagon<T>() where T : struct, Enum => Enum.GetValues<T>()[slump.Next(Enum.GetValues<T>().Length)];
        Dagperiod Period() => new DateOnly(2026, 1, 1).AddDays(slump.Next(900)) is var dag ? new(dag, dag.AddDays(slump.Next(200))) : null!;
        var skolor = Enumerable.Range(0, 12).Select(i => (Namn: $"{Nagra(1)} skola {i}", Ort: Nagra(1), Form: Nagon<Skolform>())).ToList();
        var alla = Enumerable.Range(0, 300).Select(i =>
        {
            var skola = skolor[slump.Next(skolor.Count)];
            return new Utbudsexempel($"{Nagra(1 + slump.Next(3))} {i}", skola.Namn, skola.Ort, slump.Next(3) == 0 ? Nagra(1) : null, skola.Form, Nagon<Utbildningsniva>(), 1 + slump.Next(100), Nagon<Undervisningssatt>())
            {
                Tider = [.. Enumerable.Range(0, 1 + slump.Next(3)).Select(_ => Period())],
            };
        }).ToArray();
        await using var varld = await Utbudsvarld.SkapaAsync(provider, alla);
        await using var db = varld.Databas.NyDb.Ny();
        var poster = await db.Utbudsposter.AsNoTracking().Include(p => p.Tider).ToListAsync();
        var funna = 0;
        for (var i = 0; i < 400; i++)
        {
            var formular = new Utbudsformular
            {
                Sok = string.Join(' ', Enumerable.Range(0, slump.Next(4)).Select(_ => ord[slump.Next(ord.Length)] is var o ? o[..(1 + slump.Next(o.Length))] : "")),
                Skolform = slump.Next(4) == 0 ? $"{Nagon<Skolform>()}" : null,
                Niva = slump.Next(4) == 0 ? $"{Nagon<Utbildningsniva>()}" : null,
                Takt = slump.Next(4) == 0 ? Nagon<Takt>().Varde() : null,
                Undervisning = slump.Next(4) == 0 ? $"{Nagon<Undervisningssatt>()}" : null,
                Datum = slump.Next(3) == 0 ? $"{new DateOnly(2026, 1, 1).AddDays(slump.Next(1100)):yyyy-MM-dd}" : null,
                Nar = slump.Next(2) == 0 ? "Borjar" : null,
            };

            var hittade = (await varld.SokAsync(formular)).Traffar.Select(t => t.Post.Id).ToList();

            var vantade = poster.Where(p => Passar(p, formular.Tolka().Value)).OrderBy(p => p.Sorteringsnyckel, StringComparer.Ordinal).ThenBy(p => p.Id).Select(p => p.Id).Take(UtbudQuery.MaxAntal).ToList();
            hittade.ShouldBe(vantade, $"{formular.Sok} {formular.Skolform} {formular.Niva} {formular.Takt} {formular.Undervisning} {formular.Datum} {formular.Nar}");
            funna += hittade.Count;
        }

        funna.ShouldBeGreaterThan(1_000);
    }

    /// <summary>As docs/mina-sidor.md says it, without any index.</summary>
    private static bool Passar(Utbudspost p, Utbudsurval u)
    {
        var ord = SvenskText.OrdI($"{p.Namn} {p.Kod} {p.Skola} {p.Ort}");
        return u.Ord.All(sokt => ord.Any(o => o.StartsWith(sokt, StringComparison.Ordinal)))
            && (u.Skolform is null || p.Skolform == u.Skolform)
            && (u.Niva is null || p.Niva == u.Niva)
            && (u.Undervisning is null || p.Undervisning == u.Undervisning)
            && (u.Takt is null || Takter.For(p.Takt!.Value) == u.Takt)
            && (u.Datum, u.Datumslag) switch
            {
                (null, _) => p.Tider.Any(t => t.SistaDag >= Testklocka.Standarddag),
                ({ } dag, Datumslag.Borjar) => p.Tider.Any(t => t.ForstaDag >= dag),
                ({ } dag, _) => p.Tider.Any(t => t.Period.Innehaller(dag)),
            };
    }

    private static Dagperiod P(string forsta, string sista) => new(DateOnly.Parse(forsta), DateOnly.Parse(sista));
}
