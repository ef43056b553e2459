using System.Text;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Tests.Personidentiteter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Franvarocoach;

public sealed class ListlasningTests
{
    private const string Rubrik = "personnummer;namn;klass;datum;start;lektion;schemalagt;franvaro;slag";

    private static readonly DateOnly Idag = D("2026-11-20");

    private static readonly string Anna = Testnummer.Skapa(Fodd, 981);

    private static readonly string Stefan = Testnummer.Skapa(Fodd, 982);

    private static async Task<Result<Inlastlista>> LasAsync(byte[] fil, Kolumnmappning? mappning = null)
    {
        var prov = await Listlasning.ProvaAsync(() => new MemoryStream(fil));
        return prov.IsAccepted ? await Listlasning.LasAsync(() => new MemoryStream(fil), mappning ?? prov.Value.Kand.ShouldNotBeNull(), Idag) : Result<Inlastlista>.Refused(prov.Refusals);
    }

    private static async Task<Inlastlista> LasAsync(string text) => (await LasAsync(Encoding.UTF8.GetBytes(text))).Value;

    private static string Kort(Inlastlista lista) =>
        string.Join(" ", lista.Elever.SelectMany(e => e.Rader).Select(r => $"{r.Dag:MMdd}@{r.Start}:{r.Franvaro}/{r.Schemalagt}={r.Slag}"));

    [Fact]
    public async Task OurOwnLayout_IsRead()
    {
        var lista = await LasAsync($"{Rubrik}\n{Anna};Anna Lind;NA26A;2026-11-17;08:20;Kemi 1;80;80;missad\n{Anna};Anna Lind;NA26A;20261117;9.55;Svenska;70;;\n{Anna};Anna Lind;NA26A;2026-11-18;;;300;300;giltig\n");

        Kort(lista).ShouldBe("1117@500:80/80=MissadLektion 1117@595:0/70=Narvaro 1118@-1:300/300=Giltig");
        var elev = lista.Elever.ShouldHaveSingleItem();
        (elev.Personnummer.Varde, elev.Namn, elev.Klass, elev.Rader[0].Lektion, elev.Rader[0].Starttid).ShouldBe((Anna, "Anna Lind", "NA26A", "Kemi 1", new TimeOnly(8, 20)));
        (lista.AntalRader, lista.AntalFel, lista.Period!.ForstaDag, lista.Period.SistaDag).ShouldBe((3, 0, D("2026-11-17"), D("2026-11-18")));
    }

