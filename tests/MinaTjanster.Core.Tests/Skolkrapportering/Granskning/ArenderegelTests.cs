using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>Every act in every state, by whoever has the case and by somebody else: allowed (null) or a named refusal.</summary>
public sealed class ArenderegelTests
{
    private const long Jag = 7;
    private const long Annan = 8;
    private static readonly Avrakning Inget = new(new Uppskattning([]), []);
    private static readonly DateTime Tid = new(2026, 11, 2, 9, 41, 0, DateTimeKind.Utc);

    private static readonly Dictionary<(Arendestatus, bool Min), string?[]> Tabell = new()
    {
        // In the order of Arendeatgard: Ta, LaggTillbaka, Godkann, BegarKomplettering, Avsluta, Kvittera, AterkallaKomplettering, Kommunicera, BeslutaUtfall, LamnaOver.
        [(Arendestatus.VantarPaUnderlag, true)] = ["UTANUNDERLAG", "UTANUNDERLAG", "UTANUNDERLAG", "UTANUNDERLAG", "UTANUNDERLAG", "INTEATERTAGET", "UTANUNDERLAG", "UTANUNDERLAG", "UTANUNDERLAG", "UTANUNDERLAG"],
        [(Arendestatus.AttGranska, true)] = [null, "INTETAGET", "INTETAGET", "INTETAGET", "INTETAGET", "INTEATERTAGET", "INTETAGET", "INTETAGET", "INTETAGET", "INTETAGET"],
        [(Arendestatus.Granskas, true)] = ["DITT", null, null, null, "INTEGODKANT", "INTEATERTAGET", "UTANKOMPLETTERING", "FOREGODKANNANDE", "FOREGODKANNANDE", null],
        [(Arendestatus.Granskas, false)] = ["TAGET", "ANNANS", "ANNANS", "ANNANS", "ANNANS", "INTEATERTAGET", "ANNANS", "ANNANS", "ANNANS", "ANNANS"],
        [(Arendestatus.KompletteringBegard, true)] = ["DITT", "VANTARSVAR", "VANTARSVAR", "VANTARSVAR", "VANTARSVAR", "INTEATERTAGET", null, "VANTARSVAR", "VANTARSVAR", null],
        [(Arendestatus.KompletteringBegard, false)] = ["TAGET", "ANNANS", "ANNANS", "ANNANS", "ANNANS", "INTEATERTAGET", "ANNANS", "ANNANS", "ANNANS", "ANNANS"],
        [(Arendestatus.Godkant, true)] = ["DITT", "GODKANT", "GODKANT", "GODKANT", "INTEBESLUTAT", "INTEATERTAGET", "GODKANT", null, null, null],
        [(Arendestatus.Godkant, false)] = ["TAGET", "ANNANS", "ANNANS", "ANNANS", "ANNANS", "INTEATERTAGET", "ANNANS", "ANNANS", "ANNANS", "ANNANS"],
        [(Arendestatus.Avslutat, true)] = ["AVSLUTAT", "AVSLUTAT", "AVSLUTAT", "AVSLUTAT", "AVSLUTAT", "INTEATERTAGET", "AVSLUTAT", "AVSLUTAT", "AVSLUTAT", "AVSLUTAT"],
        [(Arendestatus.Avslutat, false)] = ["AVSLUTAT", "AVSLUTAT", "AVSLUTAT", "AVSLUTAT", "AVSLUTAT", "INTEATERTAGET", "AVSLUTAT", "AVSLUTAT", "AVSLUTAT", "AVSLUTAT"],
        [(Arendestatus.Atertaget, true)] = ["ATERTAGET", "ATERTAGET", "ATERTAGET", "ATERTAGET", "ATERTAGET", null, "ATERTAGET", "ATERTAGET", "ATERTAGET", "ATERTAGET"],
        [(Arendestatus.Atertaget, false)] = ["ATERTAGET", "ATERTAGET", "ATERTAGET", "ATERTAGET", "ATERTAGET", "ANNANS", "ATERTAGET", "ATERTAGET", "ATERTAGET", "ATERTAGET"],
    };

    public static IEnumerable<object[]> Rader() =>
        from status in Enum.GetValues<Arendestatus>()
        from min in HarHandlaggare(status) ? [true, false] : new[] { true }
        from atgard in Enum.GetValues<Arendeatgard>()
        select new object[] { status, min, atgard };

    [Theory]
    [MemberData(nameof(Rader))]
    public void Hinder_InEveryState_IsTheNamedRefusalOrNone(Arendestatus status, bool min, Arendeatgard atgard)
    {
        var arende = Nytt(status, min ? Jag : Annan);
        var vantat = Tabell[(status, min)][(int)atgard];

        var hinder = Arenderegel.Hinder(atgard, arende, Jag, "Greta Granberg");

        hinder?.Code.ShouldBe(vantat is null ? null : $"ARENDE-{vantat}");
        (hinder is null).ShouldBe(vantat is null);
    }

