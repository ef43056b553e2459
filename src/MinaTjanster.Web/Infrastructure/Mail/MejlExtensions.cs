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
        services.AddSingleton(new Portaladress(new Uri(adress.Length > 0 ? adress : Lyssnar(config))));
        // Development's mailbox shows one-time passwords and codes, so that they can be followed without a server; nowhere else are they kept.
        services.AddSingleton(sp => new Mejlinstallning(
            miljo.IsDevelopment() && !sp.GetRequiredService<IOptions<Epostinstallning>>().Value.HarServer));
        services.AddSingleton<Mejlskydd>();
        services.AddScoped<MejlService>();
        services.AddSingleton<MejlkoService>();
        services.AddSingleton<Mejlutskick>();
        return services;
    }

    /// <summary>Development's own address: where the app listens, as a browser on the same machine writes it.</summary>
    internal static string Lyssnar(IConfiguration config)
    {
        var adresser = (config["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if ((adresser.FirstOrDefault(a => a.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) ?? adresser.FirstOrDefault()) is { } adress)
        {
            var forst = BindingAddress.Parse(adress);
            // What listens on every address of the machine has no name of its own.
            var vard = forst.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : forst.Host;
            return new UriBuilder(forst.Scheme, vard, forst.Port).Uri.AbsoluteUri;
        }

        return $"http://localhost:{config["http_ports"]?.Split(';')[0] ?? "5080"}";
    }
}
