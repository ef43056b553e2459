using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.TestCommon;

namespace MinaTjanster.EndToEndTests;

/// <summary>A page of the portal as somebody meets it.</summary>
/// <param name="Monster">The route, as the endpoint has it.</param>
/// <param name="Person">Who meets it; null for nobody signed in.</param>
/// <param name="Adress">An address of it, from the demo data.</param>
public sealed record Portalsida(string Monster, Person? Person, Func<Sidunderlag, string> Adress)
{
    public override string ToString() => $"{Monster} ({Person?.Anvandarnamn ?? "utloggad"})";
}

/// <summary>The ids that pages are asked with.</summary>
public sealed record Sidunderlag(
    long Studerande,
    long RapportUtanUnderlag,
    long RapportMedKomplettering,
    long RapportMedUnderlag,
    long Underlag,
    long ArendeAttGranska,
    long ArendeSomGranskas,
    long ArendeKommunicerat,
    long ArendeGodkant,
    long ArendeBeslutat,
    string Utkast,
    long Anvandare,
    long AvslutadAnvandare,
    long Csnkonto,
    long Byte,
    string Forsakran,
    string Passernyckel,
    Bestallningsunderlag Bestallningar,
    Handelseunderlag Handelser,
    Filunderlag Filer,
    long Rattelse,
    Avstangningsunderlag Avstangning,
    Utbildningsunderlag Utbildningar,
    string Publik,
    Kontaktunderlag Kontakter,
    Materialunderlag Material,
    Driftunderlag Drift,
    Coachunderlag Coach,
    long Forsenad)
{
    /// <summary>Its outcome waits for a colleague of Greta's.</summary>
    public long ArendeForKontroll { get; init; }
}

/// <summary>An order to pack with a line that is back-ordered, and one that is sent; an article that is out of stock, and one that is withdrawn. Something lies in the basket.</summary>
public sealed record Materialunderlag(long Bestallning, long Skickad, long Artikel, long Indragen);

/// <summary>A news item that is published and one that is not; an outage to come and one that was.</summary>
public sealed record Driftunderlag(long Nyhet, long Utkast, long Kommande, long Tidigare);

/// <summary>A contact person of the school, the account of CSN's, and a round that is open.</summary>
public sealed record Kontaktunderlag(long Person, long Kristina, long Omgang);

/// <summary>An education that is offered, and one that no longer is; a file with a refused row and one that waits; an approved studietid with its report's receipt, and a report at CSN.</summary>
public sealed record Utbildningsunderlag(long Aktuell, long Arkiverad, long Inlasning, long Inlasningsrad, long Studietid, string Kvittens, long HosCsn);

/// <summary>A received suspension: CSN's case, the school's event, its student.</summary>
public sealed record Avstangningsunderlag(long Id, long Handelse, long Studerande);

/// <summary>An event that was sent with its receipt; a draft for one student and one for two.</summary>
public sealed record Handelseunderlag(long Id, string Kvittens, string Utkast, string Flera);

/// <summary>The ids of orders: one that waits at CSN with its row, one that CSN has asked about, a letter, a school.</summary>
public sealed record Bestallningsunderlag(long HosCsn, long Rad, long Fragad, long Brev, long Skola);

/// <summary>A file that has been read, with a refused row and one with a warning, and one that waits.</summary>
public sealed record Filunderlag(long Last, long Rad, long Varnad, long Vantar);

/// <summary>Every page of the portal. A test compares the list with the app's endpoints, so a new page fails until it is listed.</summary>
public static class Sidor
{
    /// <summary>Endpoints that answer with something else than a page: files, figures for scripts, a redirect to the page itself.</summary>
    public static readonly string[] IngaSidor =
    [
        "/halsa",
        "/session/status",
        "/studerande/csv",
        "/studerande/sok",
        "/utbildningar/csv",
        "/studietider",
        "/studietider/{lasar}/csv",
        "/csn/rapporteringsomgangar/{id:long}/csv",
        "/ogiltig-franvaro/csv",
        "/granskning/arenden.csv",
        .. Skyddadsidor.IngaSidor,
        "/identity-manager/historik/csv",
        "/csn/logg/csv",
        "/dokument/{id:long}",
        "/granskning/dokument/{id:long}",
        "/ogiltig-franvaro/{id:long}/forsattsblad.pdf",
        "/ogiltig-franvaro/{id:long}/underlag/filer",
        "/granskning/{arendeId:long}/papper/filer",
        "/mitt-konto/tvasteg/app/qr.svg",
        "/identity-manager/anvandare/csv",
        "/handelser/{id:long}/intyg.pdf",
        "/filer/{id:long}/lage",
        "/filer/{id:long}/felrader.csv",
        "/inlasningar/{id:long}/felrader.csv",
        "/filer/{id:long}/kvittens.json",
        "/filer/{id:long}/kvittens.pdf",
        "/ladok/handelser/{id:long}",
        "/driftavbrott/{id:long}/intyg.pdf",
        "/csn/brev/utskrifter/{nyckel:length(32)}",
        "/csn/brev/{id:long}/igen",
        "/granskning/brev/utskrifter/{nyckel:length(32)}",
        "/granskning/brev/utskrifter/{nyckel:length(32)}/bilagor",
        "/granskning/brev/utskrifter/{nyckel:length(32)}/adressfil",
        "/granskning/brev/{id:long}",
        "/sitemap.xml",
        "/robots.txt",
        "/blanketter/{slug}.pdf",
        "/blanketter/{slug}/{utgava}",
        "/webbinarier/{slug}.ics",
        "/kalenderflode/{nyckel:length(64)}.ics",
        .. Punktlighetssidor.IngaSidor,
        "/mina-sidor/studietider.json",
        "/mina-sidor/studietider.ics",
        "/mina-sidor/studietider/{skolkod:length(8)}.ics",
        "/mina-sidor/studietider/{skolkod:length(8)}/{utbildning:long}.ics",
    ];