    [Theory]
    [MemberData(nameof(Rader))]
    public void Verbs_AgreeWithTheRule(Arendestatus status, bool min, Arendeatgard atgard)
    {
        var arende = Nytt(status, min ? Jag : Annan);
        var far = Arenderegel.Hinder(atgard, arende, Jag, "Greta Granberg") is null;

        Action gor = atgard switch
        {
            Arendeatgard.Ta => () => arende.Ta(Jag, Tid),
            Arendeatgard.LaggTillbaka => () => arende.LaggTillbaka(Jag),
            Arendeatgard.Godkann => () => arende.Godkann(Jag, Tid),
            Arendeatgard.BegarKomplettering => () => arende.BegarKomplettering(Jag, new(1, Kompletteringsorsak.Annat, "x", Jag, Tid, new DateOnly(2026, 12, 6)), Tid),
            Arendeatgard.Avsluta => () => arende.Avsluta(Jag, Tid),
            Arendeatgard.Kvittera => () => arende.KvitteraAtertagande(Jag, Tid),
            Arendeatgard.Kommunicera => () => arende.Kommunicera(Jag, Inget, [], Tid),
            Arendeatgard.BeslutaUtfall => () => arende.BeslutaUtfall(Jag, Inget, Utfallsval.EnligtUppskattningen, null, Tid),
            Arendeatgard.LamnaOver => () => arende.LamnaOver(Jag, Annan, Tid),
            _ => () => arende.AterkallaKomplettering(Jag, Tid),
        };

        if (far)
        {
            Should.NotThrow(gor);
        }
        else
        {
            Should.Throw<InvalidOperationException>(gor);
        }
    }

    [Fact]
    public void Ta_WhenSomebodyWasFirst_SaysWhoAndWhenInSwedishTime()
    {
        var arende = Nytt(Arendestatus.Granskas, Annan);

        Arenderegel.Hinder(Arendeatgard.Ta, arende, Jag, "Greta Granberg")!.Sentence
            .ShouldBe("Ärendet är redan taget av Greta Granberg 2 november 2026 kl. 10.42.");
    }

    [Fact]
    public void Avsluta_WhenTheOutcomeIsDecided_IsAllowedAndNothingElseIs()
    {
        var arende = Nytt(Arendestatus.Godkant, Jag);
        arende.BeslutaUtfall(Jag, Inget, Utfallsval.EnligtUppskattningen, null, Tid);

        Arenderegel.Hinder(Arendeatgard.Avsluta, arende, Jag, null).ShouldBeNull();
        foreach (var atgard in new[] { Arendeatgard.Kommunicera, Arendeatgard.BeslutaUtfall })
            Arenderegel.Hinder(atgard, arende, Jag, null)!.Code.ShouldBe("ARENDE-BESLUTAT");
    }

    [Fact]
    public void Kommunicera_ASecondTime_IsRefused()
    {
        var arende = Nytt(Arendestatus.Godkant, Jag);
        arende.Kommunicera(Jag, Inget, [], Tid);

        Arenderegel.Hinder(Arendeatgard.Kommunicera, arende, Jag, null)!.Sentence.ShouldBe("Frågan är redan ställd. Brevet har inte skickats än.");
        arende.Beslut[^1].SkrivUt(Tid, "nyckel");
        arende.Beslut[^1].MarkeraSkickat(Tid, Jag);
        arende.RaknaSvarstid(arende.Beslut[^1]);
        Arenderegel.Hinder(Arendeatgard.Kommunicera, arende, Jag, null)!.Sentence.ShouldBe("Frågan är redan skickad. Svaret ska ha kommit senast 16 november 2026.");
    }

    [Fact]
    public void Kvittera_ASecondTime_IsRefused()
    {
        var arende = Nytt(Arendestatus.Atertaget, Jag);
        arende.KvitteraAtertagande(Jag, Tid);

        Arenderegel.Hinder(Arendeatgard.Kvittera, arende, Jag, null)!.Code.ShouldBe("ARENDE-KVITTERAT");
    }

    [Fact]
    public void Kvittera_WhenNobodyHadTheCase_IsRefused()
    {
        var arende = Nytt(Arendestatus.VantarPaUnderlag, Jag);
        arende.Aterta(Tid);

        Arenderegel.Hinder(Arendeatgard.Kvittera, arende, Jag, null)!.Code.ShouldBe("ARENDE-UTANHANDLAGGARE");
    }

    private static bool HarHandlaggare(Arendestatus status) => status is not (Arendestatus.VantarPaUnderlag or Arendestatus.AttGranska);

    private static Arende Nytt(Arendestatus status, long handlaggare)
    {
        var rapport = new Skolkrapport(1, 1, new Skolkuppgift(new DateOnly(2026, 9, 7), null, 690, 6, false), "SK-2222-222X", "nyckel", 1, Tid, new DateOnly(2026, 10, 16));
        return Arenden.I(status, new Arende(1, rapport, Tid), handlaggare, Tid);
    }
}
