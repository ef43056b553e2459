using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Start;

/// <summary>A portal of its own, and what the tests of the start page look at.</summary>
public abstract class Skolstart : IAsyncDisposable
{
    protected const string Rubrik = "skolkod;personnummer;fornamn;efternamn;skydd;handelse;forsta_dag;sista_dag;arskurs;studievagskod\n";
    protected const string Kim = ";20090301-9800;Kim;Berg;;11;2026-08-17;2027-06-11;1;NANAT0000\n";
    protected const string KimFel = ";20090301-9800;Kim;Berg;;11;2026-08-17;2027-06-11;9;NANAT0000\n";
    protected const string LoFel = ";20090302-9809;Lo;Berg;;11;2026-08-17;2027-06-11;9;NANAT0000\n";

    protected PortalFabrik Portal { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static List<(string Tal, string Text, string Lank, string Url)> Kort(Sida sida) =>
        [.. sida.Dokument.QuerySelectorAll(".kort").Select(k => (k.Children[0].TextContent, k.Children[1].TextContent, k.Children[3].TextContent, k.Children[3].GetAttribute("href")!))];

    protected static async Task<List<(string Tal, string Text, string Lank, string Url)>> KortAsync(Portalklient klient) => Kort(await klient.HamtaAsync("/"));

    protected static async Task<long> LaddaUppAsync(Portalklient klient, string rader, string knapp = "Skicka fil")
    {
        var sida = await (await klient.HamtaAsync("/filer")).FindForm(knapp).Bifoga("Filer", new("elever.csv", Encoding.UTF8.GetBytes(Rubrik + rader), "text/csv")).SkickaAsync();
        return long.Parse(sida.Url.AbsolutePath.Split('/')[^1]);
    }

    /// <summary>David has two schools.</summary>
    protected async Task<Portalklient> InloggadAsync(Person person)
    {
        var klient = await Portal.InloggadAsync(person);
        if (person == Personer.DavidAbdi)
            await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);
        return klient;
    }

    protected Task<int> LasAsync() => Portal.Services.GetRequiredService<FilinlasningService>().KorAsync(TestContext.Current.CancellationToken);

    protected async Task<long> StuderandeAsync(string nummer)
    {
        await using var db = Portal.Databas.Alla();
        var personnummer = Personnummer.FranVarde(nummer);
        return await db.Nationellt<Studerande>().Where(s => s.Personnummer == personnummer).Select(s => s.Id).SingleAsync();
    }
}