    public static IReadOnlyList<Portalsida> Alla { get; } =
    [
        new("/logga-in", null, _ => "/logga-in"),
        new("/logga-in", null, _ => "/logga-in?utgangen=1&retur=/studerande"),
        new("/logga-in/tvasteg", null, _ => "/logga-in/tvasteg"),
        new("/mitt-konto", Personer.DavidAbdi, _ => "/mitt-konto"),
        new("/kalender", Personer.AnnaLind, _ => "/kalender"),
        new("/kalender", Personer.GunBerg, _ => "/kalender?manad=2026-12"),
        new("/mitt-konto/paminnelser", Personer.AnnaLind, _ => "/mitt-konto/paminnelser"),
        new("/mitt-konto/paminnelser", Personer.GretaGranberg, _ => "/mitt-konto/paminnelser"),
        new("/csn/frister", Personer.KristinaOhlin, _ => "/csn/frister"),
        new("/csn/frister/granska", Personer.GretaGranberg, u => $"/csn/frister/granska?skola={u.Forsenad}"),
        new("/mitt-konto/inloggningar", Personer.AnnaLind, _ => "/mitt-konto/inloggningar"),
        new("/mitt-konto/tvasteg", Personer.AnnaLind, _ => "/mitt-konto/tvasteg"),
        new("/mitt-konto/tvasteg", Personer.SaraFalk, _ => "/mitt-konto/tvasteg"),
        new("/mitt-konto/tvasteg/app", Personer.AnnaLind, _ => "/mitt-konto/tvasteg/app"),
        new("/mitt-konto/tvasteg/app/koppla", Personer.AnnaLind, _ => "/mitt-konto/tvasteg/app/koppla"),
        new("/mitt-konto/tvasteg/app/ta-bort", Personer.SaraFalk, _ => "/mitt-konto/tvasteg/app/ta-bort"),
        new("/mitt-konto/tvasteg/passernyckel", Personer.AnnaLind, _ => "/mitt-konto/tvasteg/passernyckel"),
        new("/mitt-konto/tvasteg/passernyckel/skapa", Personer.AnnaLind, _ => "/mitt-konto/tvasteg/passernyckel/skapa"),
        new("/mitt-konto/tvasteg/passernyckel/{id:length(16)}/ta-bort", Personer.SaraFalk, u => $"/mitt-konto/tvasteg/passernyckel/{u.Passernyckel}/ta-bort"),
        new("/mitt-konto/tvasteg/koder", Personer.SaraFalk, _ => "/mitt-konto/tvasteg/koder"),
        new("/identity-manager/tvastegsinloggning", Personer.MikaelAstrom, _ => "/identity-manager/tvastegsinloggning"),
        new("/losenordskiosk", null, _ => "/losenordskiosk"),
        new("/losenordskiosk/andra", null, _ => "/losenordskiosk/andra"),
        new("/losenordskiosk/glomt", null, _ => "/losenordskiosk/glomt"),
        new("/losenordskiosk/kod", null, _ => "/losenordskiosk/kod"),
        new("/losenordskiosk/nytt-losenord", null, _ => "/losenordskiosk/nytt-losenord"),
        new("/tillganglighet", null, _ => "/tillganglighet"),
        new("/hjalpte-sidan", null, _ => "/hjalpte-sidan?svar=nej&sida=/tillganglighet"),
        new("/hjalpte-sidan/tack", null, _ => "/hjalpte-sidan/tack"),
        new("/csn/sidomdomen", Personer.KristinaOhlin, _ => "/csn/sidomdomen"),
        new("/csn/sidomdomen/sida", Personer.KristinaOhlin, _ => "/csn/sidomdomen/sida?adress=/partner/felkoder"),
        new("/csn/sidomdomen/sida", Personer.KristinaOhlin, _ => "/csn/sidomdomen/sida?adress=/partner/felkoder&period=alla"),
        new("/utvecklingspost", null, _ => "/utvecklingspost"),
        new("/mina-sidor/studietider", null, _ => "/mina-sidor/studietider"),
        new("/mina-sidor/studietider", null, _ => "/mina-sidor/studietider?sok=scenografi&takt=50&datum=2027-03-01"),
        new("/mina-sidor/studietider", null, _ => "/mina-sidor/studietider?sok=finnsinte"),
        new("/mina-sidor/studietider", Personer.AnnaLind, _ => "/mina-sidor/studietider?sok=sundsvall"),
        new("/mina-sidor/studietider/{skolkod:length(8)}/{utbildning:long?}", null, u => u.Publik),
        new("/blanketter", null, _ => "/blanketter"),
        new("/blanketter", Personer.AnnaLind, _ => "/blanketter"),
        new("/blanketter/{slug}", null, _ => "/blanketter/forsattsblad"),
        new("/blanketter/{slug}", null, _ => "/blanketter/underlag-for-skolk"),
        new("/blanketter/{slug}", null, _ => "/blanketter/bestallning-av-behorighet"),
        new("/blanketter/{slug}", Personer.IngridStorm, _ => "/blanketter/handledarintyg"),
        new("/ogiltig-franvaro/{id:long}/blanketter/{slug}", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportUtanUnderlag}/blanketter/underlag-for-skolk"),
        new("/studerande/{id:long}/blanketter/{slug}", Personer.JonasHolm, u => $"/studerande/{u.Avstangning.Studerande}/blanketter/intyg-2441w"),
        new("/webbinarier", null, _ => "/webbinarier"),
        new("/webbinarier/{slug}", null, _ => "/webbinarier/skolk-steg-for-steg"),
        new("/webbinarier/{slug}", Personer.AnnaLind, _ => "/webbinarier/studietider-infor-lasaret"),
        new("/webbinarier/{slug}/bilder", null, _ => "/webbinarier/underlag-som-godtas/bilder"),
        new("/webbinarier/{slug}/utskrift", null, _ => "/webbinarier/skolk-steg-for-steg/utskrift"),
        new("/fel/{kod:int:range(400,599)}", null, _ => "/fel/404"),
        new("/fel/{kod:int:range(400,599)}", Personer.AnnaLind, _ => "/finns-inte"),
        new("/fel/{kod:int:range(400,599)}", Personer.AnnaLind, _ => "/granskning"),
        new("/", Personer.AnnaLind, _ => "/"),
        new("/", Personer.BjornSvensson, _ => "/"),
        new("/", Personer.DavidAbdi, _ => "/"),
        new("/", Personer.KristinaOhlin, _ => "/"),
        new("/studerande", Personer.AnnaLind, _ => "/studerande"),
        new("/studerande", Personer.IngridStorm, _ => "/studerande?sida=2"),
        new("/studerande/ny", Personer.AnnaLind, _ => "/studerande/ny"),
        new("/studerande/ny", Personer.HasanYilmaz, _ => "/studerande/ny"),
        new("/studerande/{id:long}", Personer.AnnaLind, u => $"/studerande/{u.Studerande}"),
        new("/utbildningar", Personer.AnnaLind, _ => "/utbildningar"),
        new("/utbildningar", Personer.GunBerg, _ => "/utbildningar?visa=arkiverade"),
        new("/utbildningar/ny", Personer.AnnaLind, _ => "/utbildningar/ny"),
        new("/utbildningar/ny", Personer.GunBerg, _ => "/utbildningar/ny"),
        new("/utbildningar/ny", Personer.HasanYilmaz, _ => "/utbildningar/ny"),
        new("/utbildningar/fil", Personer.AnnaLind, _ => "/utbildningar/fil"),
        new("/utbildningar/fil", Personer.GunBerg, _ => "/utbildningar/fil"),
        new("/studietider/fil", Personer.AnnaLind, _ => "/studietider/fil"),
        new("/inlasningar/{id:long}", Personer.AnnaLind, u => $"/inlasningar/{u.Utbildningar.Inlasning}"),
        new("/inlasningar/{id:long}/rader/{radId:long}", Personer.AnnaLind, u => $"/inlasningar/{u.Utbildningar.Inlasning}/rader/{u.Utbildningar.Inlasningsrad}"),
        new("/utbildningar/{id:long}", Personer.AnnaLind, u => $"/utbildningar/{u.Utbildningar.Aktuell}"),
        new("/utbildningar/{id:long}", Personer.AnnaLind, u => $"/utbildningar/{u.Utbildningar.Arkiverad}"),
        new("/utbildningar/{id:long}/andra", Personer.AnnaLind, u => $"/utbildningar/{u.Utbildningar.Aktuell}/andra"),
        new("/utbildningar/{id:long}/arkivera", Personer.AnnaLind, u => $"/utbildningar/{u.Utbildningar.Aktuell}/arkivera"),
        new("/utbildningar/{id:long}/aterta", Personer.AnnaLind, u => $"/utbildningar/{u.Utbildningar.Arkiverad}/aterta"),
        new("/utbildningar/{id:long}/studerande", Personer.AnnaLind, u => $"/utbildningar/{u.Utbildningar.Aktuell}/studerande"),
        new("/studietider/{lasar}", Personer.AnnaLind, _ => "/studietider/2026-27"),
        new("/studietider/{lasar}", Personer.AnnaLind, _ => "/studietider/2027-28"),
        new("/studietider/{lasar}", Personer.KarinVik, _ => "/studietider/2026-27"),
        new("/studietider/{lasar}", Personer.FredrikDahl, _ => "/studietider/2027-28"),
        new("/studietider/{lasar}/ny", Personer.AnnaLind, _ => "/studietider/2026-27/ny"),
        new("/studietider/{lasar}/ny", Personer.HasanYilmaz, _ => "/studietider/2026-27/ny"),
        new("/studietider/{lasar}/granska", Personer.AnnaLind, _ => "/studietider/2027-28/granska"),
        new("/studietider/{lasar}/framskriv", Personer.GunBerg, _ => "/studietider/2026-27/framskriv"),
        new("/studietider/{lasar}/skillnad", Personer.AnnaLind, _ => "/studietider/2027-28/skillnad"),
        new("/studietider/tid/{id:long}/andra", Personer.AnnaLind, u => $"/studietider/tid/{u.Utbildningar.Studietid}/andra"),
        new("/studietider/tid/{id:long}/ta-bort", Personer.AnnaLind, u => $"/studietider/tid/{u.Utbildningar.Studietid}/ta-bort"),
        new("/studietider/tid/{id:long}/studerande", Personer.AnnaLind, u => $"/studietider/tid/{u.Utbildningar.Studietid}/studerande"),
        new("/studietider/kvittens/{nummer:length(12)}", Personer.AnnaLind, u => $"/studietider/kvittens/{u.Utbildningar.Kvittens}"),
        new("/csn/studietider", Personer.KristinaOhlin, _ => "/csn/studietider"),
        new("/csn/studietider/{id:long}", Personer.KristinaOhlin, u => $"/csn/studietider/{u.Utbildningar.HosCsn}"),
        new("/", Personer.GunBerg, _ => "/"),
        new("/skoluppgifter", Personer.AnnaLind, _ => "/skoluppgifter"),
        new("/skoluppgifter", Personer.GunBerg, _ => "/skoluppgifter"),
        new("/skoluppgifter/andra", Personer.AnnaLind, _ => "/skoluppgifter/andra"),
        new("/skoluppgifter/kontaktpersoner/ny", Personer.AnnaLind, _ => "/skoluppgifter/kontaktpersoner/ny"),
        new("/skoluppgifter/kontaktpersoner/{id:long}", Personer.AnnaLind, u => $"/skoluppgifter/kontaktpersoner/{u.Kontakter.Person}"),
        new("/skoluppgifter/kontaktpersoner/{id:long}/ta-bort", Personer.AnnaLind, u => $"/skoluppgifter/kontaktpersoner/{u.Kontakter.Person}/ta-bort"),
        new("/csn/kontaktsidan", Personer.KristinaOhlin, _ => "/csn/kontaktsidan"),
        new("/csn/kontaktsidan/personer/{kontoId:long}", Personer.KristinaOhlin, u => $"/csn/kontaktsidan/personer/{u.Kontakter.Kristina}"),
        new("/csn/rapporteringsomgangar", Personer.KristinaOhlin, _ => "/csn/rapporteringsomgangar"),
        new("/csn/rapporteringsomgangar/ny", Personer.KristinaOhlin, _ => "/csn/rapporteringsomgangar/ny"),
        new("/csn/rapporteringsomgangar/{id:long}", Personer.KristinaOhlin, u => $"/csn/rapporteringsomgangar/{u.Kontakter.Omgang}"),
        new("/csn/rapporteringsomgangar/{id:long}/andra", Personer.KristinaOhlin, u => $"/csn/rapporteringsomgangar/{u.Kontakter.Omgang}/andra"),
        new("/csn/rapporteringsomgangar/{id:long}/stall-in", Personer.KristinaOhlin, u => $"/csn/rapporteringsomgangar/{u.Kontakter.Omgang}/stall-in"),
        new("/csn/nyheter", Personer.KristinaOhlin, _ => "/csn/nyheter"),
        new("/csn/nyheter/ny", Personer.KristinaOhlin, _ => "/csn/nyheter/ny"),
        new("/csn/nyheter/{id:long}", Personer.KristinaOhlin, u => $"/csn/nyheter/{u.Drift.Utkast}"),
        new("/csn/nyheter/{id:long}", Personer.KristinaOhlin, u => $"/csn/nyheter/{u.Drift.Nyhet}"),
        new("/csn/nyheter/{id:long}/andra", Personer.KristinaOhlin, u => $"/csn/nyheter/{u.Drift.Nyhet}/andra"),
        new("/csn/driftavbrott", Personer.KristinaOhlin, _ => "/csn/driftavbrott"),
        new("/csn/driftavbrott/ny", Personer.KristinaOhlin, _ => "/csn/driftavbrott/ny"),
        new("/csn/driftavbrott/{id:long}", Personer.KristinaOhlin, u => $"/csn/driftavbrott/{u.Drift.Kommande}"),
        new("/csn/driftavbrott/{id:long}", Personer.KristinaOhlin, u => $"/csn/driftavbrott/{u.Drift.Tidigare}"),
        new("/csn/driftavbrott/{id:long}/andra", Personer.KristinaOhlin, u => $"/csn/driftavbrott/{u.Drift.Kommande}/andra"),
        new("/csn/driftavbrott/{id:long}/stall-in", Personer.KristinaOhlin, u => $"/csn/driftavbrott/{u.Drift.Kommande}/stall-in"),
        new("/nyheter", Personer.AnnaLind, _ => "/nyheter"),
        new("/nyheter/{id:long}", Personer.AnnaLind, u => $"/nyheter/{u.Drift.Nyhet}"),
        new("/driftavbrott", Personer.AnnaLind, _ => "/driftavbrott"),
        new("/filer", Personer.AnnaLind, _ => "/filer"),
        new("/filer", Personer.HasanYilmaz, _ => "/filer"),
        new("/filer/{id:long}", Personer.HasanYilmaz, u => $"/filer/{u.Filer.Last}"),
        new("/filer/{id:long}", Personer.HasanYilmaz, u => $"/filer/{u.Filer.Last}?visa=varningar"),
        new("/filer/{id:long}", Personer.HasanYilmaz, u => $"/filer/{u.Filer.Vantar}"),
        new("/filer/{id:long}/kvittens", Personer.HasanYilmaz, u => $"/filer/{u.Filer.Last}/kvittens"),
        new("/filer/{id:long}/rader/{radId:long}", Personer.HasanYilmaz, u => $"/filer/{u.Filer.Last}/rader/{u.Filer.Rad}"),
        new("/filer/{id:long}/rader/{radId:long}", Personer.HasanYilmaz, u => $"/filer/{u.Filer.Last}/rader/{u.Filer.Varnad}"),
        new("/filer/format", null, _ => "/filer/format"),
        new("/partner/felkoder", null, _ => "/partner/felkoder"),
        new("/partner/felkoder", null, _ => "/partner/felkoder?sok=finns-inte"),
        new("/partner", null, _ => "/partner"),
        new("/partner/sok", null, _ => "/partner/sok"),
        new("/partner/sok", null, _ => "/partner/sok?q=ogiltig%20frånvaro&skolform=komvux"),
        new("/partner/sok", null, _ => "/partner/sok?q=finnsinteord"),
        new("/partner/{skolform}", null, _ => "/partner/gymnasieskola"),
        new("/partner/{skolform}", Personer.AnnaLind, _ => "/partner/hogskola"),
        new("/partner/{skolform}/{amne}", null, _ => "/partner/gymnasieskola/ogiltig-franvaro#fyra-timmar"),
        new("/partner/{skolform}/{amne}", null, _ => "/partner/hogskola/kontakt"),
        new("/partner/{skolform}/{amne}", null, _ => "/partner/komvux/behorigheter"),
        new("/partner/{skolform}/{amne}", null, _ => "/partner/gymnasieskola/blanketter"),
        new("/partner/{skolform}/handbok/{slug}", null, _ => "/partner/gymnasieskola/handbok/studeranderapportering"),
        new("/partner/{skolform}/handbok/{slug}", null, _ => "/partner/hogskola/handbok/ladok"),
        new("/partner/{skolform}/handbok/{slug}", null, _ => "/partner/hogskola/handbok/identity-manager"),
        new("/integritet", null, _ => "/integritet"),
        new("/kakor", null, _ => "/kakor"),
        new("/en", null, _ => "/en"),
        new("/en/{slug}", null, _ => "/en/ogiltig-franvaro"),
        new("/ogiltig-franvaro", Personer.AnnaLind, _ => "/ogiltig-franvaro"),
        new("/ogiltig-franvaro", Personer.JonasHolm, _ => "/ogiltig-franvaro"),
        new("/studerande/{studerandeId:long}/rapportera", Personer.AnnaLind, u => $"/studerande/{u.Studerande}/rapportera"),
        new("/studerande/{studerandeId:long}/rapportera/{kod}", Personer.AnnaLind, u => $"/studerande/{u.Studerande}/rapportera/11"),
        new("/studerande/{studerandeId:long}/rapportera/{kod}", Personer.AnnaLind, u => $"/studerande/{u.Studerande}/rapportera/31"),
        new("/studerande/{studerandeId:long}/rapportera/91", Personer.JonasHolm, u => $"/studerande/{u.Avstangning.Studerande}/rapportera/91"),
        new("/handelser/{id:long}/andra-avstangning", Personer.JonasHolm, u => $"/handelser/{u.Avstangning.Handelse}/andra-avstangning"),
        new("/csn/avstangningar", Personer.GretaGranberg, _ => "/csn/avstangningar"),
        new("/csn/avstangningar", Personer.GretaGranberg, _ => "/csn/avstangningar?visa=hanterade"),
        new("/csn/avstangningar/skyddade", Personer.StigSkyman, _ => "/csn/avstangningar/skyddade"),
        new("/csn/avstangningar/{id:long}", Personer.GretaGranberg, u => $"/csn/avstangningar/{u.Avstangning.Id}"),
        new("/handelser/granska/{nyckel:length(64)}", Personer.AnnaLind, u => $"/handelser/granska/{u.Handelser.Utkast}"),
        new("/handelser/granska/{nyckel:length(64)}", Personer.AnnaLind, u => $"/handelser/granska/{u.Handelser.Flera}"),
        new("/handelser/{id:long}", Personer.AnnaLind, u => $"/handelser/{u.Handelser.Id}"),
        new("/handelser/{id:long}/andra", Personer.AnnaLind, u => $"/handelser/{u.Handelser.Id}/andra"),
        new("/handelser/{id:long}/ta-tillbaka", Personer.AnnaLind, u => $"/handelser/{u.Handelser.Id}/ta-tillbaka"),
        new("/kvittenser", Personer.AnnaLind, _ => "/kvittenser"),
        new("/kvittenser/{nummer:length(12)}", Personer.AnnaLind, u => $"/kvittenser/{u.Handelser.Kvittens}"),
        new("/utkast", Personer.AnnaLind, _ => "/utkast"),
        new("/rapportera-flera", Personer.AnnaLind, _ => "/rapportera-flera"),
        new("/rapportera-flera/{kod}", Personer.AnnaLind, _ => "/rapportera-flera/11"),
        new("/rapportera-flera/{kod}", Personer.GunBerg, _ => "/rapportera-flera/71"),
        new("/kvar-att-rapportera", Personer.FredrikDahl, _ => "/kvar-att-rapportera"),
        new("/kvar-att-rapportera/antagna", Personer.FredrikDahl, _ => "/kvar-att-rapportera/antagna"),
        new("/franvarocoach", Personer.AnnaLind, _ => "/franvarocoach"),
        new("/franvarocoach", Personer.JonasHolm, _ => "/franvarocoach"),
        .. Punktlighetssidor.Alla,
        new("/franvarocoach/{id:long}", Personer.AnnaLind, u => $"/franvarocoach/{u.Coach.Lista}"),
        new("/franvarocoach/{id:long}", Personer.AnnaLind, u => $"/franvarocoach/{u.Coach.Lista}?visa=okanda"),
        new("/franvarocoach/{id:long}/kolumner", Personer.AnnaLind, u => $"/franvarocoach/{u.Coach.Lista}/kolumner"),
        new("/franvarocoach/{id:long}/kolumner", Personer.AnnaLind, u => $"/franvarocoach/{u.Coach.Okand}/kolumner"),
        new("/franvarocoach/{id:long}/studerande/{studerandeId:long}", Personer.AnnaLind, u => $"/franvarocoach/{u.Coach.Lista}/studerande/{u.Coach.Elev}"),
        new("/franvarocoach/granska/{nyckel:length(64)}", Personer.AnnaLind, u => $"/franvarocoach/granska/{u.Coach.Urval}"),
        new("/franvarocoach/granska/{nyckel:length(64)}/kvittens", Personer.AnnaLind, u => $"/franvarocoach/granska/{u.Coach.Skickat}/kvittens"),
        new("/ogiltig-franvaro/rapportera/{studerandeId:long}", Personer.AnnaLind, u => $"/ogiltig-franvaro/rapportera/{u.Studerande}"),
        new("/ogiltig-franvaro/granska/{nyckel:length(64)}", Personer.AnnaLind, u => $"/ogiltig-franvaro/granska/{u.Utkast}"),
        new("/ogiltig-franvaro/{id:long}", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportUtanUnderlag}"),
        new("/ogiltig-franvaro/{id:long}", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportMedKomplettering}"),
        new("/ogiltig-franvaro/{id:long}/kvittens", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportUtanUnderlag}/kvittens"),
        new("/ogiltig-franvaro/{id:long}/avsluta", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportUtanUnderlag}/avsluta"),
        new("/ogiltig-franvaro/{id:long}/andra", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportUtanUnderlag}/andra"),
        new("/ogiltig-franvaro/{id:long}/ta-bort", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportUtanUnderlag}/ta-bort"),
        new("/ogiltig-franvaro/{id:long}/underlag", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportUtanUnderlag}/underlag"),
        new("/ogiltig-franvaro/{id:long}/underlag", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportMedKomplettering}/underlag"),
        new("/ogiltig-franvaro/{id:long}/underlag/granska", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportMedKomplettering}/underlag/granska"),
        new("/ogiltig-franvaro/{id:long}/underlag/{underlagId:long}/kvittens", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportMedUnderlag}/underlag/{u.Underlag}/kvittens"),
        new("/ogiltig-franvaro/{id:long}/forsattsblad", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportUtanUnderlag}/forsattsblad"),
        new("/identity-manager/historik", Personer.BjornSvensson, _ => "/identity-manager/historik"),
        new("/csn/logg", Personer.BeritHagstrom, _ => "/csn/logg"),
        .. Granskningssidor.Alla,
        new("/granskning", Personer.GretaGranberg, _ => "/granskning"),
        .. Skyddadsidor.Alla,
        new("/granskning/{arendeId:long}", Personer.GretaGranberg, u => $"/granskning/{u.ArendeAttGranska}"),
        new("/granskning/{arendeId:long}", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}"),
        new("/granskning/{arendeId:long}/godkann", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}/godkann"),
        new("/granskning/{arendeId:long}/kommunicera", Personer.GretaGranberg, u => $"/granskning/{u.ArendeGodkant}/kommunicera"),
        new("/granskning/{arendeId:long}/utfall", Personer.GretaGranberg, u => $"/granskning/{u.ArendeKommunicerat}/utfall"),
        new("/granskning/{arendeId:long}", Personer.GretaGranberg, u => $"/granskning/{u.ArendeBeslutat}"),
        new("/granskning/{arendeId:long}/avsluta", Personer.GretaGranberg, u => $"/granskning/{u.ArendeBeslutat}/avsluta"),
        new("/granskning/{arendeId:long}/lamna-over", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}/lamna-over"),
        new("/granskning/brev", Personer.GretaGranberg, _ => "/granskning/brev"),
        new("/granskning/brev", Personer.StigSkyman, _ => "/granskning/brev?flik=skyddade"),
        new("/granskning/brev", Personer.GretaGranberg, _ => "/granskning/brev?flik=skickade"),
        new("/granskning/{arendeId:long}/komplettering", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}/komplettering"),
        new("/granskning/{arendeId:long}/papper", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}/papper"),
        .. Visarsidor.Alla,
        new("/identity-manager", Personer.BjornSvensson, _ => "/identity-manager"),
        new("/identity-manager/anvandare", Personer.BjornSvensson, _ => "/identity-manager/anvandare"),
        new("/identity-manager/anvandare", Personer.BjornSvensson, _ => "/identity-manager/anvandare?visa=avslutade"),
        new("/identity-manager/anvandare/ny", Personer.BjornSvensson, _ => "/identity-manager/anvandare/ny"),
        new("/identity-manager/anvandare/{id:long}", Personer.BjornSvensson, u => $"/identity-manager/anvandare/{u.Anvandare}"),
        new("/identity-manager/anvandare/{id:long}", Personer.BeritHagstrom, u => $"/identity-manager/anvandare/{u.Anvandare}"),
        new("/identity-manager/anvandare/{id:long}/behorigheter", Personer.BjornSvensson, u => $"/identity-manager/anvandare/{u.Anvandare}/behorigheter"),
        new("/identity-manager/anvandare/{id:long}/uppgifter", Personer.BjornSvensson, u => $"/identity-manager/anvandare/{u.Anvandare}/uppgifter"),
        new("/identity-manager/anvandare/{id:long}/uppgifter", Personer.BeritHagstrom, u => $"/identity-manager/anvandare/{u.Anvandare}/uppgifter"),
        new("/identity-manager/anvandare/{id:long}/engangslosenord", Personer.BjornSvensson, u => $"/identity-manager/anvandare/{u.Anvandare}/engangslosenord"),
        new("/identity-manager/anvandare/{id:long}/tvasteg", Personer.BjornSvensson, u => $"/identity-manager/anvandare/{u.Anvandare}/tvasteg"),
        new("/identity-manager/anvandare/{id:long}/avsluta", Personer.BjornSvensson, u => $"/identity-manager/anvandare/{u.Anvandare}/avsluta"),
        new("/identity-manager/anvandare/{id:long}/aterstall", Personer.BjornSvensson, u => $"/identity-manager/anvandare/{u.AvslutadAnvandare}/aterstall"),
        new("/identity-manager/attestering", Personer.BjornSvensson, _ => "/identity-manager/attestering"),
        new("/identity-manager/administratorer", Personer.BjornSvensson, _ => "/identity-manager/administratorer"),
        new("/identity-manager/administratorer/foresla", Personer.CeciliaNordin, _ => "/identity-manager/administratorer/foresla"),
        new("/forsakran/{nyckel:regex(^[0-9a-f]{{64}}$)}", null, u => $"/forsakran/{u.Forsakran}"),
        new("/csn/administratorsbyten", Personer.BeritHagstrom, _ => "/csn/administratorsbyten"),
        new("/csn/administratorsbyten/{id:long}", Personer.BeritHagstrom, u => $"/csn/administratorsbyten/{u.Byte}"),
        new("/csn/anvandare", Personer.BeritHagstrom, _ => "/csn/anvandare"),
        new("/csn/anvandare", Personer.OlofRyden, _ => "/csn/anvandare"),
        new("/csn/personal", Personer.BeritHagstrom, _ => "/csn/personal"),
        new("/csn/personal/ny", Personer.BeritHagstrom, _ => "/csn/personal/ny"),
        new("/csn/personal/{kontoId:long}", Personer.BeritHagstrom, u => $"/csn/personal/{u.Csnkonto}"),
        new("/csn/personal/{kontoId:long}/avsluta", Personer.BeritHagstrom, u => $"/csn/personal/{u.Csnkonto}/avsluta"),
        new("/behorighetsbestallningar", Personer.CeciliaNordin, _ => "/behorighetsbestallningar"),
        new("/behorighetsbestallningar/ny", Personer.CeciliaNordin, _ => "/behorighetsbestallningar/ny"),
        new("/behorighetsbestallningar/ny/{slag}", Personer.CeciliaNordin, _ => "/behorighetsbestallningar/ny/rapportor"),
        new("/behorighetsbestallningar/ny/{slag}", Personer.CeciliaNordin, _ => "/behorighetsbestallningar/ny/epost"),
        new("/behorighetsbestallningar/ny/{slag}", Personer.CeciliaNordin, _ => "/behorighetsbestallningar/ny/avanmalan"),
        new("/behorighetsbestallningar/ny/{slag}", Personer.CeciliaNordin, _ => "/behorighetsbestallningar/ny/behorighetsansvarig"),
        new("/behorighetsbestallningar/ny/granska", Personer.CeciliaNordin, _ => "/behorighetsbestallningar/ny/granska"),
        new("/behorighetsbestallningar/{id:long}", Personer.CeciliaNordin, u => $"/behorighetsbestallningar/{u.Bestallningar.Fragad}"),
        new("/behorighetsbestallningar/{id:long}/utskrift", Personer.CeciliaNordin, u => $"/behorighetsbestallningar/{u.Bestallningar.Fragad}/utskrift"),
        new("/behorighetsbestallningar/begaranden", Personer.CeciliaNordin, _ => "/behorighetsbestallningar/begaranden"),
        new("/identity-manager/begaranden", Personer.BjornSvensson, _ => "/identity-manager/begaranden"),
        new("/begar-behorighet", Personer.BjornSvensson, _ => "/begar-behorighet"),
        new("/kontakta-csn", Personer.AnnaLind, _ => "/kontakta-csn"),
        new("/csn-order", Personer.KarinVik, _ => "/csn-order"),
        new("/csn-order/korg", Personer.KarinVik, _ => "/csn-order/korg"),
        new("/csn-order/granska", Personer.KarinVik, _ => "/csn-order/granska"),
        new("/csn-order/bestallningar", Personer.KarinVik, _ => "/csn-order/bestallningar"),
        new("/csn-order/bestallningar/{id:long}", Personer.KarinVik, u => $"/csn-order/bestallningar/{u.Material.Bestallning}"),
        new("/csn-order/bestallningar/{id:long}", Personer.KarinVik, u => $"/csn-order/bestallningar/{u.Material.Skickad}"),
        new("/csn-order/bestallningar/{id:long}/annullera", Personer.KarinVik, u => $"/csn-order/bestallningar/{u.Material.Bestallning}/annullera"),
        new("/csn/csn-order", Personer.OlofRyden, _ => "/csn/csn-order"),
        new("/csn/csn-order", Personer.OlofRyden, _ => "/csn/csn-order?flik=annullerade"),
        new("/csn/csn-order/{id:long}", Personer.OlofRyden, u => $"/csn/csn-order/{u.Material.Bestallning}"),
        new("/csn/csn-order/artiklar", Personer.OlofRyden, _ => "/csn/csn-order/artiklar"),
        new("/csn/csn-order/artiklar/ny", Personer.OlofRyden, _ => "/csn/csn-order/artiklar/ny"),
        new("/csn/csn-order/artiklar/{id:long}", Personer.OlofRyden, u => $"/csn/csn-order/artiklar/{u.Material.Artikel}"),
        new("/csn/csn-order/artiklar/{id:long}", Personer.OlofRyden, u => $"/csn/csn-order/artiklar/{u.Material.Indragen}"),
        new("/csn/csn-order/artiklar/{id:long}/andra", Personer.OlofRyden, u => $"/csn/csn-order/artiklar/{u.Material.Artikel}/andra"),
        new("/csn/csn-order/artiklar/{id:long}/lager", Personer.OlofRyden, u => $"/csn/csn-order/artiklar/{u.Material.Artikel}/lager"),
        new("/csn/csn-order/artiklar/{id:long}/dra-in", Personer.OlofRyden, u => $"/csn/csn-order/artiklar/{u.Material.Artikel}/dra-in"),
        new("/csn/begaranden", Personer.OlofRyden, _ => "/csn/begaranden"),
        new("/csn/bestallningar", Personer.BeritHagstrom, _ => "/csn/bestallningar"),
        new("/csn/bestallningar/{id:long}", Personer.BeritHagstrom, u => $"/csn/bestallningar/{u.Bestallningar.HosCsn}"),
        new("/csn/bestallningar/{id:long}/fraga", Personer.BeritHagstrom, u => $"/csn/bestallningar/{u.Bestallningar.HosCsn}/fraga"),
        new("/csn/bestallningar/{id:long}/rader/{radId:long}/avsla", Personer.BeritHagstrom, u => $"/csn/bestallningar/{u.Bestallningar.HosCsn}/rader/{u.Bestallningar.Rad}/avsla"),
        new("/csn/brev", Personer.BeritHagstrom, _ => "/csn/brev"),
        new("/csn/brev", Personer.BeritHagstrom, _ => "/csn/brev?flik=utskrivna"),
        new("/csn/skolor", Personer.BeritHagstrom, _ => "/csn/skolor"),
        new("/csn/skolor/{skolaId:long}", Personer.BeritHagstrom, u => $"/csn/skolor/{u.Bestallningar.Skola}"),
        new("/identity-manager/systemkonton", Personer.SaraFalk, _ => "/identity-manager/systemkonton"),
        new("/identity-manager/systemkonton", Personer.BjornSvensson, _ => "/identity-manager/systemkonton"),
        new("/csn/ladokrattelser", Personer.GretaGranberg, _ => "/csn/ladokrattelser"),
        new("/csn/ladokrattelser/{id:long}", Personer.GretaGranberg, u => $"/csn/ladokrattelser/{u.Rattelse}"),
        new("/csn/rapporteringssatt", Personer.KristinaOhlin, _ => "/csn/rapporteringssatt"),
        new("/csn/rapporteringssatt/{skolaId:long}", Personer.KristinaOhlin, u => $"/csn/rapporteringssatt/{u.Bestallningar.Skola}"),
    ];

