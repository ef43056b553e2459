using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Tests.Dokumentlagring;
using MinaTjanster.Core.Tests.Personidentiteter;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>What the letters say, to whom.</summary>
public sealed class BeslutsbrevTests
{
    private static readonly DateTime Tid = new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Dag = new(2026, 11, 23);

    public static IEnumerable<object[]> Slagen() => Enum.GetValues<Skolkbeslutsslag>().Select(s => new object[] { s });

    [Theory]
    [MemberData(nameof(Slagen))]
    public void EveryLetter_TellsOfOtherSupport_AndIsWholeSentences(Skolkbeslutsslag slag)
    {
        foreach (var fodd in new[] { new DateOnly(2009, 4, 12), new DateOnly(2008, 4, 12) })
        {
            var brev = Brev(slag, fodd);
            var text = Text(brev);

            text.ShouldContain("bostadsbidrag och flerbarnstillägg från Försäkringskassan");
            Avsnitten(brev).SelectMany(a => a.Stycken).ShouldAllBe(s => s.EndsWith('.') && char.IsUpper(s[0]));
            text.ShouldNotContain("  ");
            text.ShouldNotContain("Lisas s");
            Brevtext.Rubrik(brev).ShouldNotEndWith(".");
        }
    }

    [Fact]
    public void Under18_GoesToWhoeverHasCustody_AndFrom18ToTheStudent()
    {
        var under = Brev(Skolkbeslutsslag.Stopp, Dag.AddYears(-18).AddDays(1));
        var fyllda = Brev(Skolkbeslutsslag.Stopp, Dag.AddYears(-18));

        under.Adressrader.ShouldBe(["Vårdnadshavare för", "Lisa Ek"]);
        (under.Till, fyllda.Till).ShouldBe((Brevmottagare.Vardnadshavaren, Brevmottagare.Eleven));
        (under.Till.Text(), under.Till.Forst(), fyllda.Till.Text(), fyllda.Till.Forst()).ShouldBe(("vårdnadshavaren", "Vårdnadshavaren", "eleven", "Eleven"));
        Text(under).ShouldContain("Du får brevet för att du är vårdnadshavare till Lisa Ek. Södra Bergets gymnasium har rapporterat att Lisa har ogiltig frånvaro sedan 5 oktober 2026.");
        fyllda.Mottagare.ShouldBe("Lisa Ek");
        Text(fyllda).ShouldContain("Södra Bergets gymnasium har rapporterat att du har ogiltig frånvaro sedan 5 oktober 2026.");
        Text(fyllda).ShouldContain("från och med utbetalningen 30 november 2026");
        Text(fyllda).ShouldContain("interimistiskt");
    }

    [Fact]
    public void AStopWithALastDay_HoldsForTheAbsenceOnly()
    {
        var arende = new Arende(1, new Skolkrapport(1, 1, new(new(2026, 10, 5), new(2026, 10, 30), 690, 6, false), "SK-2222-222X", "nyckel", 1, Tid, new(2026, 11, 10)), Tid);
        arende.BeslutaStopp(Tid);

        var text = Text(Brev(Skolkbeslutsslag.Stopp, new(2008, 4, 12)) with { Beslut = arende.Beslut[0] });

        text.ShouldContain("CSN har bestämt att inte betala ut mer studiebidrag för tiden till och med 30 oktober 2026. Inga kommande utbetalningar stoppas. Beslutet är interimistiskt.");
        text.ShouldContain("Studiebidraget betalas därför ut som vanligt för tiden efter den dagen.");
        text.ShouldNotContain("från och med utbetalningen");
    }

    [Fact]
    public void Hearing_SaysWhatIsMeantWhyAndHowToAnswer()
    {
        var text = Text(Brev(Skolkbeslutsslag.Kommunicering, new(2008, 4, 12)));

        text.ShouldContain("1\u00A0250\u00A0kr i studiebidrag har betalats ut felaktigt");
        text.ShouldContain("Vi tänker kräva tillbaka 1\u00A0250\u00A0kr.");
        text.ShouldContain("så att svaret är hos oss inom 14 dagar från den dag vi postade det här brevet");
        text.ShouldContain("Skolans underlag finns med brevet: bilaga 1 (2 sidor), bilaga 2 (1 sida).");
        text.ShouldContain("25 § förvaltningslagen");
    }

