using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Underlagsfiler;

/// <summary>The portal as a process of its own, killed without warning: a document is whole or not there.</summary>
public sealed class AvbrutenProcessTests : IAsyncLifetime
{
    private Testdatabas _databas = null!;
    private Programprocess? _process;

    public async ValueTask InitializeAsync() => _databas = await Testdatabas.SkapaAsync();

    public async ValueTask DisposeAsync()
    {
        Doda();
        await _databas.DisposeAsync();
    }

    /// <summary>Killed when so many parts (of 64 KiB, of a file of 2 MB) are stored: the first, half of them, all that have arrived.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(15)]
    public async Task KilledDuringUpload_LeavesNoDocument_AndTheNextIsWhole(int delar)
    {
        var fall = await Skolkfall.SkapaAsync(_databas);
        var fil = Testfiler.Pdf("stor.pdf", storlek: 2_000_000);
        using (var klient = await StartaAsync())
        {
            using var avbrott = new CancellationTokenSource();
            var begaran = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Bifoga("Filer", fil).Begaran();
            begaran.Content = new StannandeInnehall(begaran.Content!, 1_000_000);
            var post = klient.Http.SendAsync(begaran, avbrott.Token);
            await VantaAsync(async db => await db.Nationellt<Dokumentdel>().CountAsync(d => db.Nationellt<Dokument>().Any(x => x.Id == d.DokumentId && x.Filnamn == "stor.pdf")) >= delar);
            Doda();
            await avbrott.CancelAsync();
            await Should.ThrowAsync<Exception>(() => post);
        }

        using (var klient = await StartaAsync())
        {
            var halv = (await fall.UnderlagenAsync()).Single().Dokument.ShouldHaveSingleItem();
            halv.Status.ShouldBe(Dokumentstatus.Paborjat);
            (await klient.HamtaAsync(fall.Underlag)).Text.ShouldContain("Inga filer än.");
            (await klient.HamtaAsync($"/dokument/{halv.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

            // Answered, and killed at once: what was answered stands.
            (await fall.LaddaUppAsync(klient, fil)).Status.ShouldBe(HttpStatusCode.OK);
            Doda();
        }

        using (var klient = await StartaAsync())
        {
            var hel = (await fall.UnderlagenAsync()).Single().Dokument.Single(d => d.Status == Dokumentstatus.Komplett);
            (await klient.HamtaAsync(fall.Underlag)).Texter(".filer a").ShouldBe(["stor.pdf"]);
            (await klient.HamtaAsync($"/dokument/{hel.Id}")).Innehall.ShouldBe(fil.Innehall);
        }
    }

    private async Task<Portalklient> StartaAsync()
    {
        _process = Programprocess.Starta(_databas, ("Jobb__Aktiva", "false"));
        await _process.VantaAsync();
        var klient = new Portalklient(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _process.Adress });
        await klient.LoggaInAsync(Personer.AnnaLind);
        return klient;
    }

    private void Doda()
    {
        _process?.Dispose();
        _process = null;
    }

    private async Task VantaAsync(Func<Core.Data.PortalDbContext, Task<bool>> villkor)
    {
        while (true)
        {
            await using var db = _databas.Alla();
            if (await villkor(db))
                return;

            await Task.Delay(50);
        }
    }

    /// <summary>Sends the first bytes of a body, and never the rest.</summary>
    private sealed class StannandeInnehall : HttpContent
    {
        private readonly HttpContent _helt;
        private readonly int _antal;

        public StannandeInnehall(HttpContent helt, int antal)
        {
            (_helt, _antal) = (helt, antal);
            Headers.ContentType = helt.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        // The client reads no answer before it has sent the whole body: a dead server is not noticed, so the test breaks off.
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var bytes = await _helt.ReadAsByteArrayAsync(cancellationToken);
            await stream.WriteAsync(bytes.AsMemory(0, _antal), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _helt.Headers.ContentLength!.Value;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _helt.Dispose();
            base.Dispose(disposing);
        }
    }
}
