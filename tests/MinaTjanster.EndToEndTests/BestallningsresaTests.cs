using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>A new user, from the school's order to their first report (issue 3): with scripts, and without.</summary>
public sealed partial class BestallningsresaTests(Webblasare webblasare) : IClassFixture<Webblasare>
{
    private const string Losenord = "Tre gula kajor på ett räcke";

    [Theory]
    [InlineData(true, "Vera", "Vikarie", "vervik01")]
    [InlineData(false, "Malte", "Nyman", "malnym01")]
    public async Task NewUser_FromOrderToFirstReport(bool medSkript, string fornamn, string efternamn, string anvandarnamn)
    {
        var (namn, epost) = ($"{fornamn} {efternamn}", $"{fornamn}.{efternamn}@sodraberget.example".ToLowerInvariant());
        var (studerandeId, _) = await webblasare.StuderandeUtanRapportAsync(Demoskolor.SodraBerget);

        // The behörighetsansvarig orders.
        var cecilia = await webblasare.InloggadAsync(Personer.CeciliaNordin, medSkript);
        await cecilia.FoljAsync("Ny beställning");
        await cecilia.FoljAsync("Lägg till ny rapportör");
        await cecilia.GetByLabel("Vem ska rapportera?").SelectOptionAsync("ny");
        await cecilia.GetByLabel("För- och efternamn").FillAsync(namn);
        await cecilia.GetByLabel("E-postadress").FillAsync(epost);
        await cecilia.KlickaAsync("Lägg till i beställningen");
        await cecilia.FoljAsync("Granska beställningen");
        await cecilia.KlickaAsync("Skicka beställningen");
        await Assertions.Expect(cecilia.Locator("h1")).ToContainTextAsync("Hos CSN");
        var nummer = Nummer().Match(await cecilia.RubrikAsync()).Value;

        // CSN approves, prints and posts the letter.
        var berit = await webblasare.InloggadAsync(Personer.BeritHagstrom, medSkript);
        await berit.GotoAsync("/csn/bestallningar");
        await berit.FoljAsync(nummer);
        await berit.KlickaAsync($"Godkänn ny rapportör: {namn}");
        await Assertions.Expect(berit.Locator(".notiser")).ToContainTextAsync("väntar på utskrift");
        await berit.GotoAsync("/csn/brev");
        await berit.KlickaAsync("Skriv ut alla nya");
        await Assertions.Expect(berit.GetByRole(AriaRole.Main)).ToContainTextAsync(namn);
        var pdf = await berit.Locator("a[href^='/csn/brev/utskrifter/']").First.GetAttributeAsync("href");
        var svar = await berit.Context.APIRequest.GetAsync(webblasare.Adress + pdf);
        svar.Headers["content-type"].ShouldBe("application/pdf");
        await berit.FoljAsync("Markera alla");
        await berit.KlickaAsync("Markera som skickade");
        await Assertions.Expect(berit.Locator(".notiser")).ToContainTextAsync("markera");

        // The one-time password follows: the job runs, and the mail is read where Development shows it.
        await using (var arbete = webblasare.Portal.Services.CreateAsyncScope())
        {
            arbete.ServiceProvider.GetRequiredService<Skolomfang>().ValjAlla("test");
            await arbete.ServiceProvider.GetRequiredService<EngangsutskickService>().MejlaForfallnaAsync(TestContext.Current.CancellationToken);
        }

        var ny = await webblasare.NyttFonsterAsync(medSkript);
        await ny.GotoAsync("/utvecklingspost");
        var mejl = ny.GetByRole(AriaRole.Main).Locator("article, section, li, details, .panel").Filter(new() { HasText = epost }).Filter(new() { HasText = "Ditt engångslösenord till Mina tjänster" }).Last;
        var engangs = Engangs().Match(await mejl.TextContentAsync() ?? "").Value;
        engangs.ShouldNotBeEmpty(await ny.GetByRole(AriaRole.Main).InnerTextAsync());

        // The kiosk, a password of one's own, the first login and the first report.
        await ny.GotoAsync("/losenordskiosk");
        await ny.FoljAsync("Vill du ändra ditt lösenord?");
        await ny.GetByLabel("Användarnamn").FillAsync(anvandarnamn);
        await ny.GetByLabel("Nuvarande lösenord eller engångslösenord").FillAsync(engangs);
        await ny.KlickaAsync("Fortsätt");
        await ny.Locator("[name=NyttLosenord]").FillAsync(Losenord);
        await ny.Locator("[name=Upprepa]").FillAsync(Losenord);
        await ny.KlickaAsync("Byt lösenord");
        await ny.GotoAsync("/logga-in");
        await ny.GetByLabel("Användarnamn").FillAsync(anvandarnamn);
        await ny.GetByLabel("Lösenord").FillAsync(Losenord);
        await ny.KlickaAsync("Logga in");
        await Assertions.Expect(ny.Locator("h1")).ToContainTextAsync("Södra Bergets gymnasium");
        await ny.GotoAsync($"/studerande/{studerandeId}");
        await ny.FoljAsync("Rapportera ogiltig frånvaro");
        await ny.GetByLabel("Första dag med ogiltig frånvaro").FillAsync("2026-10-05");
        await ny.GetByLabel("Ogiltig frånvaro hittills").FillAsync("11,5");
        await ny.GetByLabel("Antal tillfällen hittills").FillAsync("6");
        await ny.GetByLabel("Nej, frånvaron pågår").CheckAsync();
        await ny.KlickaAsync("Granska rapporten");
        await ny.KlickaAsync("Skicka rapporten");
        await Assertions.Expect(ny.Locator("h1")).ToHaveTextAsync("Rapporten är skickad");
        await Assertions.Expect(ny.GetByRole(AriaRole.Main)).ToContainTextAsync(namn);
    }

    [GeneratedRegex("BB-[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex Nummer();

    [GeneratedRegex("[a-z2-9]{4}(-[a-z2-9]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Engangs();
}
