using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Web.Infrastructure.Tid;
using MinaTjanster.Web.Start;

namespace MinaTjanster.Web.Shared.Sidhuvud;

/// <summary>Gathers what the layout shows about the signed-in person. The error page 500 never asks it.</summary>
public class SidhuvudKalla(
    AktuellAnvandare anvandare,
    AttGoraQuery attGora,
    ArendeQuery arenden,
    AvstangningQuery avstangningar,
    Behorighetsko behorighetsko,
    Behorighetsuppgifter behorigheter,
    LadokrattelseQuery rattelser,
    StudietidsgranskningQuery studietider,
    Beslutsbrevsantal beslutsbrev,
    MaterialQuery material,
    Portalklocka klocka)
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
        if (!anvandare.HarFullSession)
        {
            return [];
        }

        List<MenygruppModell> meny = [new("", [new("Start", "/")])];
        if (anvandare.Har(Rattighet.GranskaUnderlag))
        {
            var (vanliga, skyddade) = await avstangningar.AntalAsync();
            List<MenyvalModell> val =
            [
                new("Ärenden", "/granskning", await arenden.AntalAttGranskaAsync(), "att granska"),
                new("Brev om beslut", "/granskning/brev", await beslutsbrev.ForAsync(anvandare.Har(Rattighet.SeSkyddadeIdentiteter), default), "att skriva ut"),
                new("Avstängningar", "/csn/avstangningar", vanliga, "att hantera"),
            ];
            if (anvandare.Har(Rattighet.SeSkyddadeIdentiteter))
            {
                val.Insert(1, new("Ärenden, skyddade", "/granskning/skyddade", await arenden.AntalAttGranskaAsync(Personskydd.Skyddad), "att granska"));
                val.Add(new("Avstängningar, skyddade", "/csn/avstangningar/skyddade", skyddade, "att hantera"));
            }

            if (anvandare.Har(Rattighet.LamnaUtAtkomstlogg))
            {
                val.Add(new("Åtkomstlogg", "/csn/skyddade/atkomstlogg"));
            }

            val.Add(new("Beslutskvalitet", "/granskning/kvalitet"));
            val.Add(new("Försenat hos skolorna", "/csn/frister"));
            val.Add(new("Skolornas punktlighet", "/csn/punktlighet"));
            val.Add(new("Rättelser i Ladok", "/csn/ladokrattelser", await rattelser.AntalAsync(), "att hantera"));
            meny = [new("Granskning", val)];
        }

        if (anvandare.Har(Rattighet.SeKalendern))
        {
            // One who works at CSN too begins in the queue.
            if (meny[0].Rubrik.Length == 0)
                meny[0] = meny[0] with { Val = [.. meny[0].Val, new("Kalender", "/kalender")] };
            else
                meny.Add(new("Kalender", [new("Kalender", "/kalender")]));
        }

        var satt = anvandare.AktivSkola?.Rapporteringssatt;
        if (anvandare.Har(Rattighet.VisaStuderande))
        {
            List<MenyvalModell> val =
            [
                new("Studerande", "/studerande"),
                .. anvandare.AktivSkola!.HarSkolk
                    ?
                    [
                        new MenyvalModell("Ogiltig frånvaro", "/ogiltig-franvaro", await attGora.AntalAsync(anvandare.AktivSkola.Id), "väntar på dig"),
                        .. anvandare.Har(Rattighet.RapporteraSkolk) ? [new MenyvalModell("Frånvarocoach", "/franvarocoach"), new MenyvalModell("Punktlighet", "/punktlighet")] : Array.Empty<MenyvalModell>(),
                    ]
                    : Array.Empty<MenyvalModell>(),
                new("Kvar att rapportera", "/kvar-att-rapportera"),
            ];
            if (anvandare.Har(Rattighet.RapporteraHandelser) && satt is Rapporteringssatt.Fil or Rapporteringssatt.Ladok)
            {
                val.Add(new(satt == Rapporteringssatt.Ladok ? "Från Ladok" : "Skicka fil", "/filer"));
            }
            else
            {
                val.Add(new("Rapportera för flera", "/rapportera-flera"));
            }

            val.Add(new("Utkast", "/utkast"));
            val.Add(new("Skickat till CSN", "/kvittenser"));
            meny.Add(new("Studeranderapportering", val));
        }

        if (anvandare.Har(Rattighet.RapporteraStudietider))
        {
            meny.Add(new("Studietider och utbildningar", [new("Studietider", "/studietider"), new("Utbildningar", "/utbildningar"), new("Skolans uppgifter", "/skoluppgifter")]));
        }

        if (anvandare.Har(Rattighet.BestallMaterial))
        {
            meny.Add(new("CSN-order", [new("Beställ material", "/csn-order"), new("Korgen", "/csn-order/korg"), new("Beställningar av material", "/csn-order/bestallningar")]));
        }

        if (anvandare.Har(Rattighet.SkotaCsnOrder))
        {
            meny.Add(new("CSN-order",
            [
                new("Beställningar av material", "/csn/csn-order", await material.AttGoraAsync(), "att packa eller skicka"),
                new("Artiklar och lager", "/csn/csn-order/artiklar"),
            ]));
        }

        if (anvandare.Har(Rattighet.AdministreraAnvandare))
        {
            meny.Add(new("Identity Manager",
            [
                new("Översikt", "/identity-manager"),
                new("Användare", "/identity-manager/anvandare"),
                new("Gå igenom behörigheter", "/identity-manager/attestering"),
                new("Begäranden", "/identity-manager/begaranden", await behorigheter.AntalBegarandenAsync(), "väntar på svar"),
                new("Administratörer", "/identity-manager/administratorer"),
                .. satt == Rapporteringssatt.Ladok ? [new MenyvalModell("Systemkonton", "/identity-manager/systemkonton")] : Array.Empty<MenyvalModell>(),
                new("Historik", "/identity-manager/historik"),
                new("Tvåstegsinloggning", "/identity-manager/tvastegsinloggning"),
            ]));
        }

        if (anvandare.Har(Rattighet.SeSkolornasAnvandare))
        {
            List<MenyvalModell> val = [.. await behorigheter.CsnvalAsync(), new("Skolornas användare", "/csn/anvandare")];
            if (anvandare.Har(Rattighet.HandlaggBehorigheter))
            {
                val.Add(new("Nya administratörer", "/csn/administratorsbyten", await behorighetsko.AntalBytenAsync(), "att godkänna"));
                val.Add(new("CSN:s personal", "/csn/personal"));
            }

            if (anvandare.Har(Rattighet.SokILogg))
            {
                val.Add(new("Sök i loggen", "/csn/logg"));
            }

            meny.Add(new("Behörigheter", val));
        }

        if (anvandare.Har(Rattighet.GranskaStudietider))
        {
            meny.Add(new("Studietider och utbildningar", [new("Granska studietider", "/csn/studietider", await studietider.AntalAsync(), "att granska")]));
        }

        List<MenyvalModell> drift = [new("Nyheter", "/nyheter"), new("Driftavbrott", "/driftavbrott")];
        if (anvandare.Har(Rattighet.SkotaNyheter))
            drift.Add(new("Skriv nyheter", "/csn/nyheter"));
        if (anvandare.Har(Rattighet.SkotaDriftavbrott))
            drift.Add(new("Lägg upp avbrott", "/csn/driftavbrott"));
        meny.Add(new("Nyheter och drift", drift));
        meny.AddRange(await behorigheter.MenyAsync());
        return meny;
    }
}
