using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Audit;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Granskning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Isolering;

/// <summary>
/// A student with protected identity (ADR 0050): every address of the portal that is fetched, as everybody, with her ids in every place, and the pages that these link to. A new page
/// is walked without being listed. Whoever is not cleared meets neither her name nor her number, in what form it may be; whoever is, is in the log for each page that says them.
/// </summary>
public sealed partial class SkyddadIdentitetTests : IDisposable
{
    /// <summary>Pages that a person goes on to from each start, beside all the addresses.</summary>
    private const int FoljdaLankar = 60;

    private readonly DirectoryInfo _mapp = Directory.CreateTempSubdirectory("minatjanster-skyddad-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _mapp.Delete(recursive: true);

    [Fact]
    public async Task NobodyWhoIsNotCleared_MeetsHerNameOrNumber_OnAnyPage_InTheLogOrInAMail()
    {
        var installningar = new Dictionary<string, string>
        {
            ["Loggning:Fil"] = Path.Combine(_mapp.FullName, "flode-.log"),
            ["Loggning:Konsol"] = "false",
            ["Serilog:MinimumLevel:Default"] = "Information",
            ["Serilog:MinimumLevel:Override:Microsoft"] = "Information",
        };
        SkyddadPerson hon;
        await using (var portal = new PortalFabrik { Installningar = installningar })
        {
            hon = await SkyddadPerson.SkapaAsync(portal.Databas, portal.Klocka);
            foreach (var person in Personer.MedEgetLosenord.Where(p => p != Personer.StigSkyman))
            {
                using var klient = await portal.InloggadAsync(person);
                if (person.Skolkoder.Skip(1).Any())
                    await klient.ValjSkolaAsync(person.Skolkoder.First());

                var hamtade = 0;
                await foreach (var (adress, svar) in GaAsync(portal, klient, hon, Adresser(portal, hon)))
                {
                    hamtade++;
                    hon.Spar(svar).ShouldBeEmpty($"{person} {adress} ({(int)svar.Status})");
                    svar.Status.ShouldNotBe(HttpStatusCode.InternalServerError, $"{person} {adress}");
                }

                hamtade.ShouldBeGreaterThan(100);
            }

            using var stig = await portal.InloggadAsync(Personer.StigSkyman);
            var arende = await (await stig.HamtaAsync("/granskning/skyddade")).SkickaAsync("Nästa ärende");
            arende.Text.ShouldContain(SkyddadPerson.Efternamn, Case.Sensitive, "the search can find something");
            var begaran = await stig.HamtaAsync($"{arende.Url.AbsolutePath}/komplettering");
            begaran.Status.ShouldBe(HttpStatusCode.OK);
            await begaran.FindForm("Begär komplettering").Satt("Orsak", "ForKortPeriod").Satt("Text", "Skicka även oktober.").SkickaAsync();
            await SkyddadPerson.MarkeraAsync(portal.Databas);
            using var anna = await portal.InloggadMedSkolaAsync(Personer.AnnaLind);
            foreach (var sida in new[] { $"/ogiltig-franvaro/{hon.StuderandeId}", $"/ogiltig-franvaro/{hon.StuderandeId}/underlag" })
            {
                var svar = await anna.HamtaAsync(sida);
                svar.Text.ShouldContain($"dokument-{hon.StuderandeId}.pdf, sida 1", Case.Sensitive, sida);
                hon.Spar(svar).ShouldBeEmpty(sida);
            }

            await using var db = portal.Databas.Alla();
            var mejl = await db.UtgaendeMejl.ToListAsync(Ct);
            mejl.ShouldNotBeEmpty();
            mejl.ForEach(m => hon.Spar($"{m.Amne} {m.Text}").ShouldBeEmpty());
            (await db.AuditEvents.ToListAsync(Ct)).ForEach(e => hon.Spar($"{e.Why} {e.Changes}").ShouldBeEmpty(e.Act));
        }

        var loggar = _mapp.GetFiles("flode-*.log");
        loggar.ShouldNotBeEmpty();
        foreach (var fil in loggar)
        {
            var logg = await File.ReadAllTextAsync(fil.FullName, Ct);
            logg.ShouldContain("granskning");
            hon.Spar(logg).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task TheCleared_AreInTheLogForEachPageThatSaysWhoSheIs_AndSeeNoneWhenItCannotBeWritten()
    {
        await using var portal = new PortalFabrik();
        var hon = await SkyddadPerson.SkapaAsync(portal.Databas, portal.Klocka);
        using var klient = await portal.InloggadAsync(Personer.StigSkyman);
        List<string> visar = [];
        await foreach (var (adress, svar) in GaAsync(portal, klient, hon, Adresser(portal, hon)))
        {
            if (hon.Spar(svar).Count > 0)
                visar.Add(adress);
        }

        visar.Count.ShouldBeGreaterThan(4);
        foreach (var adress in visar.Append("/granskning/skyddade"))
        {
            var fore = await SenasteAsync(portal, hon);
            (await klient.HamtaUtanOmdirigeringAsync(adress)).Status.ShouldBe(HttpStatusCode.OK, adress);
            var nya = (await VisningarAsync(portal, hon)).Where(v => v.Id > fore).ToList();
            var visning = nya.ShouldHaveSingleItem(adress);
            (visning.Slag, visning.Roll, visning.KontoId != 0).ShouldBe((Visningsslag.SkyddadIdentitet, Visningsroll.Csn, true), adress);
            Visningstexter.For(visning.Sida).ShouldNotBe(Visningstexter.Okand, adress);
        }

        await using (var db = portal.Databas.Alla())
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER stopp BEFORE INSERT ON Visningar BEGIN SELECT RAISE(ABORT, 'full'); END", Ct);
        foreach (var adress in visar.Append("/granskning/skyddade"))
        {
            var svar = await klient.HamtaUtanOmdirigeringAsync(adress);
            svar.Status.ShouldBe(HttpStatusCode.InternalServerError, adress);
            hon.Spar(svar).ShouldBeEmpty(adress);
        }

        // What shows nobody is as it was.
        (await klient.HamtaAsync("/granskning")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void EveryTextOfAPage_BelongsToAPageThatIsThere()
    {
        using var portal = new PortalFabrik();
        var sidor = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()).OfType<ControllerActionDescriptor>()
            .SelectMany(a => new[] { a.ControllerName, $"{a.ControllerName}.{a.ActionName}" }).ToHashSet();

        Visningstexter.Alla.Keys.Where(k => !sidor.Contains(k)).ShouldBeEmpty();
    }

    /// <summary>The log that is handed to the person says what each page is. Those left out show no student.</summary>
    [Fact]
    public void EveryPageOfCasesAndReports_HasAText()
    {
        string[] utanStuderande = ["Forseningar", "Skolpunktlighet", "Beslutskvalitet", "Punktlighet", "Franvarolistor", "Listkolumner", "Underlagsfiler"];
        using var portal = new PortalFabrik();
        var sidor = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()).OfType<ControllerActionDescriptor>()
            .Where(a => a.RouteValues.TryGetValue("area", out var area) && area is "Granskning" or "Skolkrapportering")
            .Select(a => a.ControllerName).Distinct().Except(utanStuderande).ToList();

        sidor.ShouldNotBeEmpty();
        sidor.Where(s => Visningstexter.For(s) == Visningstexter.Okand).ShouldBeEmpty();
    }

    /// <summary>Every address that is fetched: as it is, or with her ids and receipt numbers in its places.</summary>
    private static List<string> Adresser(PortalFabrik portal, SkyddadPerson hon) =>
    [
        .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
                && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
                && e.RoutePattern.RawText is { } text && !text.Contains("{kod", StringComparison.Ordinal) && !text.Contains("{*", StringComparison.Ordinal))
            .SelectMany(e => hon.Varden.Select(varde => "/" + Parameter().Replace(e.RoutePattern.RawText!, varde).TrimStart('/')))
            .Distinct(),
    ];

    /// <summary>The addresses, and what their pages link to: two of each kind, so that the tabs, searches and files of a list are there.</summary>
    private static async IAsyncEnumerable<(string Adress, Sida Svar)> GaAsync(PortalFabrik portal, Portalklient klient, SkyddadPerson hon, List<string> adresser)
    {
        HashSet<string> sedda = [.. adresser];
        Dictionary<string, int> avSlaget = [];
        Queue<string> kvar = new(adresser);
        var lankar = 0;
        while (kvar.TryDequeue(out var adress))
        {
            var svar = await klient.HamtaUtanOmdirigeringAsync(adress);
            yield return (adress, svar);
            foreach (var lank in svar.Dokument.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                var slag = Siffror().Replace(lank, "#");
                if (lankar < FoljdaLankar && !lank.StartsWith("/partner", StringComparison.Ordinal) && avSlaget.GetValueOrDefault(slag) < 2 && sedda.Add(lank))
                {
                    avSlaget[slag] = avSlaget.GetValueOrDefault(slag) + 1;
                    lankar++;
                    kvar.Enqueue(lank);
                }
            }
        }
    }

    private static async Task<List<Visning>> VisningarAsync(PortalFabrik portal, SkyddadPerson hon)
    {
        await using var db = portal.Databas.Alla();
        return await db.Visningar.AsNoTracking().Where(v => v.Objekt == AuditObjects.Studerande && v.ObjektId == hon.StuderandeId).OrderBy(v => v.Id).ToListAsync(Ct);
    }

    private static async Task<long> SenasteAsync(PortalFabrik portal, SkyddadPerson hon) => (await VisningarAsync(portal, hon)).LastOrDefault()?.Id ?? 0;

    [GeneratedRegex(@"\{[^}]+(?:\}\})?\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Siffror();
}
