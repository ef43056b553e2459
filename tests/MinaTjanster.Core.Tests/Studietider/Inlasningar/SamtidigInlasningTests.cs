using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tests.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Studietider.Rapporter.Studietidsvarld;

namespace MinaTjanster.Core.Tests.Studietider.Inlasningar;

/// <summary>Two at the school have the same file open; and what is left to send of a file.</summary>
public sealed class SamtidigInlasningTests
{
    private const string Rubrik = "namn;kod;takt;undervisning;fran_lasar;slag";

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    /// <summary>A row that waits, however shortly, can be read in by whoever reads in the rest.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task RowThatIsTakenOffTheList_NeverWaitsOnTheWay(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var fil = await LasAsync(varld, Inlasningsslag.Utbildningar, $"{Rubrik}\nTeknikprogrammet;TETEK0000;0;På plats;2026/27;Program\n");
        var nekad = fil.Nekade.Rader.ShouldHaveSingleItem();
        List<Inlasningstillstand> sparade = [];

        var svar = await varld.SkolanAsync(t =>
        {
            t.Db.SavedChanges += (_, _) => sparade.AddRange(t.Db.ChangeTracker.Entries<Inlasningsrad>().Select(r => r.Entity.Tillstand));
            return t.Inlasning.TaBortAsync(fil.Inlasning.Id, nekad.Id, nekad.Version, default);
        });

        svar!.Value.Tillstand.ShouldBe(Inlasningstillstand.Borttagen);
        sparade.ShouldBe([Inlasningstillstand.Borttagen]);
        (await varld.SkolanAsync(t => t.Inlasning.TaBortAsync(fil.Inlasning.Id, nekad.Id, nekad.Version, default)))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<InlasningsradenAvgjord>();
    }

    /// <summary>The one reads in the rest; the other, between its rows, corrects nothing and takes one off the list.</summary>
    [Fact]
    public async Task RestIsReadIn_WithoutTheRowThatWasTakenOffMeanwhile()
    {
        await using var varld = await SkapaAsync();
        var (id, andra) = await varld.SkolanAsync(async t =>
        {
            var konto = await t.Db.Konton.Select(k => k.Id).FirstAsync();
            string[] natur = ["", "Naturvetenskapsprogrammet", "Program", "", "", "NANAT0000", "100", "På plats", "", "2026/27", ""];
            string[] teknik = ["", "Teknikprogrammet", "Program", "", "", "TETEK0000", "100", "På plats", "", "2026/27", ""];
            var inlasning = new Inlasning(varld.SkolaId, Inlasningsslag.Utbildningar, "a.csv", konto, varld.Klocka.GetUtcNow().UtcDateTime, [], [new(varld.SkolaId, 2, natur, null), new(varld.SkolaId, 3, teknik, null)]);
            t.Db.Add(inlasning);
            await t.Db.SaveChangesAsync();
            return (inlasning.Id, inlasning.Rader[1].Id);
        });

        await varld.SkolanAsync(t =>
        {
            t.Db.SavedChanges += (_, _) =>
            {
                if (t.Db.Database.CurrentTransaction is not null || !t.Db.ChangeTracker.Entries<Inlasningsrad>().Any())
                    return;

                using var annan = varld.Databas.For(varld.SkolaId);
                annan.Inlasningsrader.Where(r => r.Id == andra).ExecuteUpdate(r => r.SetProperty(x => x.Tillstand, Inlasningstillstand.Borttagen));
            };
            return t.Inlasning.LasInAsync(id, default);
        });

        await using var db = varld.Databas.For(varld.SkolaId);
        (await db.Utbildningar.Select(u => u.Uppgift.Namn).OrderBy(n => n).ToListAsync()).ShouldBe(["Ekonomiprogrammet", "Naturvetenskapsprogrammet"]);
        (await db.Inlasningsrader.OrderBy(r => r.Radnummer).Select(r => r.Tillstand).ToListAsync()).ShouldBe([Inlasningstillstand.Inlast, Inlasningstillstand.Borttagen]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Lasaret_IsNamedToSend_OnlyWhileItsReportIsOpenAndHoldsSomething(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        const string Fil = "utbildning;forsta_dag;sista_dag;uppehall;omfattning\nEkonomiprogrammet;2026-08-17;2026-12-18;;100\n";

        (await LasAsync(varld, Inlasningsslag.Studietider, Fil)).Lasaren.ShouldBe([Lasaret]);
        (await LasAsync(varld, Inlasningsslag.Studietider, Fil)).Lasaren.ShouldBe([Lasaret], "unchanged, and not sent yet");
        await varld.SkickaAsync(Lasaret);
        (await LasAsync(varld, Inlasningsslag.Studietider, Fil)).Lasaren.ShouldBeEmpty("it is at CSN");
        var rapport = (await varld.RapporterAsync()).Single();
        await varld.CsnAsync(t => t.Granskning.GodkannAsync(rapport.Id, rapport.Version, default));

        var sedan = await LasAsync(varld, Inlasningsslag.Studietider, Fil);
        (sedan.AntalMed(Inlasningstillstand.Oforandrad), sedan.Lasaren.Count).ShouldBe((1, 0));
        await varld.OppenAsync(Lasaret);
        (await LasAsync(varld, Inlasningsslag.Studietider, Fil)).Lasaren.ShouldBeEmpty("a report that is begun and empty has nothing to send");
    }

    private static async Task<Inlasningssida> LasAsync(Studietidsvarld varld, Inlasningsslag slag, string text)
    {
        var id = (await varld.SkolanAsync(t => t.Inlasning.TaEmotAsync(slag, "fil.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), default))).Value;
        return (await varld.SkolanAsync(t => t.Inlasningar.ForAsync(id, 1, default)))!;
    }
}
