using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering.Filer;

/// <summary>A file of several schools: the page of one part tells of the others, to who reports for those schools too.</summary>
public sealed class FildelTests : IAsyncLifetime
{
    private const string Rubrik = "skolkod;personnummer;fornamn;efternamn;handelse;forsta_dag;sista_dag;arskurs;studievagskod;utbildning;omfattning\n";
    private const string Norra = Demoskolor.NorraHamnen + ";20090301-9800;Kim;Berg;11;2026-08-17;2027-06-11;1;NANAT0000;;\n";
    private const string Angsholm = Demoskolor.Angsholm + ";20040301-T123;Lo;Berg;11;2026-08-17;2026-12-18;;;Svenska 1;100\n";

    // Nobody has reported that the student began: refused.
    private const string AngsholmNekad = Demoskolor.Angsholm + ";20040301-T124;;;31;2026-09-07;;;;;\n";

    private readonly PortalFabrik _portal = new();
    private Portalklient _david = null!;

    public async ValueTask InitializeAsync()
    {
        _david = await _portal.InloggadAsync(Personer.DavidAbdi);
        await _david.ValjSkolaAsync(Demoskolor.NorraHamnen);
    }

    public async ValueTask DisposeAsync()
    {
        _david.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task WhoHoldsBothSchools_IsToldOfTheOtherPart_OnPageAndReceipt_FromBothSides()
    {
        var vantar = await SkickaAsync(Norra + Angsholm + AngsholmNekad, las: false);
        vantar.Text.ShouldContain($"Ängsholms komvux ({Demoskolor.Angsholm}): väntar på inläsning");
        await LasAsync();
        var adress = vantar.Url.AbsolutePath;

        foreach (var sida in new[] { await _david.HamtaAsync(adress), await _david.HamtaAsync($"{adress}/kvittens") })
        {
            sida.Text.ShouldContain("Filen hade rader för fler av dina skolor.");
            sida.Text.ShouldContain("Byt skola högst upp på sidan");
            sida.Text.ShouldContain($"Ängsholms komvux ({Demoskolor.Angsholm}): inläst, 1 rad med fel");
            // The own one is the page itself.
            sida.Texter(".ds-alert li").Count.ShouldBe(1);
        }

        await _david.ValjSkolaAsync(Demoskolor.Angsholm);
        var lista = await _david.HamtaAsync("/filer");
        (await lista.KlickaAsync("elever.csv")).Texter(".ds-alert li").ShouldBe([$"Norra Hamnens gymnasium ({Demoskolor.NorraHamnen}): inläst"], ignoreOrder: true);
    }

    [Fact]
    public async Task FileOfOneSchool_SaysNothing_NorAnotherFile()
    {
        await SkickaAsync(Angsholm);
        var sida = await SkickaAsync(Norra);

        (await _david.HamtaAsync(sida.Url.AbsolutePath)).Text.ShouldNotContain("fler av dina skolor");
    }

    /// <summary>Anna reports for a school of her own and for one of the file's: of the file's other school she learns nothing.</summary>
    [Fact]
    public async Task Colleague_WhoHoldsOneOfTheSchools_SeesNothingOfTheOther()
    {
        var sida = await SkickaAsync(Norra + Angsholm);
        await using (var db = _portal.Databas.Alla())
        {
            var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen);
            var anna = await db.Konton.SingleAsync(k => k.UserName == Personer.AnnaLind.Anvandarnamn);
            db.Add(new Behorighet(anna.Id, skola.Id, Behorighetsslag.Studeranderapportering));
            // She may do something else at the other school; only who reports there is told.
            var annan = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Angsholm);
            db.Add(new Behorighet(anna.Id, annan.Id, Behorighetsslag.StudietiderUtbildningar));
            await db.SaveChangesAsync();
        }

        using var kollega = await _portal.InloggadAsync(Personer.AnnaLind);
        await kollega.ValjSkolaAsync(Demoskolor.NorraHamnen);

        foreach (var adress in new[] { sida.Url.AbsolutePath, $"{sida.Url.AbsolutePath}/kvittens" })
        {
            var svar = await kollega.HamtaAsync(adress);
            svar.Text.ShouldContain("elever.csv");
            svar.Text.ShouldNotContain("fler av dina skolor");
            svar.Text.ShouldNotContain("Ängsholm");
            svar.Text.ShouldNotContain(Demoskolor.Angsholm);
        }
    }

    private Task<int> LasAsync() => _portal.Services.GetRequiredService<FilinlasningService>().KorAsync(TestContext.Current.CancellationToken);

    private async Task<Sida> SkickaAsync(string rader, bool las = true)
    {
        var sida = await (await _david.HamtaAsync("/filer")).FindForm("Skicka fil").Bifoga("Filer", new("elever.csv", Encoding.UTF8.GetBytes(Rubrik + rader), "text/csv")).SkickaAsync();
        if (las)
            (await LasAsync()).ShouldBeGreaterThan(0, sida.Url.AbsolutePath.ToString(CultureInfo.InvariantCulture));
        return sida;
    }
}
