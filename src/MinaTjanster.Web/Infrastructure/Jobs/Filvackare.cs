using System.Threading.Channels;
using MinaTjanster.Core.Filrapportering;

namespace MinaTjanster.Web.Infrastructure.Jobs;

/// <summary>Says that a file has come, so that it is read at once; Quartz wakes the same worker for files that another copy has left.</summary>
public sealed class Filvackare
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Vack() => _signal.Writer.TryWrite(true);

    public ValueTask<bool> VantaAsync(CancellationToken ct) => _signal.Reader.ReadAsync(ct);
}

/// <summary>All schools, because each file is read under the scope of its own.</summary>
public sealed class Filinlasningstjanst(Filvackare vackare, FilinlasningService inlasning, ILogger<Filinlasningstjanst> logg) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await vackare.VantaAsync(stoppingToken);
                await inlasning.KorAsync(stoppingToken);
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
}
