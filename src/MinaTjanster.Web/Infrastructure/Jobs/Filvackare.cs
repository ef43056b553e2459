using System.Threading.Channels;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Web.Infrastructure.Drift;

namespace MinaTjanster.Web.Infrastructure.Jobs;

/// <summary>Says that a file has come, so that it is read at once; Quartz wakes the same worker for files that another copy has left.</summary>
public sealed class Filvackare
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Vack() => _signal.Writer.TryWrite(true);

    public ValueTask<bool> VantaAsync(CancellationToken ct) => _signal.Reader.ReadAsync(ct);
}

/// <summary>All schools, because each file is read under the scope of its own.</summary>
public sealed class Filinlasningstjanst(Filvackare vackare, FilinlasningService inlasning, Laslage laslage, ILogger<Filinlasningstjanst> logg) : BackgroundService
{
    private static readonly TimeSpan Kontrollintervall = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await vackare.VantaAsync(stoppingToken);
                await LasAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The portal stops: another copy, or the next start, goes on.
            }
#pragma warning disable CA1031 // Whatever is wrong with one file, the next is read.
            catch (Exception fel)
#pragma warning restore CA1031
            {
                logg.LogError(fel, "En fil kunde inte läsas in");
            }
        }
    }

    /// <summary>A file that is being read when the portal becomes read-only is left between two chunks, and taken up again when its lease is out.</summary>
    private async Task LasAsync(CancellationToken stoppingToken)
    {
        if (await laslage.NuAsync(stoppingToken) is not null)
            return;

        using var avbrott = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var lasning = inlasning.KorAsync(avbrott.Token);
        while (await Task.WhenAny(lasning, Task.Delay(Kontrollintervall, CancellationToken.None)) != lasning)
        {
            if (await ArILaslageAsync())
                await avbrott.CancelAsync();
        }

        try
        {
            await lasning;
        }
        catch (OperationCanceledException) when (avbrott.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
        {
            logg.LogInformation("Filinläsningen väntar: portalen är i läsläge");
        }
    }

    /// <summary>Never throws: whatever happens here, the reading is waited for, so that it stops with the portal and no second one is begun beside it.</summary>
    private async Task<bool> ArILaslageAsync()
    {
        try
        {
            return await laslage.NuAsync(CancellationToken.None) is not null;
        }
#pragma warning disable CA1031 // Not known: asked again in a while.
        catch (Exception fel)
#pragma warning restore CA1031
        {
            logg.LogWarning(fel, "Det gick inte att se om portalen är i läsläge");
            return false;
        }
    }
}