    private static Avrakning Lika(Arende arende) => Avrakning.Berakna(
        Uppskattning.Berakna(arende.Skolkrapport.ForstaDag, null, arende.Skolkrapport.Rapportdag), null, arende.Skolkrapport.Rapportdag, arende.Skolkrapport.Rapportdag);

    /// <summary>Of <see cref="Personer.SaraFalk"/>, who has a second factor: signs her in once.</summary>
    public const string Aterstallningskod = "en-enda-kod-till-sara";

    /// <summary>Finds the ids in the demo data, and begins what a page needs: a draft of a report and of an answer, a case that Greta has taken.</summary>
    public static async Task<Sidunderlag> ForberedAsync(Testdatabas databas, TimeProvider klocka)
    {
        await using var db = databas.Alla();
        var nu = klocka.GetUtcNow().UtcDateTime;
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget);
        var anna = await db.Konton.SingleAsync(k => k.UserName == Personer.AnnaLind.Anvandarnamn);
        var greta = await db.Konton.SingleAsync(k => k.UserName == Personer.GretaGranberg.Anvandarnamn);
        var arenden = await db.Nationellt<Arende>().Include(a => a.Skolkrapport).Include(a => a.Kompletteringar).ToListAsync();
        var skyddade = await db.Nationellt<Studerande>().Where(s => s.Skydd == Personskydd.Skyddad).Select(s => s.Id).ToListAsync();
        var oppna = arenden.Where(a => !skyddade.Contains(a.Skolkrapport.StuderandeId)).ToList();
        var sodra = oppna.Where(a => a.SkolaId == skola.Id).ToList();
        var komplettering = sodra.First(a => a.Status == Arendestatus.KompletteringBegard).SkolkrapportId;
        var skickat = await db.Nationellt<Franvarounderlag>().OrderBy(u => u.Id).FirstAsync(u => u.SkolaId == skola.Id && u.Status == Underlagsstatus.Inskickat);
        var attGranska = oppna.Where(a => a.Status == Arendestatus.AttGranska).ToList();
        attGranska[1].Ta(greta.Id, nu);
        await Visarsidor.ForberedAsync(db, attGranska[1], greta.Id, nu);
        Granskningssidor.Forbered(attGranska[1], greta.Id, anna.Id, nu);
        var forKontroll = oppna.First(a => a.Status == Arendestatus.Granskas && a.HandlaggareKontoId == greta.Id && !attGranska.Contains(a));
        Granskningssidor.VantaPaKontroll(forKontroll, Lika(forKontroll), nu);
        Granskningssidor.Forbered(sodra.First(a => a.Status == Arendestatus.KompletteringBegard), greta.Id, anna.Id, nu);
        attGranska[2].Ta(greta.Id, nu);
        attGranska[2].Godkann(greta.Id, nu);
        var fraga = attGranska[2].Kommunicera(greta.Id, Lika(attGranska[2]), [], nu);
        fraga.SkrivUt(nu, Hemlighet.NyKort());
        fraga.MarkeraSkickat(nu, greta.Id);
        attGranska[2].RaknaSvarstid(fraga);
        attGranska[3].Ta(greta.Id, nu);
        attGranska[3].Godkann(greta.Id, nu);
        attGranska[4].Ta(greta.Id, nu);
        attGranska[4].Godkann(greta.Id, nu);
        attGranska[4].BeslutaUtfall(greta.Id, Lika(attGranska[4]), Utfallsval.EnligtUppskattningen, null, nu);

