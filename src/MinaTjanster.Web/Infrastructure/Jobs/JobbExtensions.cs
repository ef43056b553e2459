using MinaTjanster.Core.Gallring;
using MinaTjanster.Web.Infrastructure.Drift;
using Quartz;

namespace MinaTjanster.Web.Infrastructure.Jobs;

public static class JobbExtensions
{
    private const string Schemalaggare = "portal";
    private static readonly TimeSpan Mejlintervall = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Behorighetsintervall = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Sammandragsintervall = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Forseningsintervall = TimeSpan.FromHours(1);
    private static readonly TimeSpan Statistikintervall = TimeSpan.FromHours(1);
    private static readonly TimeSpan Filintervall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Publiceringsintervall = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Gallringsintervall = TimeSpan.FromHours(1);
    private static readonly TimeSpan Attesteringsintervall = TimeSpan.FromHours(1);

    /// <summary>
    /// Wakes the workers. Quartz remembers nothing: what there is to do stands in our own tables, with leases (docs/adr/0025).
    /// <c>Jobb:Aktiva=false</c> gives a copy that only answers requests.
    /// </summary>
    public static IServiceCollection AddJobb(this IServiceCollection services, IConfiguration config)
    {
        services.AddSingleton<GallringService>();
        services.AddSingleton<Filvackare>();
        if (!config.GetValue("Jobb:Aktiva", defaultValue: true))
        {
            return services;
        }

        // A named scheduler, because the clock given to an unnamed one becomes the whole container's TimeProvider, and one that is given none
        // takes the container's: either the app's clock would no longer move, or a moved clock would stop the jobs.
        services.AddQuartz(Schemalaggare, quartz =>
        {
#pragma warning disable RS0030 // Wake-ups follow the real clock (design decision 5); what is due is judged by the app's.
            quartz.UseTimeProvider(TimeProvider.System);
#pragma warning restore RS0030
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(2);
            quartz.AddTriggerListener<Jobbvakt>();
            quartz.ScheduleJob<Mejljobb>(trigger => trigger.WithIdentity(nameof(Mejljobb)).WithSimpleSchedule(Mejlintervall));
            quartz.ScheduleJob<Engangslosenordsjobb>(trigger => trigger.WithIdentity(nameof(Engangslosenordsjobb)).WithSimpleSchedule(Behorighetsintervall));
            quartz.ScheduleJob<Kanaljobb>(trigger => trigger.WithIdentity(nameof(Kanaljobb)).WithSimpleSchedule(Behorighetsintervall));
            quartz.ScheduleJob<Paminnelsejobb>(trigger => trigger.WithIdentity(nameof(Paminnelsejobb)).WithSimpleSchedule(Behorighetsintervall));
            quartz.ScheduleJob<Sammandragsjobb>(trigger => trigger.WithIdentity(nameof(Sammandragsjobb)).WithSimpleSchedule(Sammandragsintervall));
            quartz.ScheduleJob<Forseningsjobb>(trigger => trigger.WithIdentity(nameof(Forseningsjobb)).WithSimpleSchedule(Forseningsintervall));
            quartz.ScheduleJob<Statistikjobb>(trigger => trigger.WithIdentity(nameof(Statistikjobb)).WithSimpleSchedule(Statistikintervall));
            quartz.ScheduleJob<Fillasningsjobb>(trigger => trigger.WithIdentity(nameof(Fillasningsjobb)).WithSimpleSchedule(Filintervall));
            quartz.ScheduleJob<Publiceringsjobb>(trigger => trigger.WithIdentity(nameof(Publiceringsjobb)).WithSimpleSchedule(Publiceringsintervall));
            quartz.ScheduleJob<Gallringsjobb>(trigger => trigger.WithIdentity(nameof(Gallringsjobb)).WithSimpleSchedule(Gallringsintervall));
            quartz.ScheduleJob<Attesteringsjobb>(trigger => trigger.WithIdentity(nameof(Attesteringsjobb)).WithSimpleSchedule(Attesteringsintervall));
        });
        services.AddHostedService<Filinlasningstjanst>();
        services.AddQuartzHostedService(Schemalaggare, options => options.WaitForJobsToComplete = true);
        return services;
    }
}
