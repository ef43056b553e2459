using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Audit;

/// <summary>One line of the history a user sees.</summary>
/// <param name="Tid">UTC.</param>
/// <param name="Vem">A name; "CSN" when a school reads what CSN staff did; "Portalen" for the portal itself.</param>
/// <param name="Andringar">Lines "Fält: före → efter", or "Fält: efter" where nothing was before; or empty.</param>
public sealed record Historikrad(DateTime Tid, string Vem, string Text, string? Varfor, IReadOnlyList<string> Andringar, long? ObjektId);

/// <summary>The histories that pages show, read from the audit log (design decision 8). Refusals are left to those who read the log itself.</summary>
public sealed class HistorikQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    /// <summary>The history of one object, newest first. The caller has checked that the reader may see the object.</summary>
    public Task<List<Historikrad>> ForAsync(string objekt, long objektId, CancellationToken ct) =>
        LasAsync(db.AuditEvents.Where(e => e.Objekt == objekt && e.ObjektId == objektId), 200, ct);

    /// <summary>The history of several objects of a kind together, newest first. The caller has checked that the reader may see them.</summary>
    public Task<List<Historikrad>> ForAsync(string objekt, IReadOnlyCollection<long> objektIds, CancellationToken ct) =>
        objektIds.Count == 0
            ? Task.FromResult(new List<Historikrad>())
            : LasAsync(db.AuditEvents.Where(e => e.Objekt == objekt && objektIds.Contains(e.ObjektId!.Value)), 200, ct);

    /// <summary>What administrators have done with an account and its behörigheter, newest first; at one school, or at all.</summary>
    public Task<List<Historikrad>> ForKontoAsync(long kontoId, long? skolaId, CancellationToken ct) =>
        LasAsync(
            db.AuditEvents.Where(e =>
                e.Objekt == AuditObjects.Konto && e.ObjektId == kontoId && (skolaId == null || e.SkolaId == skolaId)
                && (e.Act.StartsWith("account.") || e.Act.StartsWith("permission."))),
            100,
            ct);

    /// <summary>A name; a school is told "CSN", not which handläggare; "Portalen" for what the portal did itself.</summary>
    internal static string Vem(string? namn, bool arCsn, AktuellAnvandare lasare) => arCsn && !lasare.ArCsn ? "CSN" : namn ?? "Portalen";

    /// <summary>A reader has no use for the number of a document, nor for an arrow from nothing.</summary>
    internal static IReadOnlyList<string> Visade(string? andringar) =>
    [
        .. (andringar ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(rad => !rad.StartsWith("Dokument: ", StringComparison.Ordinal))
            .Select(rad => rad.Replace(": – → ", ": ", StringComparison.Ordinal)),
    ];

    /// <summary>What CSN has within itself or with the student: no school reads it, in a history or on its start page.</summary>
    public static readonly IReadOnlyList<string> BaraCsn =
        (string[])[Acts.CasePageMarked, Acts.CasePageUnmarked, Acts.CaseHandedOver, Acts.CaseNotesSaved, Acts.CaseHearingSent, Acts.CaseOutcomeDecided, Acts.CaseOutcomeToCheck, Acts.CaseOutcomeAgreed, Acts.CaseOutcomeSentBack, Acts.CaseOutcomeWithdrawn, Acts.CaseLetterPrinted, Acts.CaseLetterReprinted, Acts.CaseLetterSent, Acts.CaseLetterSentUndone];

    private async Task<List<Historikrad>> LasAsync(IQueryable<AuditEvent> handelser, int antal, CancellationToken ct)
    {
        if (!anvandare.ArCsn)
        {
            handelser = handelser.Where(e => !BaraCsn.Contains(e.Act));
        }

        var rader = await (
            from e in handelser.AsNoTracking()
            where e.Outcome == AuditOutcome.Accepted
            orderby e.Tid descending, e.Id descending
            select new
            {
                Handelse = e,
                Namn = db.Konton.Where(k => k.Id == e.KontoId).Select(k => k.Namn).FirstOrDefault(),
                ArCsn = db.Behorigheter.Any(b => b.KontoId == e.KontoId && b.SkolaId == null),
            }).Take(antal).ToListAsync(ct);
        return rader.ConvertAll(r => new Historikrad(
            r.Handelse.Tid,
            Vem(r.Namn, r.ArCsn, anvandare),
            ActTexts.Text(r.Handelse.Act),
            r.Handelse.Why,
            Visade(r.Handelse.Changes),
            r.Handelse.ObjektId));
    }
}

