using Microsoft.AspNetCore.Identity;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Web.Infrastructure.Tid;

namespace MinaTjanster.Web.Infrastructure.Security;

internal static class TvastegExtensions
{
    /// <summary>The second factor: authenticator app, recovery codes, passkeys, and of whom it is required.</summary>
    public static void AddTvasteg(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Required unless somebody says otherwise; in Development the demo people sign in with the password alone (README).
        services.AddSingleton(new AndraFaktorInstallning(
            builder.Configuration.GetValue("Inloggning:AndraFaktor", builder.Environment.IsDevelopment() ? AndraFaktor.Erbjuds : AndraFaktor.Kravs)));
        services.AddSingleton(new VerkligKlocka(new Portalklocka(TimeSpan.Zero, null)));
        services.AddScoped<AppService>();
        services.AddScoped<AterstallningskodService>();
        services.AddScoped<FaktorstegService>();
        services.AddScoped<TvastegsinloggningService>();
        services.AddScoped<FaktorandringService>();
        services.AddScoped<AndraFaktorService>();
        services.AddScoped<SkolkravService>();
        services.AddScoped<Faktormejl>();
        services.AddScoped<InloggningslistaQuery>();
        services.AddScoped<EgnaBehorigheterQuery>();
        services.AddSingleton<Tvastegskaka>();
        services.AddScoped<Sessionsstart>();

        services.AddScoped<IPasskeyHandler<Konto>, PasskeyHandler<Konto>>();
        services.AddScoped<Passernyckelkontroll>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<Portaladress>((o, portal) =>
        {
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "discouraged"; // a second factor: the account is known when it is asked for
            // Passkeys belong to the domain that users reach. In Development that is whatever the browser says, since localhost has many ports.
            o.ServerDomain = builder.Environment.IsDevelopment() ? null : portal.Bas.Host;
            o.ValidateOrigin = fraga =>
            {
                var begaran = fraga.HttpContext.Request;
                var egen = builder.Environment.IsDevelopment() ? new Uri($"{begaran.Scheme}://{begaran.Host}") : portal.Bas;
                return ValueTask.FromResult(!fraga.CrossOrigin && fraga.Origin == egen.GetLeftPart(UriPartial.Authority));
            };
        });
    }
}