        var rapporterade = arenden.Select(a => a.Skolkrapport.StuderandeId).ToList();
        var studerande = await db.Nationellt<Studerande>()
            .OrderByDescending(s => s.Personnummer)
            .FirstAsync(s => s.SkolaId == skola.Id && s.Skydd == Personskydd.Inget && !rapporterade.Contains(s.Id));
        var utkast = Hemlighet.Ny();
        db.Add(new Skolkutkast(skola.Id, studerande.Id, anna.Id, utkast, new Skolkformular(new Skolkuppgift(new(2026, 10, 5), null, 690, 6, false)), nu));
        var svar = new Franvarounderlag(skola.Id, komplettering, Ankomstsatt.Portal, Hemlighet.Ny(), anna.Id, nu);
        svar.Ange(new Underlagsuppgift(new(2026, 8, 31), new(2026, 11, 20), 690, 6, 30_000, ForstaDagensFranvaro.Ja), null);
        db.Add(svar);
        var passernyckel = await MedTvastegAsync(db, nu);
        var avslutad = new Konto("slutat01", "Sven Slutat", "sven.slutat@sodraberget.example", null);
        var forsakran = Hemlighet.Ny();
        var bytet = new Administratorsbyte(
            skola.Id, anna.Id, Hemlighet.NyKort(), new("Vera Vikarie", "vera@sodraberget.example", null, null), null, "Rut Rektor", "rut@sodraberget.example", Hemlighet.Hash(forsakran), nu);
        db.AddRange(avslutad, bytet);
        await db.SaveChangesAsync();
        var slutat = new Skolanvandare(skola.Id, avslutad.Id, nu, null);
        db.Add(slutat);
        db.Entry(slutat).Property(a => a.Avslutad).CurrentValue = nu;
        await db.SaveChangesAsync();
        var anvandare = await db.Nationellt<Skolanvandare>().SingleAsync(a => a.KontoId == anna.Id);
        return new Sidunderlag(
            studerande.Id,
            sodra.First(a => a.Status == Arendestatus.VantarPaUnderlag).SkolkrapportId,
            komplettering,
            skickat.SkolkrapportId,
            skickat.Id,
            attGranska[0].Id,
            attGranska[1].Id,
            attGranska[2].Id,
            attGranska[3].Id,
            attGranska[4].Id,
            utkast,
            anvandare.Id,
            slutat.Id,
            greta.Id,
            bytet.Id,
            forsakran,
            passernyckel,
            await BestallningarAsync(db, skola.Id, nu),
            await HandelserAsync(db, skola.Id, anna.Id, studerande.Id, nu),
            await FilerAsync(db, nu),
            await RattelseAsync(db, nu),
            await AvstangningAsync(databas),
            await UtbildningarAsync(db, skola.Id, anna.Id, nu),
            await PubliktAsync(databas, klocka),
            new(
                await db.Nationellt<Skolkontaktperson>().Where(k => k.SkolaId == skola.Id).Select(k => k.Id).FirstAsync(),
                await db.Konton.Where(k => k.UserName == Personer.KristinaOhlin.Anvandarnamn).Select(k => k.Id).SingleAsync(),
                await db.Rapporteringsomgangar.Where(o => o.Oppnar <= Testklocka.Standarddag).Select(o => o.Id).FirstAsync()),
            await MaterialAsync(db, nu),
            new(
                await db.Nyheter.Where(n => n.Status == Nyhetsstatus.Publicerad).Select(n => n.Id).FirstAsync(),
                await db.Nyheter.Where(n => n.Status == Nyhetsstatus.Utkast).Select(n => n.Id).FirstAsync(),
                await db.Driftavbrott.Where(a => a.Borjar > nu).Select(a => a.Id).FirstAsync(),
                await db.Driftavbrott.Where(a => a.Slutar < nu).Select(a => a.Id).FirstAsync()),
            await Coachsidor.ForberedAsync(db, skola.Id, anna.Id, nu),
            await ForsenadAsync(db))
        {
            ArendeForKontroll = forKontroll.Id,
        };
    }

    /// <summary>A school whose underlag is late since 1 November: its id.</summary>
    private static async Task<long> ForsenadAsync(PortalDbContext db)
    {
        var studerande = await db.Nationellt<Studerande>().Where(s => s.Skydd == Personskydd.Inget && db.Skolor.Any(k => k.Id == s.SkolaId && k.Skolkod == Demoskolor.Angsholm)).OrderBy(s => s.Id).FirstAsync();
        var skickad = new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc);
        var konto = await db.Konton.OrderBy(k => k.Id).Select(k => k.Id).FirstAsync();
        var rapport = new Skolkrapport(studerande.SkolaId, studerande.Id, new Skolkuppgift(new(2026, 7, 20), null, 690, 6, false), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), konto, skickad, new(2026, 9, 1));
        db.AddRange(rapport, new Arende(studerande.SkolaId, rapport, skickad));
        await db.SaveChangesAsync();
        return studerande.SkolaId;
    }

    private static async Task<Materialunderlag> MaterialAsync(PortalDbContext db, DateTime nu)
    {
        var bestallning = await db.Nationellt<Materialbestallning>().Include(b => b.Rader).OrderBy(b => b.Id).LastAsync(b => b.Status == Materialstatus.Mottagen);
        var korg = new Materialkorg(bestallning.SkolaId, bestallning.BestalldAvKontoId, Hemlighet.Ny(), nu);
        foreach (var rad in bestallning.Rader)
            korg.Satt(rad.MaterialartikelId, rad.Antal);
        db.Add(korg);
        await db.SaveChangesAsync();
        return new(
            bestallning.Id,
            await db.Nationellt<Materialbestallning>().Where(b => b.Status == Materialstatus.Skickad).Select(b => b.Id).FirstAsync(),
            await db.Materialartiklar.Where(a => a.Saldo == 0 && a.Status == Artikelstatus.Bestallbar).Select(a => a.Id).FirstAsync(),
            await db.Materialartiklar.Where(a => a.Status == Artikelstatus.Indragen).Select(a => a.Id).FirstAsync());
    }

    /// <summary>An education with approved studietider of two läsår: the address of its public page.</summary>
    public static async Task<string> PubliktAsync(Testdatabas databas, TimeProvider klocka)
    {
        await using var db = databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Tonklang);
        var utbildning = new Utbildning(skola.Id, new()
        {
            Namn = "Scenografi för åländsk opera",
            Slag = Utbildningsslag.Program,
            Niva = Utbildningsniva.Eftergymnasial,
            Avdelning = Avdelning.B,
            Kod = "SCENO",
            Omfattning = 50,
            Undervisning = Undervisningssatt.DistansMedTraffar,
            PoangTiondelar = 600,
            FranLasar = 2025,
        });
        db.Add(utbildning);
        await db.SaveChangesAsync();
        var rapport = new Studietidsrapport(skola.Id, 2026, 77 + await db.Nationellt<Studietidsrapport>().CountAsync(), Hemlighet.Ny(), klocka.GetUtcNow().UtcDateTime);
        rapport.LaggTill(new Studietid(skola.Id, utbildning.Id, new(new(new(2026, 1, 12), new(2026, 6, 7)), [], PoangTiondelar: 150, Omfattning: 50)));
        rapport.LaggTill(new Studietid(skola.Id, utbildning.Id, new(new(new(2026, 8, 31), new(2027, 1, 17)), [new(new(2026, 12, 19), new(2027, 1, 6))], PoangTiondelar: 150, Omfattning: 50)));
        rapport.LaggTill(new Studietid(skola.Id, utbildning.Id, new(new(new(2027, 1, 18), new(2027, 6, 6)), [], PoangTiondelar: 150, Omfattning: 50)));
        db.Add(rapport);
        foreach (var tid in rapport.Studietider)
            db.Entry(tid).Property(t => t.Status).CurrentValue = Studietidsstatus.Galler;
        await db.ITransaktionAsync(async () =>
        {
            await Utbudspublicering.PubliceraAsync(db, skola.Id, Utbudspublicering.Alla, klocka, default);
            return true;
        });
        return $"{Utbudspost.Bas}/{skola.Skolkod}/{utbildning.Id}";
    }

    private static async Task<Utbildningsunderlag> UtbildningarAsync(PortalDbContext db, long skolaId, long kontoId, DateTime nu)
    {
        var aktuell = await db.Nationellt<Utbildning>().Where(u => u.SkolaId == skolaId).OrderBy(u => u.Id).FirstAsync();
        var arkiverad = new Utbildning(skolaId, aktuell.Uppgift with { Namn = "Hantverksprogrammet", Kod = "HVFRI0000" });
        arkiverad.Arkivera();
        db.Add(arkiverad);
        var nekad = new Inlasningsrad(skolaId, 2, ["", "Bygg- och anläggningsprogrammet"], new ForFaFalt(2, 11));
        var inlasning = new Inlasning(skolaId, Inlasningsslag.Utbildningar, "utbildningar.csv", kontoId, nu, ["Kolumnen ”färg” hör inte till formatet och läses inte."], [nekad, new(skolaId, 3, ["", "El- och energiprogrammet"], null)]);
        db.Add(inlasning);
        await db.SaveChangesAsync();
        var godkand = await db.Nationellt<Studietidsrapport>().Include(r => r.Studietider).SingleAsync(r => r.SkolaId == skolaId && r.Status == Rapportstatus.Godkand);
        var hosCsn = await db.Nationellt<Studietidsrapport>().Where(r => r.Status == Rapportstatus.Inskickad).Select(r => r.Id).FirstAsync();
        return new(aktuell.Id, arkiverad.Id, inlasning.Id, nekad.Id, godkand.Studietider[0].Id, godkand.Kvittensnummer!, hosCsn);
    }

    private static async Task<Avstangningsunderlag> AvstangningAsync(Testdatabas databas)
    {
        var fall = await Avstangningsfall.SkapaAsync(databas);
        return new(fall.Id, fall.HandelseId, fall.StuderandeId);
    }

    /// <summary>A key at the university, which has sent a course, and changed it a day later.</summary>
    private static async Task<long> RattelseAsync(PortalDbContext db, DateTime nu)
    {
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Lindsala);
        var sara = await db.Konton.SingleAsync(k => k.UserName == Personer.SaraFalk.Anvandarnamn);
        var studerande = await db.Nationellt<Studerande>().FirstAsync(s => s.SkolaId == skola.Id && s.Skydd == Personskydd.Inget);
        var konto = new Systemkonto(skola.Id, "Ladok produktion", Hemlighet.Ny(), Hemlighet.NyKort(), sara.Id, nu, new(2027, 11, 22));
        db.Add(konto);
        await db.SaveChangesAsync();
        var kurs = new Handelseuppgift
        {
            Slag = Handelseslag.Kursregistrering,
            ForstaDag = new(2026, 8, 31),
            SistaDag = new(2027, 1, 15),
            Utbildning = "Historia A",
            Kurskod = "HIA101",
            PoangTiondelar = 150,
        };

        Handelse Sand(Handelseuppgift uppgift, DateTime tid, long? ersatter) => new(
            studerande.Id,
            new Sandning(skola.Id, Kvittensnummer.Nytt("SR").Text, Hemlighet.Ny(), Sandningskanal.Ladok, konto.KontoId, tid, DateOnly.FromDateTime(tid)),
            uppgift,
            ersatterId: ersatter);

        var tidigare = Sand(kurs, nu.AddDays(-3), null);
        db.Add(tidigare);
        await db.SaveChangesAsync();
        tidigare.Ersatt(nu.AddDays(-2));
        var ny = Sand(kurs with { SistaDag = new(2026, 12, 18) }, nu.AddDays(-2), tidigare.Id);
        db.Add(ny);
        await db.SaveChangesAsync();
        var rattelse = new Ladokrattelse(skola.Id, studerande.Id, tidigare.Id, ny.Id, ny.Fonster, nu);
        db.Add(rattelse);
        await db.SaveChangesAsync();
        return rattelse.Id;
    }

    /// <summary>An event of Anna's that holds, a draft for the same student, and one for two of which one cannot be sent.</summary>
    private static async Task<Handelseunderlag> HandelserAsync(PortalDbContext db, long skolaId, long annaId, long studerandeId, DateTime nu)
    {
        var franvaro = new Handelseuppgift { Slag = Handelseslag.Franvaro, ForstaDag = new(2026, 11, 2) };
        var annan = await db.Nationellt<Studerande>().Where(s => s.SkolaId == skolaId && s.Id != studerandeId && s.Skydd == Personskydd.Inget).Select(s => s.Id).FirstAsync();
        var sandning = new Sandning(skolaId, Kvittensnummer.Nytt("SR").Text, Hemlighet.Ny(), Sandningskanal.Skarm, annaId, nu, new(2026, 11, 22));
        var handelse = new Handelse(studerandeId, sandning, franvaro);
        var ensam = new Handelseutkast(skolaId, annaId, Hemlighet.Ny(), Handelseslag.Avbrott, nu);
        ensam.Satt([new(studerandeId, new() { Slag = Handelseslag.Avbrott, ForstaDag = new(2026, 11, 20) })]);
        var flera = new Handelseutkast(skolaId, annaId, Hemlighet.Ny(), Handelseslag.Franvaro, nu);
        flera.Satt([new(studerandeId, franvaro), new(annan, franvaro)]);
        db.AddRange(sandning, handelse, ensam, flera);
        await db.SaveChangesAsync();
        return new(handelse.Id, sandning.Kvittensnummer, ensam.Nyckel, flera.Nyckel);
    }

    /// <summary>Gives Sara an app, a passkey and one recovery code; returns the passkey's id in addresses.</summary>
    private static async Task<string> MedTvastegAsync(PortalDbContext db, DateTime nu)
    {
        var sara = await db.Konton.SingleAsync(k => k.UserName == Personer.SaraFalk.Anvandarnamn);
        byte[] id = [1, 2, 3];
        db.Add(new Autentiseringsapp(sara.Id, [0], nu, 0));
        db.Add(new Aterstallningskod(sara.Id, Hemlighet.Hash(Aterstallningskod.Replace("-", "", StringComparison.Ordinal)), nu));
        db.Add(new IdentityUserPasskey<long> { UserId = sara.Id, CredentialId = id, Data = new IdentityPasskeyData { PublicKey = [4], Name = "Jobbdatorn", AttestationObject = [5], ClientDataJson = [6] } })
            .Property<DateTime>("Tillagd").CurrentValue = nu;
        return Hemlighet.Hash(Convert.ToHexStringLower(id))[..16];
    }

    /// <summary>Hasan's school has begun to send files.</summary>
    private static async Task<Filunderlag> FilerAsync(PortalDbContext db, DateTime nu)
    {
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Malarstranden);
        skola.BytRapporteringssatt(Rapporteringssatt.Fil);
        var hasan = await db.Konton.SingleAsync(k => k.UserName == Personer.HasanYilmaz.Anvandarnamn);

        Filjobb Jobb(string namn)
        {
            var hash = Hemlighet.Hash(namn);
            var bytes = new Dokument(skola.Id, null, namn, hasan.Id, nu);
            bytes.Slutfor(Dokumenttyp.Studerandefil, 3, hash, 0);
            var sandning = new Sandning(skola.Id, Kvittensnummer.Nytt("SR").Text, Hemlighet.Ny(), Sandningskanal.Fil, hasan.Id, nu, DateOnly.FromDateTime(nu));
            var jobb = new Filjobb(
                new(skola.Id, hasan.Id, bytes, Filandamal.Skicka, new(Teckenkod.Utf8, false, 3, hash, 2), [skola.Skolkod], nu), namn, skola.Id, sandning, ["Kolumnen ”grupp” hör inte till formatet och läses inte."]);
            db.Add(jobb);
            return jobb;
        }

        var (last, vantar) = (Jobb("host.csv"), Jobb("var.csv"));
        db.Entry(last).Property(j => j.Status).CurrentValue = Filjobbstatus.Klar;
        db.Entry(last).Property(j => j.Avslutad).CurrentValue = nu;
        db.Entry(last).Property(j => j.Rader).CurrentValue = 2;
        db.Entry(last).Property(j => j.Nekade).CurrentValue = 1;
        await db.SaveChangesAsync();

        async Task<long> RadAsync(Filradstillstand tillstand, Filfelslag slag, string kod, string mening)
        {
            var varden = Filformat.Namn.Select(n => n switch { Filformat.Personnummer => "200003019809", Filformat.Fornamn => "Kim", Filformat.Efternamn => "Berg", Filformat.Handelse => "11", _ => "" }).ToList();
            var rad = new Filjobbsrad(skola.Id, last.Id, 2, varden, Personnummer.FranVarde("200003019809"), "11", Personskydd.Inget, tillstand);
            db.Add(rad);
            await db.SaveChangesAsync();
            var fel = new Filradsfel(skola.Id, slag, "forsta_dag", kod, mening);
            db.Add(fel).Property(f => f.FiljobbsradId).CurrentValue = rad.Id;
            await db.SaveChangesAsync();
            return rad.Id;
        }

        return new(
            last.Id,
            await RadAsync(Filradstillstand.Kvar, Filfelslag.Fel, "HANDELSE-SAKNAS", "Fyll i studieperiodens första dag."),
            await RadAsync(Filradstillstand.Varnad, Filfelslag.Varning, "STUDIE-V-LEDIGSTART", "Söndag 16 augusti 2026 är normalt ingen skoldag. Kontrollera startdatumet."),
            vantar.Id);
    }

    /// <summary>A draft of Cecilia's and an order of hers that CSN has asked about, requests to answer, a letter to mark, a change of channel to decide.</summary>
    private static async Task<Bestallningsunderlag> BestallningarAsync(PortalDbContext db, long skolaId, DateTime nu)
    {
        var konton = await db.Konton.ToDictionaryAsync(k => k.UserName!, k => k.Id);
        var (cecilia, bjorn, anna) = (konton["cecnor01"], konton["bjosve01"], konton["annlin01"]);
        Bestallningsrad Rad(string namn) => new(skolaId, new(Bestallningsradslag.NyRapportor, new Kontouppgifter(namn, "ny@sodraberget.example", null, null)));
        var utkast = new Behorighetsbestallning(skolaId, cecilia, Hemlighet.Ny(), nu);
        utkast.LaggTill(Rad("Vera Ny"));
        var fragad = new Behorighetsbestallning(skolaId, cecilia, Hemlighet.Ny(), nu);
        fragad.LaggTill(Rad("Vidar Ny"));
        fragad.Skicka(Kvittensnummer.Nytt("BB").Text, cecilia, nu);
        fragad.Fraga("Är namnet rätt?", konton["csnbeh01"], nu);
        var brev = new Kontobrev(skolaId, anna, nu);
        brev.HarSkrivitsUt(nu, Hemlighet.NyKort());
        db.AddRange(
            utkast,
            fragad,
            brev,
            new Behorighetsbegaran(skolaId, bjorn, Behorighetsslag.Studeranderapportering, "Jag vikarierar.", nu),
            new Behorighetsbegaran(skolaId, cecilia, Behorighetsslag.StudietiderUtbildningar, "Jag hjälper till.", nu),
            new Behorighetsbegaran(skolaId, anna, Behorighetsslag.CsnOrder, "Jag beställer material.", nu),
            new Kanalandring(skolaId, Rapporteringssatt.Fil, Testklocka.Standarddag.AddDays(10), "Vi har fått ett nytt system.", anna, nu));
        await db.SaveChangesAsync();
        var hosCsn = await db.Nationellt<Behorighetsbestallning>().Include(b => b.Rader).FirstAsync(b => b.Status == Bestallningsstatus.HosCsn);
        return new(hosCsn.Id, hosCsn.Rader[0].Id, fragad.Id, brev.Id, skolaId);
    }
}
