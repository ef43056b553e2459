using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering.Ladok;

/// <summary>What a university's Ladok does with the portal: a key, a file, a question.</summary>
internal static class Ladokportal
{
    public const string Adress = "/ladok/handelser";

    private const string Rubrik = "personnummer;fornamn;efternamn;skydd;handelse;atgard;forsta_dag;sista_dag;utbildning;kurskod;poang\n";

    public static string Kurs(string person = "20040301-9805", string atgard = "", string skydd = "", string sista = "2027-01-15") =>
        $"{person};Kim;Bergkvist;{skydd};81;{atgard};2026-08-31;{sista};Historia;HIA101;15\n";

    /// <summary>A key that Sara makes on the page.</summary>
    public static async Task<string> NyckelAsync(this PortalFabrik portal, string namn = "Ladok produktion")
    {
        using var sara = await portal.InloggadAsync(Personer.SaraFalk);
        var sida = await (await sara.HamtaAsync("/identity-manager/systemkonton")).SkickaAsync("Skapa nyckel", ("Namn", namn));
        return sida.Texter("code").Single(t => t.StartsWith(SystemkontoService.Nyckelprefix, StringComparison.Ordinal));
    }

    public static Task<HttpResponseMessage> SkickaAsync(this PortalFabrik portal, string? nyckel, params string[] rader) =>
        portal.SkickaAsync(nyckel, Encoding.UTF8.GetBytes(Rubrik + string.Concat(rader)));

    public static async Task<HttpResponseMessage> SkickaAsync(this PortalFabrik portal, string? nyckel, byte[] innehall)
    {
        using var klient = portal.CreateClient();
        using var begaran = new HttpRequestMessage(HttpMethod.Post, Adress) { Content = new ByteArrayContent(innehall) };
        begaran.Content.Headers.ContentType = new("text/csv");
        if (nyckel is not null)
            begaran.Headers.Authorization = new AuthenticationHeaderValue("Bearer", nyckel);
        return await klient.SendAsync(begaran);
    }

    public static async Task<HttpResponseMessage> FragaAsync(this PortalFabrik portal, string? nyckel, string adress)
    {
        using var klient = portal.CreateClient();
        using var begaran = new HttpRequestMessage(HttpMethod.Get, adress);
        if (nyckel is not null)
            begaran.Headers.Authorization = new AuthenticationHeaderValue("Bearer", nyckel);
        return await klient.SendAsync(begaran);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage svar) => JsonDocument.Parse(await svar.Content.ReadAsStringAsync()).RootElement;

    public static async Task LasInAsync(this PortalFabrik portal) => await portal.Services.GetRequiredService<FilinlasningService>().KorAsync(default);

    /// <summary>A correction that waits at CSN: a course that was reported, published, and taken back a day later. The clock stands at Monday 15:02 after it.</summary>
    public static async Task<long> RattelseAsync(this PortalFabrik portal, string skydd = "")
    {
        var nyckel = await portal.NyckelAsync();
        var publicering = portal.Services.GetRequiredService<PubliceringService>();
        foreach (var (dag, rad) in new[] { (22, Kurs(skydd: skydd)), (23, Kurs(atgard: "ta_tillbaka")) })
        {
            portal.Klocka.Satt(new(2026, 11, dag), new(14, 50));
            using var svar = await portal.SkickaAsync(nyckel, rad);
            svar.EnsureSuccessStatusCode();
            await portal.LasInAsync();
            portal.Klocka.Satt(new(2026, 11, dag), new(15, 2));
            await publicering.KorAsync(default);
        }

        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Ladokrattelse>().Select(r => r.Id).SingleAsync();
    }
}