/// <summary>The sentence a user reads for an act.</summary>
public static class ActTexts
{
    private static readonly Dictionary<string, string> Texter = new()
    {
        [Acts.LoggedIn] = "Loggade in",
        [Acts.LoggedOut] = "Loggade ut",
        [Acts.SchoolChosen] = "Bytte skola",
        [Acts.FormKept] = "Formulär sparat efter utloggning",
        [Acts.PasswordChanged] = "Bytte lösenord",
        [Acts.CodeRequested] = "Engångslösenord begärt i lösenordskiosken",
        [Acts.CodeEntered] = "Engångslösenord angett i lösenordskiosken",
        [Acts.AccountCreated] = "Konto skapat",
        [Acts.AccountSchoolAdded] = "Skola tillagd till kontot",
        [Acts.AccountDetailsChanged] = "Kontots uppgifter ändrade",
        [Acts.AccountUnlocked] = "Konto upplåst",
        [Acts.AccountEnded] = "Konto avslutat",
        [Acts.AccountRestored] = "Konto återställt",
        [Acts.AccountListExported] = "Listan över användare exporterad",
        [Acts.AccountHistoryExported] = "Historiken över konton exporterad",
        [Acts.OneTimePasswordSent] = "Engångslösenord mejlat",
        [Acts.PermissionGiven] = "Behörighet tilldelad",
        [Acts.PermissionEndDateChanged] = "Sista dag för behörighet ändrad",
        [Acts.PermissionEnded] = "Behörighet borttagen",
        [Acts.PermissionConfirmed] = "Behörighet bekräftad",
        [Acts.PermissionLapsed] = "Behörighet upphörd, eftersom den inte bekräftades",
        [Acts.AttestationOpened] = "Genomgång av behörigheter öppnad",
        [Acts.AttestationReminded] = "Påminnelse om genomgång av behörigheter",
        [Acts.AttestationCompleted] = "Genomgång av behörigheter klar",
        [Acts.AdministratorChangeRequested] = "Ny behörighetsadministratör föreslagen",
        [Acts.AdministratorChangeSigned] = "Försäkran underskriven av rektor",
        [Acts.AdministratorChangeWithdrawn] = "Förslag om behörighetsadministratör återkallat",
        [Acts.AdministratorChangeApproved] = "Ny behörighetsadministratör godkänd",
        [Acts.AdministratorChangeRefused] = "Ny behörighetsadministratör avslagen",
        [Acts.ServiceAccountCreated] = "Systemkonto skapat",
        [Acts.ServiceAccountRevoked] = "Systemkonto återkallat",
        [Acts.ServiceKeyRefused] = "Nyckel till systemkonto nekad",
        [Acts.OrderRowAdded] = "Rad tillagd i beställningen",
        [Acts.OrderRowRemoved] = "Rad borttagen ur beställningen",
        [Acts.OrderSent] = "Beställningen skickad",
        [Acts.OrderAnswered] = "Frågan besvarad",
        [Acts.OrderWithdrawn] = "Beställningen återtagen",
        [Acts.OrderQuestionAsked] = "Fråga ställd till skolan",
        [Acts.OrderRowApproved] = "Rad godkänd",
        [Acts.OrderRowRefused] = "Rad avslagen",
        [Acts.AccessRequested] = "Behörighet begärd",
        [Acts.AccessApproved] = "Begäran om behörighet beviljad",
        [Acts.AccessDenied] = "Begäran om behörighet avslagen",
        [Acts.AccessWithdrawn] = "Begäran om behörighet avslutad utan svar",
        [Acts.ChannelRequested] = "Ändrat rapporteringssätt begärt",
        [Acts.ChannelDecided] = "Ändrat rapporteringssätt beslutat",
        [Acts.ChannelRefused] = "Begäran om rapporteringssätt avslagen",
        [Acts.ChannelWithdrawn] = "Beslut om rapporteringssätt återkallat",
        [Acts.ChannelChanged] = "Rapporteringssätt ändrat",
        [Acts.LetterPrinted] = "Brev med användarnamn utskrivet",
        [Acts.LetterReprinted] = "Brev med användarnamn utskrivet igen",
        [Acts.LetterSent] = "Brev med användarnamn skickat",
        [Acts.LetterSentUndone] = "Brev med användarnamn inte skickat: markeringen ångrad",
        [Acts.AccessRefused] = "Nekad åtkomst",
        [Acts.SessionEnded] = "Avslutade en inloggning",
        [Acts.SecondFactorAdded] = "Lade till tvåstegsinloggning",
        [Acts.SecondFactorRemoved] = "Tog bort tvåstegsinloggning",
        [Acts.RecoveryCodesMade] = "Skapade nya återställningskoder",
        [Acts.SecondFactorReset] = "Tvåstegsinloggning återställd",
        [Acts.SchoolSecondFactorChanged] = "Skolans krav på tvåstegsinloggning ändrat",
        [Acts.SkolkrapportSent] = "Ogiltig frånvaro rapporterad",
        [Acts.SkolkrapportChanged] = "Rapporten ändrad",
        [Acts.SkolkrapportEnded] = "Sista dag angiven",
        [Acts.SkolkrapportDeleted] = "Rapporten borttagen",
        [Acts.SkolkrapportListExported] = "Listan över ogiltig frånvaro exporterad",
        [Acts.HandelseSent] = "Händelse rapporterad",
        [Acts.HandelseChanged] = "Händelse ändrad",
        [Acts.HandelseTakenBack] = "Händelse tillbakatagen",
        [Acts.HandelseDocumentAdded] = "Beslut uppladdat",
        [Acts.SuspensionHandled] = "Avstängningen hanterad",
        [Acts.LadokCorrectionHandled] = "Rättelse i Ladok hanterad",
        [Acts.AbsenceListAdded] = "Frånvarolista uppladdad",
        [Acts.AbsenceListRemoved] = "Frånvarolista borttagen",
        [Acts.AbsenceSettingsChanged] = "Inställning för frånvarolistor ändrad",
        [Acts.ExpectedListRead] = "Antagningslista inläst",
        [Acts.FileUploaded] = "Fil skickad",
        [Acts.FileRead] = "Fil inläst",
        [Acts.FileCancelled] = "Inläsning avbruten",
        [Acts.FileRowCorrected] = "Rad i fil rättad",
        [Acts.FileErrorsExported] = "Fel i fil hämtade",
        [Acts.EducationAdded] = "Utbildning tillagd",
        [Acts.EducationChanged] = "Utbildning ändrad",
        [Acts.EducationArchived] = "Utbildning arkiverad",
        [Acts.EducationRestored] = "Utbildning tagen ur arkivet",
        [Acts.EducationListExported] = "Listan över utbildningar exporterad",
        [Acts.StudyTimesExported] = "Läsårets studietider exporterade",
        [Acts.StudyFileRead] = "Fil med utbildningar eller studietider inläst",
        [Acts.StudyFileErrorsExported] = "Fel i fil med utbildningar eller studietider hämtade",
        [Acts.StudyTimesBegun] = "Rapport av studietider påbörjad",
        [Acts.StudyTimeAdded] = "Studietid tillagd i rapporten",
        [Acts.StudyTimeChanged] = "Ändring av studietid i rapporten",
        [Acts.StudyTimeRemoved] = "Borttagning av studietid i rapporten",
        [Acts.StudyTimesRolledOver] = "Studietider framskrivna till nästa läsår",
        [Acts.StudyTimesSent] = "Studietider inskickade",
        [Acts.StudyTimesOpened] = "Granskning av studietider påbörjad",
        [Acts.StudyTimesReleased] = "Granskning av studietider lämnad tillbaka till kön",
        [Acts.StudyTimesWithdrawn] = "Studietider tagna tillbaka av skolan",
        [Acts.StudyTimesApproved] = "Studietider godkända",
        [Acts.StudyTimesSentBack] = "Studietider skickade åter till skolan",
        [Acts.StudentAdded] = "Studerande tillagd för hand",
        [Acts.StudentProtected] = "Personuppgifterna skyddade",
        [Acts.StudentListExported] = "Listan över studerande exporterad",
        [Acts.UnderlagFactsSaved] = "Uppgifter om underlaget sparade",
        [Acts.UnderlagFileAdded] = "Fil uppladdad till underlaget",
        [Acts.UnderlagFileRemoved] = "Fil borttagen från utkastet",
        [Acts.UnderlagSent] = "Frånvarounderlag inskickat",
        [Acts.UnderlagPaperRegistered] = "Underlag på papper registrerat",
        [Acts.CaseTaken] = "Ärendet taget för granskning",
        [Acts.CaseReturned] = "Ärendet lagt tillbaka i kön",
        [Acts.CaseApproved] = "Underlaget godkänt",
        [Acts.CasePageMarked] = "Sida märkt",
        [Acts.CasePageUnmarked] = "Sidans märkning borttagen",
        [Acts.CaseComplementRequested] = "Komplettering begärd",
        [Acts.CaseComplementWithdrawn] = "Begäran om komplettering återtagen",
        [Acts.CaseHandedOver] = "Ärendet lämnat över till en kollega",
        [Acts.CaseMessageSent] = "Meddelande skrivet i ärendet",
        [Acts.CaseMessageRead] = "Meddelande i ärendet läst",
        [Acts.CaseNotesSaved] = "Anteckningar sparade",
        [Acts.CaseHearingSent] = "Eleven tillfrågad före beslut",
        [Acts.CaseOutcomeDecided] = "Utfallet beslutat",
        [Acts.CaseOutcomeToCheck] = "Utfallet beslutat, väntar på en kollegas kontroll",
        [Acts.CaseOutcomeAgreed] = "Utfallet kontrollerat av en kollega",
        [Acts.CaseOutcomeSentBack] = "Utfallet lämnat tillbaka av en kollega",
        [Acts.CaseOutcomeWithdrawn] = "Utfallet återtaget före kontrollen",
        [Acts.CaseLetterPrinted] = "Brev till eleven utskrivet",
        [Acts.CaseLetterReprinted] = "Brev till eleven utskrivet igen",
        [Acts.CaseLetterSent] = "Brev till eleven skickat",
        [Acts.CaseLetterSentUndone] = "Brev till eleven inte skickat: markeringen ångrad",
        [Acts.CaseClosed] = "Ärendet avslutat",
        [Acts.CaseWithdrawn] = "Ärendet återtaget",
        [Acts.CaseWithdrawalSeen] = "Återtagandet kvitterat",
        [Acts.CaseChangeSeen] = "Ändringen efter avslutet kvitterad",
        [Acts.CaseListExported] = "Ärendelistan exporterad",
        [Acts.LogSearched] = "Sökte i loggen",
        [Acts.LogExported] = "Exporterade ur loggen",
        [Acts.AccessLogSearched] = "Sökte åtkomstloggen för skyddade personuppgifter",
        [Acts.AccessLogMade] = "Åtkomstlogg framtagen att lämna ut",
        [Acts.SchoolAddressChanged] = "Skolans postadress ändrad",
        [Acts.ContactAdded] = "Kontaktperson hos CSN tillagd för skolan",
        [Acts.ContactRemoved] = "Kontaktperson hos CSN borttagen från skolan",
        [Acts.SchoolDetailsChanged] = "Skolans uppgifter ändrade",
        [Acts.SchoolDetailsConfirmed] = "Skolans uppgifter bekräftade",
        [Acts.SchoolContactAdded] = "Skolans kontaktperson tillagd",
        [Acts.SchoolContactChanged] = "Skolans kontaktperson ändrad",
        [Acts.SchoolContactRemoved] = "Skolans kontaktperson borttagen",
        [Acts.ContactCardChanged] = "Kontaktkort ändrat",
        [Acts.PhoneHoursChanged] = "Telefontider ändrade",
        [Acts.PhoneExceptionAdded] = "Avvikande telefontid tillagd",
        [Acts.PhoneExceptionRemoved] = "Avvikande telefontid borttagen",
        [Acts.RoundAdded] = "Rapporteringsomgång tillagd",
        [Acts.RoundChanged] = "Rapporteringsomgång ändrad",
        [Acts.RoundCancelled] = "Rapporteringsomgång inställd",
        [Acts.RoundReminderAsked] = "Påminnelse beställd",
        [Acts.RoundReminded] = "Skolan påmind",
        [Acts.DeadlineReminded] = "Skolan påmind om försenat",
        [Acts.DigestChanged] = "Ändrade mejl om frister",
        [Acts.CalendarLinkCreated] = "Skapade en kalenderlänk",
        [Acts.CalendarLinkRevoked] = "Återkallade kalenderlänken",
        [Acts.TimelinessExported] = "Listan över skolornas punktlighet exporterad",
        [Acts.RoundListExported] = "Listan över omgångens skolor exporterad",
        [Acts.NewsAdded] = "Nyhet skriven",
        [Acts.NewsChanged] = "Nyhet ändrad",
        [Acts.NewsPublished] = "Nyhet publicerad",
        [Acts.NewsTakenDown] = "Nyhet nedtagen",
        [Acts.OutageAdded] = "Driftavbrott tillagt",
        [Acts.OutageChanged] = "Driftavbrott ändrat",
        [Acts.OutageEnded] = "Driftavbrott avslutat",
        [Acts.OutageCancelled] = "Driftavbrott inställt",
        [Acts.MaterialOrdered] = "Material beställt",
        [Acts.MaterialCancelled] = "Beställning av material annullerad",
        [Acts.MaterialPacked] = "Beställning av material packad",
        [Acts.MaterialSent] = "Beställning av material skickad",
        [Acts.MaterialBackorderFilled] = "Restnoterat material har kommit in",
        [Acts.MaterialBackorderSent] = "Restnoterat material skickat",
        [Acts.MaterialStruck] = "Restnoterat material struket",
        [Acts.ArticleAdded] = "Artikel tillagd",
        [Acts.ArticleChanged] = "Artikel ändrad",
        [Acts.ArticleWithdrawn] = "Artikel indragen",
        [Acts.ArticleRestored] = "Artikel beställbar igen",
        [Acts.StockAdjusted] = "Lagersaldo ändrat",
        [Acts.SchoolsImported] = "Skolor inlästa",
    };

