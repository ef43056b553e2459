using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Partner.Texter;
using MinaTjanster.Web.Shared.Hjalp;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Shared.Hjalp;

/// <summary>Every form has its help, and no help leads to a section that is not there.</summary>
public sealed partial class HjalpTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private Innehallsbibliotek Bibliotek => portal.Services.GetRequiredService<Innehallsbibliotek>();

    private static readonly string Vyer = Projektrot.Fil("src", "MinaTjanster.Web");

    /// <summary>Pages with a form and no help, and why. A folder ends with a slash.</summary>
    private static readonly Dictionary<string, string> Undantag = new()
    {
        ["Areas/Granskning/"] = "CSN's own work: the handbooks are the schools'",
        ["Areas/CsnOrder/Artiklar/"] = "CSN's own",
        ["Areas/Driftinformation/"] = "CSN's own",
        ["Partner/Blanketter/Blankett.cshtml"] = "the form says itself what each field is for",
        ["Shared/Brevutskrifter/"] = "CSN's own",
        ["Shared/Fel/Laslage.cshtml"] = "sends what was typed once more",
        ["Areas/CsnOrder/Materialko/"] = "CSN's own",
        ["Areas/Kontoadministration/Administratorsbyten/"] = "CSN's own",
        ["Areas/Kontoadministration/Anvandarsokning/"] = "CSN's own",
        ["Areas/Kontoadministration/Bestallningsko/"] = "CSN's own",
        ["Areas/Kontoadministration/Brevutskrift/"] = "CSN's own",
        ["Areas/Kontoadministration/Csnpersonal/"] = "CSN's own",
        ["Areas/Kontoadministration/Kanalbeslut/"] = "CSN's own",
        ["Areas/Kontoadministration/Kontaktsida/"] = "CSN's own",
        ["Areas/Kontoadministration/Loggsokning/"] = "CSN's own",
        ["Areas/Kontoadministration/Skoluppgifter/"] = "CSN's own",
        ["Areas/StudietiderUtbildningar/Rapporteringsomgangar/"] = "CSN's own",
        ["Areas/StudietiderUtbildningar/Studietidsgranskning/"] = "CSN's own",
        ["Areas/Kontoadministration/Kontohistorik/Index.cshtml"] = "a choice of what a list shows",
        ["Areas/Studeranderapportering/Studerandelista/Index.cshtml"] = "a search",
        ["Areas/StudietiderUtbildningar/Utbildningar/Index.cshtml"] = "a search",
        ["Areas/MinaSidor/"] = "a search for students, who have no handbook",
        ["Areas/Studeranderapportering/Felkoder/Index.cshtml"] = "a search in what is itself an explanation",
        ["Areas/Kontoadministration/Sidomdomen/"] = "CSN's own",
        ["Partner/Sok/Index.cshtml"] = "a search in what is itself an explanation",
        ["Partner/Partnersidor/_Partnerlayout.cshtml"] = "a search in what is itself an explanation",
        ["Shared/_Sidfraga.cshtml"] = "asks only whether the page helped",
        ["Sidfraga/Index.cshtml"] = "asks only whether the page helped",
        ["Shared/Sidhuvud/_Sidhuvud.cshtml"] = "log out and choose school, on every page",
    };

    [Fact]
    public void EveryPageWithAForm_HasHelp()
    {
        var (sidor, utan, anvanda) = (0, new List<string>(), new HashSet<string>());
        foreach (var (vag, text) in Alla().Where(v => Form().IsMatch(v.Text)))
        {
            sidor++;
            if (Undantag.Keys.FirstOrDefault(u => u.EndsWith('/') ? vag.StartsWith(u, StringComparison.Ordinal) : vag == u) is { } undantag)
                anvanda.Add(undantag);
            else if (!HarHjalp(vag, text))
                utan.Add(vag);
        }

        sidor.ShouldBeGreaterThan(100);
        utan.ShouldBeEmpty();
        Undantag.Keys.Except(anvanda).ShouldBeEmpty();
    }

    [Fact]
    public void EveryTaskOfTheTable_IsUsedByAView()
    {
        var text = string.Concat(Alla().Select(v => v.Text));

        Enum.GetNames<Hjalpuppgift>().Where(u => !text.Contains($"<hjalp uppgift=\"{u}\"", StringComparison.Ordinal) && !text.Contains($"Hjalpuppgift.{u} ", StringComparison.Ordinal) && !text.Contains($"Hjalpuppgift.{u})", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void EverySection_IsInTheTextThatTheSchoolFormReads()
    {
        foreach (var skolform in Enum.GetValues<Skolform>().Cast<Skolform?>().Prepend(null))
        {
            foreach (var uppgift in Enum.GetValues<Hjalpuppgift>())
                SkaFinnas(Hjalptabell.For(uppgift), skolform, $"{uppgift}");
        }
    }

    [Fact]
    public void EveryEventOfASchoolForm_HasItsSectionInItsOwnText()
    {
        var antal = 0;
        foreach (var typ in Handelsetyper.Alla.Where(t => t.Slag != Handelseslag.Skolk))
        {
            foreach (var skolform in typ.Skolformer.Keys)
            {
                var hjalp = Hjalptabell.ForHandelse(typ.Kod);
                if (skolform.Slug() is { } egen)
                    hjalp.Adress(skolform, Bibliotek).ShouldStartWith($"/partner/{egen}/", Case.Sensitive, $"{typ.Kod} {skolform}");
                SkaFinnas(hjalp, skolform, typ.Kod);
                antal++;
            }
        }

        antal.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void EveryReason_IsAWholeSentence()
    {
        foreach (var hjalp in Enum.GetValues<Hjalpuppgift>().Select(Hjalptabell.For).Concat(Handelsetyper.Alla.Where(t => t.Slag != Handelseslag.Skolk).Select(t => Hjalptabell.ForHandelse(t.Kod))).Where(h => h.Varfor is not null))
            hjalp.Varfor!.ShouldEndWith(".");
    }

    [Fact]
    public async Task AForm_SaysWhy_AndLinksToTheHandbookOfTheChosenSchool()
    {
        using var gymnasiet = await portal.InloggadAsync(Personer.BjornSvensson);
        var sida = await gymnasiet.HamtaAsync("/utbildningar/ny");
        sida.Texter(".hjalp").ShouldBe(["De studerande väljer bland era utbildningar när de söker studiestöd. Läs mer i handboken (öppnas i en ny flik)"]);
        Lank(sida).ShouldBe("/partner/gymnasieskola/handbok/studietider-och-utbildningar#ny-utbildning");

        using var komvux = await portal.InloggadAsync(Personer.FredrikDahl);
        Lank(await komvux.HamtaAsync("/kvar-att-rapportera")).ShouldBe("/partner/komvux/handbok/studeranderapportering#kvar");
    }

    [Fact]
    public async Task WithoutASchool_TheLinkLeadsToTheOneDefault()
    {
        using var ingen = portal.NyKlient();

        Lank(await ingen.HamtaAsync("/logga-in")).ShouldBe("/partner/gymnasieskola/handbok/inloggning#logga-in");
        Lank(await ingen.HamtaAsync("/losenordskiosk/glomt")).ShouldBe("/partner/gymnasieskola/handbok/inloggning#glomt-losenord");
    }

    [Fact]
    public async Task AnEventsForm_LinksToThatEvent()
    {
        using var klient = await portal.InloggadAsync(Personer.HasanYilmaz);
        var lista = await klient.HamtaAsync("/studerande");
        var studerande = lista.Dokument.QuerySelectorAll("tbody a[href^='/studerande/']").Select(a => a.GetAttribute("href")!.Split('?')[0]).First();

        var sida = await klient.HamtaAsync($"{studerande}/rapportera/61");

        Lank(sida).ShouldBe("/partner/yrkeshogskola/handbok/studeranderapportering#handelse-61");
        sida.Texter(".hjalp")[0].ShouldStartWith("Pengar som betalas ut efter ett avbrott kan CSN kräva tillbaka.");
    }

    private static string Lank(Sida sida) => sida.Dokument.QuerySelector(".hjalp a")!.GetAttribute("href")!;

    private void SkaFinnas(Hjalpavsnitt hjalp, Skolform? skolform, string vad)
    {
        var delar = hjalp.Adress(skolform, Bibliotek).Split('#');
        var text = Bibliotek.Hitta(delar[0]).ShouldNotBeNull($"{vad} {skolform}");
        // The form without pages of its own begins at the start where no other form's text is right for it.
        if (skolform == Skolform.AnnanEftergymnasial && delar is ["/partner"])
            return;

        text.Avsnitt.Select(a => a.Id).ShouldContain(hjalp.Avsnitt, $"{vad} {skolform}");
        delar[1].ShouldBe(hjalp.Avsnitt);
    }

    private static bool HarHjalp(string vag, string text)
    {
        if (text.Contains("<hjalp ", StringComparison.Ordinal))
            return true;

        // Part of a page: every page that it is part of.
        var namn = Path.GetFileNameWithoutExtension(vag);
        var delar = namn.StartsWith('_') ? Alla().Where(v => v.Text.Contains($"name=\"{namn}\"", StringComparison.Ordinal)).ToList() : [];
        return delar.Count > 0 && delar.TrueForAll(v => v.Text.Contains("<hjalp ", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Vag, string Text)> Alla() => Directory.EnumerateFiles(Vyer, "*.cshtml", SearchOption.AllDirectories)
        .Select(f => (Vag: Path.GetRelativePath(Vyer, f).Replace('\\', '/'), Fil: f))
        .Where(f => !f.Vag.StartsWith("obj/", StringComparison.Ordinal) && !f.Vag.StartsWith("bin/", StringComparison.Ordinal))
        .Select(f => (f.Vag, File.ReadAllText(f.Fil)));

    [GeneratedRegex("<!?form(ular)?[ >]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
