using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Gallring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Punktlighet.Statistik;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Web.Infrastructure.Mail;
using Quartz;

namespace MinaTjanster.Web.Infrastructure.Jobs;

/// <summary>All schools, because the outbox belongs to none.</summary>
[DisallowConcurrentExecution]
public sealed class Mejljobb(Mejlutskick utskick) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await utskick.SkickaForfallnaAsync(cancellationToken);
}

/// <summary>All schools, because what is thrown away is thrown away for age alone.</summary>
[DisallowConcurrentExecution]
public sealed class Gallringsjobb(GallringService gallring, ILogger<Gallringsjobb> logg) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var antal = await gallring.GallraAsync(cancellationToken);
        logg.LogInformation("Gallrat: {@Antal}", antal);
    }
}

/// <summary>All schools, because the calendar of attestations is the same for all.</summary>
[DisallowConcurrentExecution]
public sealed class Attesteringsjobb(AttesteringsjobbService attesteringar, Administratorsvakt vakt, ILogger<Attesteringsjobb> logg) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var steg = await attesteringar.BevakaAsync(cancellationToken) + await vakt.BevakaAllaAsync(cancellationToken);
        if (steg > 0)
        {
            logg.LogInformation("Attesteringar: {Antal} steg", steg);
        }
    }
}

/// <summary>All schools, because what is due is due for all of them: one-time passwords that follow letters.</summary>
[DisallowConcurrentExecution]
public sealed class Engangslosenordsjobb(Skolomfang omfang, EngangsutskickService utskick) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        omfang.ValjAlla("engångslösenord");
        await utskick.MejlaForfallnaAsync(cancellationToken);
    }
}

/// <summary>All schools, because what is due is due for all of them: changes of rapporteringssätt whose day has come.</summary>
[DisallowConcurrentExecution]
public sealed class Kanaljobb(Skolomfang omfang, KanalandringService andringar) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        omfang.ValjAlla("rapporteringssätt");
        await andringar.GenomforForfallnaAsync(cancellationToken);
    }
}

/// <summary>All schools, because the rounds are the same for all: reminds those that have not reported.</summary>
[DisallowConcurrentExecution]
public sealed class Paminnelsejobb(PaminnelseService paminnelser, ILogger<Paminnelsejobb> logg) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var antal = await paminnelser.SkickaForfallnaAsync(cancellationToken);
        if (antal > 0)
        {
            logg.LogInformation("Påminnelser: {Antal} skolor", antal);
        }
    }
}

/// <summary>All schools, because a person may report for several: mails of duties.</summary>
[DisallowConcurrentExecution]
public sealed class Sammandragsjobb(SammandragService sammandrag, ILogger<Sammandragsjobb> logg) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var antal = await sammandrag.SkickaAsync(cancellationToken);
        if (antal > 0)
        {
            logg.LogInformation("Frister: {Antal} sammandrag", antal);
        }
    }
}

/// <summary>All schools, because the rules are the same for all: what follows when something is late.</summary>
[DisallowConcurrentExecution]
public sealed class Forseningsjobb(ForseningsmejlService forseningar, ILogger<Forseningsjobb> logg) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var antal = await forseningar.EskaleraAsync(cancellationToken);
        if (antal > 0)
        {
            logg.LogInformation("Frister: {Antal} steg", antal);
        }
    }
}

/// <summary>All schools, because the statistics are of all of them: publishes a month whose time has come.</summary>
[DisallowConcurrentExecution]
public sealed class Statistikjobb(Statistikpublicering statistik) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await statistik.PubliceraAsync(cancellationToken);
}

/// <summary>All schools, because each file is read under the scope of its own: wakes for files whose reader has died.</summary>
[DisallowConcurrentExecution]
public sealed class Fillasningsjobb(Filvackare vackare) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // A large file takes minutes: the scheduler's few threads are left to the other jobs.
        vackare.Vack();
        return ValueTask.CompletedTask;
    }
}

/// <summary>All schools, because the windows are the same for all: tells payments what was sent, when a window has closed.</summary>
[DisallowConcurrentExecution]
public sealed class Publiceringsjobb(PubliceringService publicering, ILogger<Publiceringsjobb> logg) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var antal = await publicering.KorAsync(cancellationToken);
        if (antal > 0)
        {
            logg.LogInformation("Publicering: {Antal} händelser", antal);
        }
    }
}