    // The layouts of docs/franvarolistor.md.
    [Theory]
    [InlineData("Lektioner med frånvarotyp", "1117@500:20/80=SenAnkomst 1117@595:60/60=MissadLektion 1117@700:15/60=GickTidigare 1118@500:80/80=AnmaldEjGodkand 1118@595:0/60=Narvaro 1119@500:80/80=Giltig",
        "Personnr;Elev;Klass;Datum;Starttid;Sluttid;Kurs;Frånvaro (min);Frånvarotyp\nA;Lind, Anna;NA26A;2026-11-17;08:20;09:40;KEMKEM01;20;Sen ankomst\nA;;;2026-11-17;09:55;10:55;;60;Ogiltig frånvaro\nA;;;2026-11-17;11:40;12:40;;15;Avvek\nA;;;2026-11-18;08:20;09:40;;;Anmäld, ej godkänd\nA;;;2026-11-18;09:55;10:55;;0;Närvarande\nA;;;2026-11-19;08:20;09:40;;80;Sjuk\n")]
    [InlineData("Lektioner med orsak och giltighet", "1117@500:10/80=SenAnkomst 1117@595:60/60=Giltig 1117@700:60/60=Ogiltig 1118@500:0/80=Narvaro",
        "Elevens personnummer,Elevens namn,Undervisningsgrupp,Tidpunkt,Lektionslängd,Frånvarominuter,Orsak,Giltig\nA,Anna Lind,NA26A,2026-11-17 08:20,80,10,Kom sent,Nej\nA,\"Lind, Anna\",NA26A,2026-11-17 09:55:00,60,60,Frånvarande,Ja\nA,Anna Lind,NA26A,2026-11-17T11:40,60,60,,Nej\nA,Anna Lind,NA26A,2026-11-18 08:20,80,0,,\n")]
    [InlineData("Närvaro i timmar", "1117@500:60/80=MissadLektion 1117@595:20/60=SenAnkomst 1118@500:0/80=Narvaro",
        "Elev-ID\tNamn\tDag\tLektionstid\tÄmne\tFrånvaro (tim)\tStatus\nA\tAnna Lind\t2026-11-17\t08:20–09:40\tKemi\t1\tF\nA\tAnna Lind\t2026-11-17\t09.55 - 10.55\tSvenska\t0,33\tS\nA\tAnna Lind\t2026-11-18\t08:20-09:40\tKemi\t\tN\n")]
    [InlineData("Dagar med giltig och ogiltig tid", "1117@-1:60/60=Giltig 1117@-1:90/240=Ogiltig 1118@-1:0/300=Narvaro 1119@-1:120/300=Ogiltig",
        "Personnummer;Namn;Klass;Datum;Schemalagd tid (min);Giltig frånvaro (min);Ogiltig frånvaro (min)\nA;Anna;NA26A;2026-11-17;300;60;90\nA;Anna;NA26A;2026-11-18;300;0;0\nA;Anna;NA26A;2026-11-19;300;;120\n")]
    public async Task AKnownLayout_IsRecognisedByItsHeadings_AndRead(string namn, string vantat, string text)
    {
        var fil = Encoding.UTF8.GetBytes(text.Replace("\nA", $"\n{Anna}"));
        (await Listlasning.ProvaAsync(() => new MemoryStream(fil))).Value.Kand!.Namn.ShouldBe(namn);
        var lista = (await LasAsync(fil)).Value;
        lista.Fel.ShouldBeEmpty();
        Kort(lista).ShouldBe(vantat);
    }

    [Fact]
    public async Task ALayout_IsRecognisedWithoutTheColumnsThatAreOnlyShown()
    {
        var lista = await LasAsync($"Datum;Personnr;Starttid;Sluttid;FRÅNVARO (MIN);franvarotyp;Skolhus\n2026-11-17;{Anna};08:20;09:40;80;Skolk;B\n");
        Kort(lista).ShouldBe("1117@500:80/80=MissadLektion");
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("iso-8859-1", false)]
    public async Task AnyEncoding_GivesTheSameWords(string kod, bool bom)
    {
        var kodning = kod == "utf-8" ? new UTF8Encoding(bom) : Encoding.GetEncoding(kod);
        byte[] fil = [.. kodning.GetPreamble(), .. kodning.GetBytes($"Personnr;Elev;Datum;Starttid;Sluttid;Frånvaro (min);Frånvarotyp\n{Anna};Åsa Öberg;2026-11-17;08:20;09:40;80;Anmäld, ej godkänd\n")];
        var lista = (await LasAsync(fil)).Value;
        (lista.Elever[0].Namn, lista.Elever[0].Rader[0].Slag).ShouldBe(("Åsa Öberg", Franvaroslag.AnmaldEjGodkand));
    }