    [Fact]
    public void Outcome_SaysTheAmountTheReasonAndHowToAppeal()
    {
        var text = Text(Brev(Skolkbeslutsslag.Utfall, new(2008, 4, 12)));

        text.ShouldContain("1\u00A0250\u00A0kr, som betalades ut felaktigt, ska betalas tillbaka.");
        text.ShouldContain("Frånvaron var inte giltig.");
        text.ShouldContain("Överklagandenämnden för studiestöd");
        text.ShouldContain("inom tre veckor");
        text.ShouldContain("5 kap. studiestödslagen (1999:1395)");
    }

    [Theory]
    [InlineData(Skolkbeslutsslag.Kommunicering, Skolkbeslutsslag.Kommunicering, "Det här brevet ersätter vårt brev från 20 november 2026. CSN har granskat")]
    [InlineData(Skolkbeslutsslag.Kommunicering, Skolkbeslutsslag.Utfall, "Beslutet om återbetalning från 20 november 2026 gäller inte längre. CSN har granskat")]
    [InlineData(Skolkbeslutsslag.Utfall, Skolkbeslutsslag.Utfall, "ska betalas tillbaka. Det här beslutet ersätter beslutet om återbetalning från 20 november 2026.")]
    [InlineData(Skolkbeslutsslag.Upphavande, Skolkbeslutsslag.Utfall, "stoppa studiebidraget. Beslutet om återbetalning från 20 november 2026 gäller inte längre. Det som")]
    public void ALetterAfterAnother_SaysThatTheEarlierOneNoLongerHolds(Skolkbeslutsslag slag, Skolkbeslutsslag tidigare, string mening)
    {
        var fore = Brev(tidigare, new(2008, 4, 12)).Beslut;
        fore.SkrivUt(Tid, "nyckel");
        var brev = Brev(slag, new(2008, 4, 12));

        Text(brev).ShouldNotContain("20 november 2026");
        Text(brev with { Ersatter = fore }).ShouldContain(mening);
    }

    [Fact]
    public void BackAgain_TellsTheNextPaymentFromTheLettersOwnDay()
    {
        var brev = Brev(Skolkbeslutsslag.Aterupptagande, new(2008, 4, 12));

        Text(brev with { Dag = new(2026, 11, 30) }).ShouldContain("Nästa utbetalning är 30 december 2026.");
        Text(brev with { Dag = new(2027, 1, 25) }).ShouldContain("Nästa utbetalning är 26 februari 2027.");
    }

    [Fact]
    public void Print_ToAProtectedPerson_SaysHowItGoes()
    {
        using var mapp = new Tempmapp();
        var brev = Brev(Skolkbeslutsslag.Stopp, new(2008, 4, 12));

        foreach (var (ett, skyddat) in new[] { (brev, false), (brev with { ArSkyddad = true }, true) })
        {
            var fil = mapp.Write($"{skyddat}.pdf", Beslutsbrevspdf.Rita([ett], Testteckensnitt.Inter, Tid));
            Verktyg.Run("qpdf", "--check", fil);
            Verktyg.Run("pdftotext", "-layout", fil, "-").Contains("Genom Skatteverkets förmedling", StringComparison.Ordinal).ShouldBe(skyddat);
        }
    }