    /// <summary>Every act with its sentence, in alphabetical order: to choose from.</summary>
    public static IReadOnlyList<(string Act, string Text)> Alla { get; } =
        [.. Texter.Select(t => (t.Key, t.Value)).OrderBy(t => t.Value, StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true))];

    /// <summary>What an act is about, for a long list of them.</summary>
    public static string Grupp(string act) => act.Split('.')[0] switch
    {
        "session" or "access" => "Inloggning och åtkomst",
        "account" => "Konton",
        "service-account" => "Systemkonton",
        "permission" => "Behörigheter",
        "attestation" => "Genomgång av behörigheter",
        "administrator-change" => "Behörighetsadministratörer",
        "order" => "Beställningar av behörighet",
        "access-request" => "Begäranden om behörighet",
        "channel" => "Rapporteringssätt",
        "letter" => "Brev med användarnamn",
        "skolkrapport" => "Ogiltig frånvaro",
        "studerande" => "Studerande",
        "study-times" or "study-file" => "Studietider",
        "suspension" => "Avstängningar",
        "education" => "Utbildningar",
        "underlag" => "Frånvarounderlag",
        "case" => "Ärenden",
        "log" or "access-log" => "Loggen",
        "contact-page" => "Kontakta CSN",
        "material-order" => "Beställningar av material",
        "article" => "Artiklar och lager",
        "round" => "Rapporteringsomgångar",
        "news" => "Nyheter",
        "outage" => "Driftavbrott",
        _ => "Skolor",
    };

    /// <summary>The sentence for an act that was refused, where that of the act itself would mislead.</summary>
    public static string Nekad(string act) => act switch
    {
        Acts.LoggedIn => "Misslyckad inloggning",
        Acts.CodeEntered => "Misslyckat försök med engångslösenord",
        Acts.PasswordChanged => "Misslyckat byte av lösenord",
        _ => Text(act),
    };

    /// <summary>Done by somebody who is not signed in, with a password or a code.</summary>
    public static bool ArIKiosken(string act) => act is Acts.PasswordChanged or Acts.CodeRequested or Acts.CodeEntered;

    public static string Text(string act) => Texter.TryGetValue(act, out var text) ? text : act;
}
