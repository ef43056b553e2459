using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Shared.Sidhuvud;

namespace MinaTjanster.Web.Start;

/// <summary>Something about behörigheter that waits for the signed-in person.</summary>
public sealed record Behorighetsuppgift(string Text, string Lank, string Url, string Farg);

/// <summary>What waits for those who order, give or decide behörigheter: for the menu and for the start page's <em>what must I do now?</em></summary>
public sealed class Behorighetsuppgifter(
    AktuellAnvandare anvandare,
    BestallningQuery bestallningar,
    BestallningService utkast,
    BegaranService begaranden,
    BrevService brev,
    KontaktQuery kontakter)
{
    /// <summary>Where CSN staff who have no cases to review begin; null for others.</summary>
    public string? Startsida =>
        anvandare.Har(Rattighet.HandlaggBehorigheter) ? "/csn/bestallningar"
        : anvandare.Har(Rattighet.AndraRapporteringssatt) ? "/csn/rapporteringssatt"
        : anvandare.Har(Rattighet.SkotaCsnOrder) ? "/csn/csn-order"
        : null;

    /// <summary>What CSN's officers find first in their group of the menu.</summary>
    public async Task<IReadOnlyList<MenyvalModell>> CsnvalAsync()
    {
        List<MenyvalModell> val = [];
        if (anvandare.Har(Rattighet.HandlaggBehorigheter))
        {
            val.Add(new("Beställningar", "/csn/bestallningar", (await bestallningar.AntalAsync(default)).AttHandlagga, "att handlägga"));
            val.Add(new("Brev", "/csn/brev", await brev.AntalNyaAsync(), "att skriva ut"));
            val.Add(new("Skolor", "/csn/skolor"));
        }

        if (anvandare.Har(Rattighet.GodkannCsnOrder))
            val.Add(new("Begäranden", "/csn/begaranden", await begaranden.AntalAsync(Administrator.Blankettservice), "väntar på svar"));
        return val;
    }

    /// <summary>Requests that wait for the school's administrator.</summary>
    public Task<int> AntalBegarandenAsync() => begaranden.AntalAsync(Administrator.Skolan);

    /// <summary>The menu's other groups about behörigheter and whom to turn to, with counts where something waits.</summary>
    public async Task<IEnumerable<MenygruppModell>> MenyAsync()
    {
        List<MenygruppModell> meny = [];
        List<MenyvalModell> val = [];
        if (anvandare.Har(Rattighet.BestallBehorigheter))
        {
            val.Add(new("Beställningar", "/behorighetsbestallningar", (await bestallningar.FragorAsync(default)).Count, "väntar på ditt svar"));
            val.Add(new("Begäranden om rapportering", "/behorighetsbestallningar/begaranden", await begaranden.AntalAsync(Administrator.Csn), "väntar på svar"));
        }

        if (anvandare.AktivSkola is not null)
            val.Add(new("Begär behörighet", "/begar-behorighet"));
        if (val.Count > 0)
            meny.Add(new("Behörigheter", val));

        List<MenyvalModell> kontakt = [];
        if (anvandare.Har(Rattighet.AndraRapporteringssatt))
            kontakt.Add(new("Rapporteringssätt", "/csn/rapporteringssatt", await kontakter.AntalBegardaAsync(), "begäranden"));
        if (anvandare.Har(Rattighet.SkotaRapporteringsomgangar))
            kontakt.Add(new("Rapporteringsomgångar", "/csn/rapporteringsomgangar"));
        if (anvandare.Har(Rattighet.BevakaFrister) && !anvandare.Har(Rattighet.GranskaUnderlag))
        {
            kontakt.Add(new("Försenat hos skolorna", "/csn/frister"));
            kontakt.Add(new("Skolornas punktlighet", "/csn/punktlighet"));
        }

        if (anvandare.Har(Rattighet.SkotaKontaktsidan))
            kontakt.Add(new("Sidan Kontakta CSN", "/csn/kontaktsidan"));
        if (anvandare.Har(Rattighet.SeSidomdomen))
            kontakt.Add(new("Svar om sidorna", "/csn/sidomdomen"));
        kontakt.Add(new("Kontakta CSN", "/kontakta-csn"));
        meny.Add(new("Kontakt", kontakt));
        return meny;
    }

    /// <summary>What the active school's behörighetsansvarig or administrator must do now, the most urgent first.</summary>
    public async Task<IReadOnlyList<Behorighetsuppgift>> AttGoraAsync(CancellationToken ct)
    {
        List<Behorighetsuppgift> rader = [];
        if (anvandare.Har(Rattighet.BestallBehorigheter))
        {
            foreach (var fraga in await bestallningar.FragorAsync(ct))
                rader.Add(new($"CSN har en fråga om beställning {fraga.Kvittensnummer}", "Svara CSN", $"/behorighetsbestallningar/{fraga.Id}", "warning"));
            if (await begaranden.AntalAsync(Administrator.Csn, ct) is > 0 and var antal)
                rader.Add(new(Personer(antal), "Svara ja eller nej", "/behorighetsbestallningar/begaranden", "warning"));
            if (await utkast.UtkastAsync(ct) is { Rader.Count: > 0 })
                rader.Add(new("En beställning är påbörjad men inte skickad", "Fortsätt", "/behorighetsbestallningar/ny", "info"));
        }

        if (anvandare.Har(Rattighet.AdministreraAnvandare) && await begaranden.AntalAsync(Administrator.Skolan, ct) is > 0 and var vantar)
            rader.Add(new(Personer(vantar), "Svara ja eller nej", "/identity-manager/begaranden", "warning"));
        return rader;
    }

    private static string Personer(int antal) => antal == 1 ? "1 person begär en behörighet" : $"{antal} personer begär behörigheter";
}
