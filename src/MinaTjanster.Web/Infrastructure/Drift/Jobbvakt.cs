using Quartz;

namespace MinaTjanster.Web.Infrastructure.Drift;

/// <summary>No job begins while the portal is read-only; what is due then is due still when it is over.</summary>
public sealed class Jobbvakt(Laslage laslage) : ITriggerListener
{
    public string Name => nameof(Jobbvakt);

    /// <returns>True: the job is not run.</returns>
    public async ValueTask<bool> VetoJobExecution(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await laslage.NuAsync(cancellationToken) is not null;
}