    [Theory]
    [InlineData(";x;;2026-11-17;08:20;;80;80;missad", "LISTA-PNR-SAKNAS")]
    [InlineData("20090412-9999;x;;2026-11-17;08:20;;80;80;missad", "LISTA-PNR")]
    [InlineData("A;x;;17/11-26;08:20;;80;80;missad", "LISTA-DATUM")]
    [InlineData("A;x;;17/11/2026;08:20;;80;80;missad", "LISTA-DATUM")] // in English the month may come first
    [InlineData("A;x;;11/17 2026;08:20;;80;80;missad", "LISTA-DATUM")]
    [InlineData("A;x;;31/11 2026;08:20;;80;80;missad", "LISTA-DATUM")]
    [InlineData("A;x;;17/11 2026 kl;08:20;;80;80;missad", "LISTA-DATUM")]
    [InlineData("A;x;;2026-11-17 kl;08:20;;80;80;missad", "LISTA-DATUM")]
    [InlineData("A;x;;2026-11-17;morgon;;80;80;missad", "LISTA-KLOCKSLAG")]
    [InlineData("A;x;;2026-11-17;09:40-08:20;;80;80;missad", "LISTA-KLOCKSLAG")]
    [InlineData("A;x;;2026-11-17;08:20;;en timme;80;missad", "LISTA-TID")]
    [InlineData("A;x;;2026-11-17;08:20;;80;-80;missad", "LISTA-TID")]
    [InlineData("A;x;;2026-11-17;08:20;;80;1,5;missad", "LISTA-TID")]
    [InlineData("A;x;;2026-11-17;08:20;;80;1 dag;missad", "LISTA-TID")]
    [InlineData("A;x;;2026-11-17;08:20;;80;1 20 min;missad", "LISTA-TID")]
    [InlineData("A;x;;2026-11-17;08:20;;80;25 tim;missad", "LISTA-TID")]
    [InlineData("A;x;;2026-11-17;08:20;;2000;80;missad", "LISTA-TID")]
    [InlineData("A;x;;2026-11-17;08:20;;60;80;missad", "LISTA-FORLANG")]
    [InlineData("A;x;;2026-11-17;23:20;;80;80;missad", "LISTA-MIDNATT")]
    [InlineData("A;x;;2026-11-17;08:20;;80;80;borta", "LISTA-ORD")]
    [InlineData("A;x;;2026-11-17;08:20;;80;80;", "LISTA-SLAG-SAKNAS")]
    [InlineData("A;x;;2026-11-17;08:20;;80;80;närvaro", "LISTA-MOTSAGELSE")]
    [InlineData("A;x;;2026-11-17;08:20;;80;;sen", "LISTA-LANGD-SAKNAS")]
    [InlineData("A;x;;2026-11-17;08:20;;;;missad", "LISTA-LANGD-SAKNAS")]
    [InlineData("A;x;;2026-11-17;08:20;;80;80", "RAD-FA-FALT")]
    [InlineData("A;\"x;;2026-11-17;08:20;;80;80;missad", "RAD-CITATTECKEN")]
    public async Task ABadRow_IsListed_AndTheOthersAreRead(string rad, string kod)
    {
        var lista = await LasAsync($"{Rubrik}\n{Anna};;;2026-11-16;08:20;;80;80;missad\n{(rad.StartsWith('A') ? Anna + rad[1..] : rad)}\n{Anna};;;2026-11-18;08:20;;80;80;missad\n");

        Kort(lista).ShouldBe("1116@500:80/80=MissadLektion 1118@500:80/80=MissadLektion");
        var fel = lista.Fel.ShouldHaveSingleItem();
        (fel.Radnummer, fel.Fel.Code, lista.AntalFel, lista.AntalRader).ShouldBe((3, kod, 1, 3));
        fel.Fel.Sentence.ShouldEndWith(".");
        fel.Fel.Sentence.ShouldNotContain(Anna[8..]);
    }

    [Fact]
    public async Task UnknownWords_AreNamedOnce_AndANumberAmongThemIsMasked()
    {
        var lista = await LasAsync($"{Rubrik}\n{Anna};;;2026-11-16;08:20;;80;80;borta\n{Anna};;;2026-11-17;08:20;;80;80;borta\n{Anna};;;2026-11-18;08:20;;80;80;{Stefan}\n");
        // A number is no word that anybody can say the meaning of.
        lista.OkandaOrd.ShouldBe(["borta"]);
        lista.Fel.Select(f => f.Fel.Code).ShouldBe(["LISTA-ORD", "LISTA-ORD", "LISTA-ORD-PNR"]);
        lista.Fel[2].Fel.Sentence.ShouldNotContain(Stefan);
        lista.Elever.ShouldBeEmpty();
        lista.Period.ShouldBeNull();
    }

