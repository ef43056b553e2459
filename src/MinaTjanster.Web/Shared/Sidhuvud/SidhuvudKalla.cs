using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Web.Infrastructure.Tid;
using MinaTjanster.Web.Start;

namespace MinaTjanster.Web.Shared.Sidhuvud;

/// <summary>Gathers what the layout shows about the signed-in person. The error page 500 never asks it.</summary>
public class SidhuvudKalla(AktuellAnvandare anvandare, AttGoraQuery attGora, ArendeQuery arenden, Behorighetsuppgifter behorigheter, Portalklocka klocka)
{
    public virtual async Task<SidhuvudModell> HamtaAsync(HttpContext context) =>
        anvandare.ArInloggad
            ? new SidhuvudModell(
                anvandare.Session.Anvandarnamn,
                anvandare.Namn,
                [.. anvandare.Skolor.Select(s => new SkolvalModell(s.Id, s.Namn, s.Skolkod, s == anvandare.AktivSkola))],
                await MenyAsync(),
                klocka.Notis,
                anvandare.ArCsn)
            : SidhuvudModell.Anonym with { Klocknotis = klocka.Notis };

    /// <summary>Only the services the person holds (domain.md section 1), with counts where something waits.</summary>
    private async Task<IReadOnlyList<MenygruppModell>> MenyAsync()
    {
        List<MenygruppModell> meny = [new("", [new("Start", "/")])];
        if (anvandare.Har(Rattighet.GranskaUnderlag))
        {
            meny = [new("Granskning", [new("Ärenden", "/granskning", await arenden.AntalAttGranskaAsync(), "att granska")])];
        }

        if (anvandare.Har(Rattighet.VisaStuderande))
        {
            meny.Add(new("Studeranderapportering",
            [
                new("Studerande", "/studerande"),
                new("Ogiltig frånvaro", "/ogiltig-franvaro", await attGora.AntalAsync(), "väntar på dig"),
            ]));
        }

        meny.AddRange(await behorigheter.MenyAsync());
        return meny;
    }
}
