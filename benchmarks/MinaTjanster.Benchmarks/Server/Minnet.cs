using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Shared.Sidhuvud;

namespace MinaTjanster.Benchmarks.Server;

/// <summary>What the first real request of a page read from the database: person, header and model, by path.</summary>
internal sealed class Minnet
{
    /// <summary>A request with this header is answered from memory.</summary>
    public const string Huvud = "X-Bench-Minne";

    public ConcurrentDictionary<string, ViewResult> Sidor { get; } = new();

    public ConcurrentDictionary<string, SidhuvudModell> Sidhuvuden { get; } = new();

    public Sessionsuppgift? Session { get; set; }

    public static bool Galler(HttpContext context) => context.Request.Headers.ContainsKey(Huvud);
}

/// <summary>Keeps the page of a real request, and answers a marked one with it: the controller does not run.</summary>
internal sealed class MinnetFilter(Minnet minnet) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var vag = context.HttpContext.Request.Path.ToString();
        if (Minnet.Galler(context.HttpContext) && minnet.Sidor.TryGetValue(vag, out var sida))
        {
            context.Result = ((Controller)context.Controller).View(sida.ViewName ?? context.RouteData.Values["action"]!.ToString()!, sida.Model);
            return;
        }

        if ((await next()).Result is ViewResult svar)
        {
            minnet.Sidor[vag] = svar;
        }
    }
}

/// <summary>The header and menu of a marked request from memory.</summary>
internal sealed class MinnetsSidhuvud(Minnet minnet, IServiceProvider tjanster)
    : SidhuvudKalla(
        (AktuellAnvandare)tjanster.GetService(typeof(AktuellAnvandare))!,
        (Core.Skolkrapportering.AttGoraQuery)tjanster.GetService(typeof(Core.Skolkrapportering.AttGoraQuery))!,
        (Core.Skolkrapportering.ArendeQuery)tjanster.GetService(typeof(Core.Skolkrapportering.ArendeQuery))!,
        (Core.Studeranderapportering.Avstangningar.AvstangningQuery)tjanster.GetService(typeof(Core.Studeranderapportering.Avstangningar.AvstangningQuery))!,
        (Behorighetsko)tjanster.GetService(typeof(Behorighetsko))!,
        (Web.Start.Behorighetsuppgifter)tjanster.GetService(typeof(Web.Start.Behorighetsuppgifter))!,
        (Core.Studeranderapportering.Publicerat.LadokrattelseQuery)tjanster.GetService(typeof(Core.Studeranderapportering.Publicerat.LadokrattelseQuery))!,
        (Core.Studietider.Rapporter.StudietidsgranskningQuery)tjanster.GetService(typeof(Core.Studietider.Rapporter.StudietidsgranskningQuery))!,
        (Core.Skolkrapportering.Beslutsgang.Beslutsbrevsantal)tjanster.GetService(typeof(Core.Skolkrapportering.Beslutsgang.Beslutsbrevsantal))!,
        (Core.Materialbestallningar.MaterialQuery)tjanster.GetService(typeof(Core.Materialbestallningar.MaterialQuery))!,
        (Web.Infrastructure.Tid.Portalklocka)tjanster.GetService(typeof(Web.Infrastructure.Tid.Portalklocka))!)
{
    public override async Task<SidhuvudModell> HamtaAsync(HttpContext context)
    {
        var vag = context.Request.Path.ToString();
        if (Minnet.Galler(context) && minnet.Sidhuvuden.TryGetValue(vag, out var sparat))
        {
            return sparat;
        }

        return minnet.Sidhuvuden[vag] = await base.HamtaAsync(context);
    }
}