    [Fact]
    public async Task ALongWord_IsKeptWhole_SoThatItCanBeToldWhatItMeans()
    {
        var ord = $"Oanmäld frånvaro som mentor inte har {new string('x', 100)} bedömt";
        var fil = Encoding.UTF8.GetBytes($"{Rubrik}\n{Anna};;;2026-11-16;08:20;;80;80;{ord}\n");
        var forst = (await LasAsync(fil)).Value;
        forst.OkandaOrd.ShouldBe([ord]);
        forst.Fel.ShouldHaveSingleItem().Fel.Sentence.ShouldContain("Oanmäld frånvaro som mentor inte har xxx…");

        var layout = Kandalayouter.Alla.Single(l => l.Namn == "Mina tjänsters layout");
        var sagt = layout with { Slagord = new Dictionary<string, Franvaroslag>(layout.Slagord) { [forst.OkandaOrd[0]] = Franvaroslag.MissadLektion } };
        Kort((await LasAsync(fil, sagt)).Value).ShouldBe("1116@500:80/80=MissadLektion");
    }

    [Fact]
    public async Task OnlyAColumnOfGiltig_MakesAWordInItAbsence_OfTheWholeLesson()
    {
        var mappning = new Kolumnmappning(
            "Egen",
            new Dictionary<Listfalt, string> { [Listfalt.Personnummer] = "Personnr", [Listfalt.Datum] = "Datum", [Listfalt.Start] = "Start", [Listfalt.Slut] = "Slut", [Listfalt.Giltig] = "Giltig" },
            new Dictionary<string, Franvaroslag>(),
            new Dictionary<string, bool> { ["Ja"] = true, ["Nej"] = false });
        var lista = (await LasAsync(
            Encoding.UTF8.GetBytes($"Personnr;Datum;Start;Slut;Giltig\n{Anna};2026-11-16;08:20;09:40;Nej\n{Anna};2026-11-17;08:20;09:40;Ja\n{Anna};2026-11-18;08:20;09:40;\n{Anna};2026-11-19;08:20;;Nej\n"), mappning)).Value;

        Kort(lista).ShouldBe("1116@500:80/80=Ogiltig 1117@500:80/80=Giltig 1118@500:0/80=Narvaro");
        lista.Fel.ShouldHaveSingleItem().Fel.Code.ShouldBe("LISTA-LANGD-SAKNAS");
    }

    [Theory]
    [InlineData("80;", "80/80=Giltig")]
    [InlineData("80;0", "80/80=Giltig")]
    [InlineData("80;80", "80/80=Ogiltig")]
    [InlineData("0;", "0/80=Narvaro")]
    [InlineData(";", "0/80=Narvaro")]
    public async Task AbsenceOfWhichNoneIsOgiltig_IsGiltig(string tider, string vantat)
    {
        var mappning = new Kolumnmappning(
            "Egen",
            new Dictionary<Listfalt, string> { [Listfalt.Personnummer] = "Personnr", [Listfalt.Datum] = "Datum", [Listfalt.SchemalagdTid] = "Lektion", [Listfalt.Franvarotid] = "Frånvaro", [Listfalt.OgiltigTid] = "Varav ogiltig" },
            new Dictionary<string, Franvaroslag>(),
            new Dictionary<string, bool>());

        Kort((await LasAsync(Encoding.UTF8.GetBytes($"Personnr;Datum;Lektion;Frånvaro;Varav ogiltig\n{Anna};2026-11-16;80;{tider}\n"), mappning)).Value).ShouldBe($"1116@-1:{vantat}");
    }

