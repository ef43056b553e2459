using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering;

/// <summary>Who is left, with protected persons among them. Today is 22 November 2026; the school is a komvux.</summary>
public sealed class KvarAttRapporteraTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    /// <summary>A class or course of one person names the person: masked as the name is, in both lists of the page.</summary>
    [Fact]
    public async Task Protected_IsListedWithoutNameClassAndEducation()
    {
        await VantadAsync("20040301K001", "Dold", Personskydd.Skyddad, "SJU", "Sjömansrätt");
        await VantadAsync("20040301K002", "Synlig", Personskydd.Inget, "SVE", "Svenska 1");
        using var fredrik = await portal.InloggadAsync(Personer.FredrikDahl);

        var sida = await fredrik.HamtaAsync("/kvar-att-rapportera");

        sida.Texter("tbody tr").ShouldContain(r => r.StartsWith("Synlig Kvarsson", StringComparison.Ordinal) && r.Contains("SVE", StringComparison.Ordinal) && r.Contains("Svenska 1", StringComparison.Ordinal));
        sida.Texter("tbody tr").Count(r => r.StartsWith($"{Studerande.SkyddadText} xxxxxxxx-xxxx – –", StringComparison.Ordinal)).ShouldBe(2, "expected to begin, and a period without a result");
        foreach (var hemligt in new[] { "Dold", "SJU", "Sjömansrätt", "K001" })
            sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain(hemligt);
    }

    /// <summary>Expected by an admissions list, and with a period last spring that has no result.</summary>
    private async Task VantadAsync(string nummer, string fornamn, Personskydd skydd, string klass, string utbildning)
    {
        await using var db = portal.Databas.Alla();
        var skolaId = await db.Skolor.Where(s => s.Skolkod == "45678901").Select(s => s.Id).SingleAsync();
        var studerande = new Studerande(skolaId, Personnummer.FranVarde(nummer), fornamn, "Kvarsson", skydd, klass);
        studerande.LaggTill(new(skolaId, new(2026, 1, 12), new(2026, 6, 5), utbildning, Avdelning.A1));
        studerande.Vanta(new(2026, 8, 17), utbildning);
        db.Add(studerande);
        await db.SaveChangesAsync();
    }
}