    /// <summary>Name above, room for the address below, all within the window of a C5 envelope (x 115–195 mm, y 45–75 mm), and nothing else there.</summary>
    [Theory]
    [InlineData("Lisa", "Ek")]
    [InlineData("Alexandra Wilhelmina", "Gyllencreutz-Oxenstierna af Södermöre Silfverskiöld")]
    public void Print_LeavesTheWindowForNameAndAddress(string fornamn, string efternamn)
    {
        using var mapp = new Tempmapp();
        foreach (var fodd in new[] { new DateOnly(2009, 4, 12), new DateOnly(2008, 4, 12) })
        {
            var brev = Brev(Skolkbeslutsslag.Stopp, fodd) with { Fornamn = fornamn, Efternamn = efternamn, ArSkyddad = true };
            var fil = mapp.Write($"{fodd:yyyyMMdd}.pdf", Beslutsbrevspdf.Rita([brev], Testteckensnitt.Inter, Tid));

            Rutan(fil, 115, 45, 80, 30).ShouldBe(string.Join(' ', brev.Adressrader));
            Rutan(fil, 115, 59, 80, 16).ShouldBe("", "room for the address");
        }

        static string Rutan(string fil, double x, double y, double bredd, double hojd)
        {
            const int Upplosning = 254; // ten points a millimetre
            string[] ruta = [.. new[] { ("-x", x), ("-y", y), ("-W", bredd), ("-H", hojd) }.SelectMany(r => new[] { r.Item1, $"{(int)(r.Item2 * 10)}" })];
            var text = Verktyg.Run("pdftotext", ["-f", "1", "-l", "1", "-r", $"{Upplosning}", .. ruta, fil, "-"]);
            return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public void PageCounts_AreThoseOfThePrint()
    {
        using var mapp = new Tempmapp();
        var breven = Enum.GetValues<Skolkbeslutsslag>().Select(s => Brev(s, new(2008, 4, 12))).ToList();
        var fil = mapp.Write("brev.pdf", Beslutsbrevspdf.Rita(breven, Testteckensnitt.Inter, Tid));

        var sidor = Beslutsbrevspdf.Sidantal(breven, Testteckensnitt.Inter);

        var iFilen = Verktyg.Run("pdftotext", "-layout", fil, "-").TrimEnd('\f', '\n').Split('\f');
        sidor.Sum().ShouldBe(iFilen.Length);
        sidor.Select((_, i) => iFilen[sidor.Take(i).Sum()]).ShouldAllBe(s => s.Contains("Sida 1 av", StringComparison.Ordinal));
    }

    [Fact]
    public void Print_IsAValidPdf_EachLetterFromAPageOfItsOwn()
    {
        using var mapp = new Tempmapp();
        var breven = Enum.GetValues<Skolkbeslutsslag>().Select(s => Brev(s, new(2008, 4, 12))).ToList();

        var fil = mapp.Write("brev.pdf", Beslutsbrevspdf.Rita(breven, Testteckensnitt.Inter, Tid));

        Verktyg.Run("qpdf", "--check", fil);
        var text = Verktyg.Run("pdftotext", "-layout", fil, "-");
        foreach (var ett in breven)
        {
            text.ShouldContain(Brevtext.Rubrik(ett));
        }

        text.Split('\f').Count(s => s.Contains("Sida 1 av", StringComparison.Ordinal)).ShouldBe(breven.Count);
        text.ShouldContain("2026-10-01–2026-10-15");
        text.ShouldContain("Tillsammans");
    }

    [Fact]
    public void Print_OfTheSameLetter_IsTheSame() =>
        Beslutsbrevspdf.Rita([Brev(Skolkbeslutsslag.Utfall, new(2008, 4, 12))], Testteckensnitt.Inter, Tid)
            .ShouldBe(Beslutsbrevspdf.Rita([Brev(Skolkbeslutsslag.Utfall, new(2008, 4, 12))], Testteckensnitt.Inter, Tid));

    private static Beslutsbrev Brev(Skolkbeslutsslag slag, DateOnly fodd)
    {
        var rapport = new Skolkrapport(1, 1, new(new(2026, 10, 5), null, 690, 6, false), "SK-2222-222X", "nyckel", 1, Tid, new(2026, 11, 10));
        var arende = new Arende(1, rapport, Tid);
        arende.BeslutaStopp(Tid);
        arende.Beslut[0].SkrivUt(Tid, "x");
        arende.TaEmotUnderlag(Tid);
        arende.Ta(7, Tid);
        arende.Godkann(7, Tid);
        DateOnly rapportdag = new(2026, 11, 10);
        var avrakning = Avrakning.Berakna(Uppskattning.Berakna(new(2026, 10, 5), null, rapportdag), null, rapportdag, new(2027, 6, 30));
        arende.Kommunicera(7, avrakning, [3], Tid);
        arende.BeslutaUtfall(7, avrakning, Utfallsval.EnligtUppskattningen, "Frånvaron var inte giltig.", Tid);
        var fore = rapport.Uppgift;
        rapport.Avsluta(new(2026, 11, 18));
        arende.BeslutaEfterAndring(fore, Avrakning.Berakna(avrakning.FelUtbetalt, rapport.SistaDag, rapportdag, new(2027, 6, 30)), Tid.AddDays(6));
        arende.Aterta(Tid.AddDays(9));
        var beslut = arende.Beslut.Single(b => b.Slag == slag);
        return new Beslutsbrev(
            beslut,
            "SK-2222-222X",
            "Lisa",
            "Ek",
            Personnummer.FranVarde(Testnummer.Skapa(fodd, 980)),
            ArSkyddad: false,
            "Södra Bergets gymnasium",
            Dag,
            slag == Skolkbeslutsslag.Kommunicering ? [new(3, 2), new(4, 1)] : []);
    }

    private static IEnumerable<Brevavsnitt> Avsnitten(Beslutsbrev brev) => Brevtext.Avsnitt(brev) is var (fore, efter) ? [.. fore, .. efter] : [];

    private static string Text(Beslutsbrev brev) => string.Join('\n', Avsnitten(brev).SelectMany(a => a.Stycken.Prepend(a.Rubrik ?? "")));
}