    [Fact]
    public async Task AnUnderlag_CoversOnlyWhatTheListHolds()
    {
        string Rad(string dag) => $"{Anna};;;{dag};08:20;;80;80;missad\n";
        var lista = await LasAsync($"{Rubrik}\n{Rad("2026-11-10")}{Rad("2026-11-17")}{Stefan};;;2026-11-12;08:20;;80;0;\n");
        var ledig = await LasAsync($"{Rubrik}\n{Rad("2026-11-10")}{Rad("2026-11-17")}{Stefan};;;2026-12-01;;;300;300;giltig\n");

        foreach (var l in new[] { lista, ledig })
        {
            l.TackerTill(D("2026-11-10"), Idag).ShouldBe(D("2026-11-17"));
            l.TackerTill(D("2026-11-17"), Idag).ShouldBe(D("2026-11-17"));
            l.TackerTill(D("2026-11-09"), Idag).ShouldBeNull("it begins later");
            l.TackerTill(D("2026-11-18"), Idag).ShouldBeNull("it ends before");
        }
    }

    [Fact]
    public async Task ManyFaults_AreCounted_AndTheFirstListed()
    {
        var lista = await LasAsync($"{Rubrik}\n" + string.Concat(Enumerable.Repeat(";;;2026-11-16;08:20;;80;80;missad\n", Listlasning.MaxFel + 7)));
        (lista.AntalFel, lista.Fel.Count).ShouldBe((Listlasning.MaxFel + 7, Listlasning.MaxFel));
    }

    [Fact]
    public async Task ExactDuplicates_CountOnce_AndStudentsAreKeptApart()
    {
        var rad = "2026-11-17;08:20;Kemi;80;80;missad";
        var lista = await LasAsync($"{Rubrik}\n{Stefan};B;;{rad}\n{Anna};A;;{rad}\n{Anna[2..8]}-{Anna[8..]};A;;{rad}\n{Anna};A;;{rad}\n");
        lista.Dubbletter.ShouldBe(2);
        lista.Elever.Select(e => (e.Namn, e.Rader.Count)).ShouldBe([("A", 1), ("B", 1)]);
    }

    /// <summary>How a list may write the same row: ISO dates, a start, a length and minutes; or Swedish dates, both ends in one column, and hours.</summary>
    public static TheoryData<string> Skrivsatt => new("iso", "svenskt", "blandat");

    [Theory]
    [MemberData(nameof(Skrivsatt))]
    public async Task TheRowsOrder_DuplicatesAndParts_MakeNoDifference(string skrivsatt)
    {
        var slump = new Random(15);
        string[] slag = ["missad", "sen", "gick", "giltig", "ej godkand", ""];
        var innehall = Enumerable.Range(0, 300).Select(i => (Min: slump.Next(1, 60), Slag: slag[slump.Next(slag.Length)])).ToList();
        string[] Rader(Func<int, bool> svenskt) => [.. innehall.Select((r, i) => Rad(i, r.Slag.Length > 0 ? r.Min : 0, r.Slag, svenskt(i)))];
        var iso = await LasAsync($"{Rubrik}\n{string.Join('\n', Rader(_ => false))}\n");
        var rader = Rader(i => skrivsatt == "svenskt" || (skrivsatt == "blandat" && i % 2 == 0));

        var hel = await LasAsync($"{Rubrik}\n{string.Join('\n', rader)}\n");
        slump.Shuffle(rader);
        var omkastad = await LasAsync($"{Rubrik}\r\n{string.Join("\r\n", rader)}");
        var delar = Inlastlista.Ihop(await LasAsync($"{Rubrik}\n{string.Join('\n', rader[..170])}\n"), await LasAsync($"{Rubrik}\n{string.Join('\n', rader[90..])}\n"));
        var dubbelt = await LasAsync($"{Rubrik}\n{string.Join('\n', rader.Concat(Rader(_ => false)))}\n");

        foreach (var annan in new[] { hel, omkastad, delar, dubbelt })
        {
            annan.AntalFel.ShouldBe(0);
            annan.Elever.Select(e => (e.Personnummer, e.Namn, e.Klass)).ShouldBe(iso.Elever.Select(e => (e.Personnummer, e.Namn, e.Klass)));
            annan.Elever.SelectMany(e => e.Rader).ShouldBe(iso.Elever.SelectMany(e => e.Rader));
            annan.Period.ShouldBe(iso.Period);
        }

        (hel.AntalRader, delar.AntalRader, delar.Dubbletter, dubbelt.Dubbletter).ShouldBe((300, 380, 80, 300));
    }

