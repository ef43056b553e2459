using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Benchmarks.Filer;

/// <summary>Uploads files by the portal's own service, and asks how far their reading has come: on the database file that a portal has open.</summary>
internal sealed class Filko(string databas) : IAsyncDisposable
{
    private readonly ServiceProvider _tjanster = new ServiceCollection().AddPortalDatabas(Databasprovider.Sqlite, $"Data Source={databas}").BuildServiceProvider();

    private NyPortalDbContext NyDb => _tjanster.GetRequiredService<NyPortalDbContext>();

    public PortalDbContext Alla() => NyDb.NyForAlla("benchmark");

    /// <returns>The job's key.</returns>
    public async Task<long> LaggTillAsync(Skola skola, long kontoId, byte[] innehall, Filandamal andamal)
    {
        var klocka = new Startklocka();
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(new Sessionsuppgift(
            1, kontoId, "bench", "Bench", null, null, skola.Id, klocka.UtcNu(), klocka.UtcNu(),
            [new InnehavdBehorighet(Behorighetsslag.Studeranderapportering, skola.Id, skola.Skolkod, skola.Namn)])
        { Niva = Sessionsniva.Full });
        var omfang = new Skolomfang();
        omfang.ValjSkola(skola.Id);
        await using var db = NyDb.Ny(omfang);
        var uppladdning = new FiluppladdningService(
            db, NyDb, new DokumentService(db, NyDb, anvandare, klocka), new AuditService(db, NyDb, anvandare, klocka), anvandare, klocka);
        var svar = await uppladdning.TaEmotAsync("start.csv", andamal, new MemoryStream(innehall), CancellationToken.None);
        return svar.IsAccepted ? svar.Value[0].FiljobbId : throw new InvalidOperationException(svar.Refusals[0].Sentence);
    }

    /// <summary>Waits for the portal to read a file to its end.</summary>
    /// <returns>The job as it ended, and how long its reading took.</returns>
    public async Task<(Filjobb Jobb, TimeSpan Tid)> VantaAsync(long jobbId, Action? under = null)
    {
        while (true)
        {
            await using (var db = Alla())
            {
                var jobb = await db.Nationellt<Filjobb>().AsNoTracking().SingleAsync(j => j.Id == jobbId);
                if (jobb.ArAvslutad)
                    return (jobb, jobb.Avslutad!.Value - jobb.Startad!.Value);
            }

            under?.Invoke();
            await Task.Delay(100);
        }
    }

    /// <summary>The moment at which the portal's own clock starts (<see cref="Matning.Portalprocess"/>).</summary>
    private sealed class Startklocka : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => _tjanster.DisposeAsync();
}
