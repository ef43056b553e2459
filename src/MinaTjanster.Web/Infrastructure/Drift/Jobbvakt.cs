using Quartz;

namespace MinaTjanster.Web.Infrastructure.Drift;

/// <summary>No job begins while the portal is read-only; what is due then is due still when it is over.</summary>
public sealed class Jobbvakt(Laslage laslage, ILogger<Jobbvakt> logg) : ITriggerListener
{
    public string Name => nameof(Jobbvakt);

    /// <returns>True: the job is not run.</returns>
    public async ValueTask<bool> VetoJobExecution(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await laslage.NuAsync(cancellationToken) is not null;
        }
#pragma warning disable CA1031 // Thrown here, it would leave the job marked as running: it would never run again until the portal starts anew.
        catch (Exception fel) when (fel is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logg.LogError(fel, "Det gick inte att se om portalen är i läsläge. Jobbet {Jobb} väntar till nästa gång", context.JobDetail.Key.Name);
            return true;
        }
    }
}