    private static string Rad(int i, int minuter, string slag, bool svenskt)
    {
        var (dag, timme, min) = (D("2026-09-01").AddDays(i / 4), 8 + (i % 4 * 2), minuter % 3 == 0 ? $"{minuter / 60.0:0.00} tim".Replace('.', ',') : $"{minuter} min");
        var vad = svenskt ? $"{dag.Day}/{dag.Month} {dag.Year};{timme}.15-{timme + 1:00}:15;Ämne {i % 5};;{min}" : $"{dag:yyyy-MM-dd};{timme}:15;Ämne {i % 5};60;{minuter}";
        return $"{(i % 3 == 0 ? Stefan : Anna)};Namn {i % 3};K;{vad};{slag}";
    }

    [Fact]
    public async Task ATryOut_ShowsHeadingsAndTheFirstRows()
    {
        var fil = Encoding.UTF8.GetBytes("Pnr,Elevnamn,Lektionsdatum,Från,Till,Minuter,Typ\n" + string.Concat(Enumerable.Repeat($"{Anna},Anna,2026-11-17,08:20,09:40,80\n", 9)));
        var prov = (await Listlasning.ProvaAsync(() => new MemoryStream(fil))).Value;

        (prov.Avskiljare, prov.Kand, prov.Rader.Count, prov.Oversikt.AntalRader).ShouldBe((',', null, 5, 9));
        prov.Rubriker.ShouldBe(["Pnr", "Elevnamn", "Lektionsdatum", "Från", "Till", "Minuter", "Typ"]);
        prov.Rader[0].ShouldBe([Anna, "Anna", "2026-11-17", "08:20", "09:40", "80", ""]);

        var gissad = Kandalayouter.Gissa(prov.Rubriker);
        gissad.Kolumner.Select(k => k.Key).ShouldBe([Listfalt.Personnummer, Listfalt.Namn, Listfalt.Datum, Listfalt.Start, Listfalt.Slut, Listfalt.Franvarotid, Listfalt.Slag]);
        gissad.Prova().ShouldBeEmpty();

        // "Frånvarande" says nothing of what is valid, where no column does: it is asked for.
        gissad.Slagord.Keys.ShouldNotContain("Frånvarande");
        gissad.Slagord.Keys.ShouldContain("Kom sent");
    }

    [Theory]
    [InlineData("", "FIL-TOM")]
    [InlineData("personnummer;datum\n", "FIL-INGA-RADER")]
    [InlineData("%PDF-1.7\n", "FIL-PDF")]
    [InlineData("20090412T123;Anna Lind;2026-11-17;80\n20090412T123;Anna Lind;2026-11-18;80\n", "LISTA-RUBRIKRAD")]
    [InlineData("Anna Lind;090412-1234;2026-11-17;80\nAnna Lind;090412-1234;2026-11-18;80\n", "LISTA-RUBRIKRAD")]
    public async Task AFileThatIsNoList_IsRefused(string text, string kod) =>
        (await Listlasning.ProvaAsync(() => new MemoryStream(Encoding.UTF8.GetBytes(text)))).Refusals.ShouldHaveSingleItem().Code.ShouldBe(kod);

