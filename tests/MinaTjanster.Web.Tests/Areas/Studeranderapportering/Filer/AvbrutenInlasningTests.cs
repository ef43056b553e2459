using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering.Filer;

/// <summary>The portal as a process of its own, killed again and again while it reads a file: every row is stored once.</summary>
public sealed class AvbrutenInlasningTests : IAsyncLifetime
{
    private const int Rader = 4000;
    private const int Ganger = 20;

    private Testdatabas _databas = null!;
    private Programprocess? _process;
    private int _starter;

    public async ValueTask InitializeAsync() => _databas = await Testdatabas.SkapaAsync();

    public async ValueTask DisposeAsync()
    {
        _process?.Dispose();
        await _databas.DisposeAsync();
    }

    [Fact]
    public async Task KilledTwentyTimesDuringReadIn_EveryRowIsStoredOnce()
    {
        // Where it is killed: some rows further on each time, in whatever the program is doing just then.
        var slump = new Random(2026);
        var fore = await RaknaAsync();
        Starta();
        await _process!.VantaAsync();
        var id = await LaddaUppAsync();
        var stallen = new HashSet<long>();
        for (var gang = 0; gang < Ganger; gang++)
        {
            var hit = (await JobbAsync(id)).Position + 1 + slump.Next(Rader / Ganger - 20);
            while ((await JobbAsync(id)).Position < hit)
                _process.HarSlutat.ShouldBeFalse();
            _process.Doda();
            var jobb = await JobbAsync(id);
            jobb.Status.ShouldBe(Filjobbstatus.Pagar, "killed while it read");
            stallen.Add(jobb.Position);
            Starta();
        }

        Filjobb klart;
        while (!(klart = await JobbAsync(id)).ArAvslutad)
            _process.HarSlutat.ShouldBeFalse();

        stallen.Count.ShouldBe(Ganger, "every life read some rows");
        (klart.Status, klart.Rader, klart.Godtagna, klart.Nekade, klart.Oforandrade).ShouldBe((Filjobbstatus.Klar, Rader, Rader, 0, 0));
        (await RaknaAsync()).ShouldBe((fore.Studerande + Rader, fore.Handelser + Rader, fore.Perioder + Rader));
        await using var db = _databas.Alla();
        (await db.Nationellt<Handelse>().Where(h => h.SandningId == klart.SandningId).GroupBy(h => h.StuderandeId).CountAsync(g => g.Count() != 1)).ShouldBe(0);
        (await db.AuditEvents.CountAsync(e => e.Act == Core.Audit.Acts.FileRead && e.ObjektId == id)).ShouldBe(1);
    }

    /// <summary>Small chunks, and a lease that is out when the next one starts: its clock is a minute ahead.</summary>
    private void Starta()
    {
        _process?.Dispose();
        _process = Programprocess.Starta(
            _databas,
            ("Filinlasning__Block", "7"),
            ("Klocka__Start", new DateTime(2026, 11, 22, 10, _starter++, 0).ToString("s", CultureInfo.InvariantCulture)),
            ("Filinlasning__LanSekunder", "30"));
    }

    private async Task<long> LaddaUppAsync()
    {
        var fil = new StringBuilder("personnummer;fornamn;efternamn;handelse;forsta_dag;sista_dag;arskurs;studievagskod\n");
        for (var i = 0; i < Rader; i++)
            fil.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2009, 1, 1).AddDays(i % 300):yyyyMMdd}T{100 + (i / 300)};Nils;Fil;11;2026-08-17;2027-06-11;1;NANAT0000\n");
        using var klient = new Portalklient(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _process!.Adress });
        await klient.LoggaInAsync(Personer.DavidAbdi);
        await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);
        var sida = await (await klient.HamtaAsync("/filer")).FindForm("Skicka fil")
            .Bifoga("Filer", new Testfil("elever.csv", Encoding.UTF8.GetBytes(fil.ToString()), "text/csv")).SkickaAsync();
        return long.Parse(sida.Url.AbsolutePath.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private async Task<Filjobb> JobbAsync(long id)
    {
        await using var db = _databas.Alla();
        return await db.Nationellt<Filjobb>().AsNoTracking().SingleAsync(j => j.Id == id);
    }

    private async Task<(int Studerande, int Handelser, int Perioder)> RaknaAsync()
    {
        await using var db = _databas.Alla();
        return (await db.Nationellt<Studerande>().CountAsync(), await db.Nationellt<Handelse>().CountAsync(), await db.Nationellt<Studieperiod>().CountAsync());
    }
}
