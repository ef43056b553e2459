using Microsoft.Extensions.Options;
using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.Web.Infrastructure.Mail;

public static class MejlExtensions
{
    /// <summary>
    /// The outbox and its way out. Needs the database and a <see cref="TimeProvider"/>. Outside Development the app does not start
    /// without a mail server: one-time passwords and due dates go by mail.
    /// </summary>
    public static IServiceCollection AddMejl(this IServiceCollection services, IConfiguration config, IHostEnvironment miljo)
    {
        var adress = config["Portal:Adress"] ?? "";
        services.AddOptions<Epostinstallning>()
            .Bind(config.GetSection(Epostinstallning.Avsnitt))
            .Validate(
                epost => epost.HarServer || miljo.IsDevelopment(),
                $"{Epostinstallning.Avsnitt}:Host is not set: outside Development mails need a server (docs/drift.md).")
            .Validate(
                _ => adress.Length > 0 || miljo.IsDevelopment(),
                "Portal:Adress is not set: outside Development the links in mails need the portal's own address (docs/drift.md).")
            .ValidateOnStart();
        services.AddSingleton<IMejltransport>(sp =>
        {
            var epost = sp.GetRequiredService<IOptions<Epostinstallning>>().Value;
            return epost.HarServer ? new Smtptransport(epost) : new Utvecklingsposttransport();
        });
        services.AddSingleton(new Portaladress(new Uri(adress.Length > 0 ? adress : "http://localhost:5080")));
        // Development's mailbox shows one-time passwords and codes, so that they can be followed without a server; nowhere else are they kept.
        services.AddSingleton(sp => new Mejlinstallning(
            miljo.IsDevelopment() && !sp.GetRequiredService<IOptions<Epostinstallning>>().Value.HarServer));
        services.AddSingleton<Mejlskydd>();
        services.AddScoped<MejlService>();
        services.AddSingleton<MejlkoService>();
        services.AddSingleton<Mejlutskick>();
        return services;
    }
}