    [Fact]
    public async Task RandomBytes_GiveRowsOrARefusal_NeverAnException()
    {
        var slump = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var skrap = new byte[slump.Next(400)];
            slump.NextBytes(skrap);
            byte[] fil = [.. Encoding.UTF8.GetBytes(Rubrik + "\n"), .. skrap.Select(b => slump.Next(3) > 0 ? ";\n\"0123, A-"u8[b % 10] : b)];
            var svar = await Listlasning.LasAsync(() => new MemoryStream(fil), Kandalayouter.Alla.Single(l => l.Namn == "Mina tjänsters layout"), Idag);
            (svar.IsAccepted ? svar.Value.Elever.Count : svar.Refusals.Count).ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    [Fact]
    public async Task AMappingThatLacksSomething_SaysWhat()
    {
        var tom = new Kolumnmappning("Egen", new Dictionary<Listfalt, string>(), new Dictionary<string, Franvaroslag>(), new Dictionary<string, bool>());
        tom.Prova().Select(f => f.Code).ShouldBe(["LISTA-KOLUMN", "LISTA-KOLUMN", "LISTA-UTAN-SLAG"]);

        var dubbel = tom with { Kolumner = new Dictionary<Listfalt, string> { [Listfalt.Personnummer] = "Pnr", [Listfalt.Datum] = "Dag", [Listfalt.Start] = "dag", [Listfalt.Franvarotid] = "Tid", [Listfalt.Slag] = "Typ" } };
        dubbel.Prova().Select(f => (f.Code, f.Field)).ShouldBe([("LISTA-KOLUMN-DELAS", "Start"), ("LISTA-UTAN-ORD", "Slag")]);
        (dubbel with { Slagord = new Dictionary<string, Franvaroslag> { ["Sen"] = Franvaroslag.SenAnkomst, ["sen "] = Franvaroslag.Giltig } }).Prova().Select(f => f.Code)
            .ShouldBe(["LISTA-KOLUMN-DELAS", "LISTA-ORD-DUBBELT"]);

        (await LasAsync(Encoding.UTF8.GetBytes("a;b\n1;2\n"), dubbel)).Refusals.Select(f => f.Code).ShouldBe(["LISTA-KOLUMN-DELAS", "LISTA-UTAN-ORD"]);
    }

    [Fact]
    public async Task AColumnThatHasGone_IsAskedFor()
    {
        var mappning = Kandalayouter.Alla.Single(l => l.Namn == "Mina tjänsters layout");
        (await LasAsync(Encoding.UTF8.GetBytes($"personnummer;datum;start;schemalagt;franvaro\n{Anna};2026-11-17;08:20;80;80\n"), mappning)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("FIL-KOLUMN-SAKNAS");
    }

    [Fact]
    public void AMapping_IsKeptAsText()
    {
        foreach (var layout in Kandalayouter.Alla)
        {
            layout.Prova().ShouldBeEmpty(layout.Namn);
            var igen = Kolumnmappning.FranText(layout.TillText()).ShouldNotBeNull();
            (igen.Namn, igen.Enhet).ShouldBe((layout.Namn, layout.Enhet));
            igen.Kolumner.ShouldBe(layout.Kolumner, ignoreOrder: true);
            igen.Slagord.ShouldBe(layout.Slagord, ignoreOrder: true);
            igen.Giltigord.ShouldBe(layout.Giltigord, ignoreOrder: true);
        }

        foreach (var text in new[] { null, "", "{}", "x", "[]", "null", """{"Namn":"x","Kolumner":{"Finnsinte":"y"},"Slagord":{},"Giltigord":{}}""" })
            Kolumnmappning.FranText(text).ShouldBeNull(text);
    }

    [Fact]
    public void TheDocument_ListsEveryLayout()
    {
        var text = File.ReadAllText(Projektrot.Fil("docs", "franvarolistor.md"));
        foreach (var layout in Kandalayouter.Alla)
        {
            text.ShouldContain($"## {layout.Namn}", Case.Sensitive);
            foreach (var ord in layout.Kolumner.Values.Concat(layout.Slagord.Keys).Concat(layout.Giltigord.Keys))
                text.ShouldContain($"`{ord}`", Case.Sensitive, layout.Namn);
        }
    }
}
