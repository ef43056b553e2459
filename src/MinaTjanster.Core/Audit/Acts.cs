namespace MinaTjanster.Core.Audit;

/// <summary>The stored names of acts (docs/audit.md lists them; a test compares). Never renamed: the log is read for years.</summary>
public static class Acts
{
    public const string LoggedIn = "session.logged-in";
    public const string LoggedOut = "session.logged-out";
    public const string SchoolChosen = "session.school-chosen";
    public const string FormKept = "session.form-kept";
    public const string PasswordChanged = "account.password-changed";
    public const string CodeRequested = "account.code-requested";
    public const string CodeEntered = "account.code-entered";
    public const string AccountCreated = "account.created";
    public const string AccountSchoolAdded = "account.school-added";
    public const string AccountDetailsChanged = "account.details-changed";
    public const string AccountUnlocked = "account.unlocked";
    public const string AccountEnded = "account.ended";
    public const string AccountRestored = "account.restored";
    public const string AccountListExported = "account.list-exported";
    public const string AccountHistoryExported = "account.history-exported";
    public const string OneTimePasswordSent = "account.one-time-password-sent";
    public const string PermissionGiven = "permission.given";
    public const string PermissionEndDateChanged = "permission.end-date-changed";
    public const string PermissionEnded = "permission.ended";
    public const string PermissionConfirmed = "permission.confirmed";
    public const string PermissionLapsed = "permission.lapsed";
    public const string AttestationOpened = "attestation.opened";
    public const string AttestationReminded = "attestation.reminded";
    public const string AttestationCompleted = "attestation.completed";
    public const string AdministratorChangeRequested = "administrator-change.requested";
    public const string AdministratorChangeSigned = "administrator-change.signed";
    public const string AdministratorChangeWithdrawn = "administrator-change.withdrawn";
    public const string AdministratorChangeApproved = "administrator-change.approved";
    public const string AdministratorChangeRefused = "administrator-change.refused";

    public const string ServiceAccountCreated = "service-account.created";
    public const string ServiceAccountRevoked = "service-account.revoked";
    public const string ServiceKeyRefused = "service-account.key-refused";

    public const string OrderRowAdded = "order.row-added";
    public const string OrderRowRemoved = "order.row-removed";
    public const string OrderSent = "order.sent";
    public const string OrderAnswered = "order.answered";
    public const string OrderWithdrawn = "order.withdrawn";
    public const string OrderQuestionAsked = "order.question-asked";
    public const string OrderRowApproved = "order.row-approved";
    public const string OrderRowRefused = "order.row-refused";
    public const string AccessRequested = "access-request.sent";
    public const string AccessApproved = "access-request.approved";
    public const string AccessDenied = "access-request.denied";
    public const string AccessWithdrawn = "access-request.withdrawn";
    public const string ChannelRequested = "channel.requested";
    public const string ChannelDecided = "channel.decided";
    public const string ChannelRefused = "channel.refused";
    public const string ChannelWithdrawn = "channel.withdrawn";
    public const string ChannelChanged = "channel.changed";
    public const string LetterPrinted = "letter.printed";
    public const string LetterReprinted = "letter.reprinted";
    public const string LetterSent = "letter.sent";
    public const string LetterSentUndone = "letter.sent-undone";

    public const string AccessRefused = "access.refused";
    public const string SessionEnded = "session.ended";
    public const string SecondFactorAdded = "account.second-factor-added";
    public const string SecondFactorRemoved = "account.second-factor-removed";
    public const string RecoveryCodesMade = "account.recovery-codes-made";
    public const string SecondFactorReset = "account.second-factor-reset";
    public const string SchoolSecondFactorChanged = "school.second-factor-changed";

    public const string SkolkrapportSent = "skolkrapport.sent";
    public const string SkolkrapportChanged = "skolkrapport.changed";
    public const string SkolkrapportEnded = "skolkrapport.ended";
    public const string SkolkrapportDeleted = "skolkrapport.deleted";
    public const string SkolkrapportListExported = "skolkrapport.list-exported";

    public const string AbsenceListAdded = "absence-list.added";
    public const string AbsenceListRemoved = "absence-list.removed";
    public const string AbsenceSettingsChanged = "absence-list.settings-changed";

    public const string HandelseSent = "event.sent";
    public const string HandelseChanged = "event.changed";
    public const string HandelseTakenBack = "event.taken-back";
    public const string HandelseDocumentAdded = "event.document-added";

    public const string SuspensionHandled = "suspension.handled";

    public const string LadokCorrectionHandled = "ladok-correction.handled";

    public const string ExpectedListRead = "expected.list-read";
    public const string FileUploaded = "file.uploaded";
    public const string FileRead = "file.read";
    public const string FileCancelled = "file.cancelled";
    public const string FileRowCorrected = "file.row-corrected";
    public const string FileErrorsExported = "file.errors-exported";

    public const string EducationAdded = "education.added";
    public const string EducationChanged = "education.changed";
    public const string EducationArchived = "education.archived";
    public const string EducationRestored = "education.restored";
    public const string EducationListExported = "education.list-exported";

    public const string StudyFileRead = "study-file.read";
    public const string StudyFileErrorsExported = "study-file.errors-exported";

    public const string StudyTimesExported = "study-times.exported";
    public const string StudyTimesBegun = "study-times.begun";
    public const string StudyTimeAdded = "study-times.row-added";
    public const string StudyTimeChanged = "study-times.row-changed";
    public const string StudyTimeRemoved = "study-times.row-removed";
    public const string StudyTimesRolledOver = "study-times.rolled-over";
    public const string StudyTimesSent = "study-times.sent";
    public const string StudyTimesOpened = "study-times.review-begun";
    public const string StudyTimesReleased = "study-times.review-released";
    public const string StudyTimesWithdrawn = "study-times.withdrawn";
    public const string StudyTimesApproved = "study-times.approved";
    public const string StudyTimesSentBack = "study-times.sent-back";

    public const string StudentAdded = "studerande.added";
    public const string StudentProtected = "studerande.protected";
    public const string StudentListExported = "studerande.list-exported";

    public const string UnderlagFactsSaved = "underlag.facts-saved";
    public const string UnderlagFileAdded = "underlag.file-added";
    public const string UnderlagFileRemoved = "underlag.file-removed";
    public const string UnderlagSent = "underlag.sent";
    public const string UnderlagPaperRegistered = "underlag.paper-registered";

    public const string CaseTaken = "case.taken";
    public const string CaseReturned = "case.returned";
    public const string CaseApproved = "case.approved";
    public const string CasePageMarked = "case.page-marked";
    public const string CasePageUnmarked = "case.page-unmarked";
    public const string CaseComplementRequested = "case.complement-requested";
    public const string CaseComplementWithdrawn = "case.complement-withdrawn";
    public const string CaseHandedOver = "case.handed-over";
    public const string CaseMessageSent = "case.message-sent";
    public const string CaseMessageRead = "case.message-read";
    public const string CaseNotesSaved = "case.notes-saved";
    public const string CaseHearingSent = "case.hearing-sent";
    public const string CaseOutcomeDecided = "case.outcome-decided";
    public const string CaseOutcomeToCheck = "case.outcome-to-check";
    public const string CaseOutcomeAgreed = "case.outcome-agreed";
    public const string CaseOutcomeSentBack = "case.outcome-sent-back";
    public const string CaseOutcomeWithdrawn = "case.outcome-withdrawn";
    public const string CaseLetterPrinted = "case.letter-printed";
    public const string CaseLetterReprinted = "case.letter-reprinted";
    public const string CaseLetterSent = "case.letter-sent";
    public const string CaseLetterSentUndone = "case.letter-sent-undone";
    public const string CaseClosed = "case.closed";
    public const string CaseWithdrawn = "case.withdrawn";
    public const string CaseWithdrawalSeen = "case.withdrawal-seen";
    public const string CaseChangeSeen = "case.change-seen";
    public const string CaseListExported = "case.list-exported";

    public const string LogSearched = "log.searched";
    public const string LogExported = "log.exported";

    public const string AccessLogSearched = "access-log.searched";
    public const string AccessLogMade = "access-log.made";

    public const string ContactCardChanged = "contact-page.card-changed";
    public const string PhoneHoursChanged = "contact-page.hours-changed";
    public const string PhoneExceptionAdded = "contact-page.exception-added";
    public const string PhoneExceptionRemoved = "contact-page.exception-removed";

    public const string RoundAdded = "round.added";
    public const string RoundChanged = "round.changed";
    public const string RoundCancelled = "round.cancelled";
    public const string RoundReminderAsked = "round.reminder-asked";
    public const string RoundReminded = "round.reminded";
    public const string DeadlineReminded = "deadline.reminded";
    public const string DigestChanged = "deadline.digest-changed";
    public const string CalendarLinkCreated = "calendar-link.created";
    public const string CalendarLinkRevoked = "calendar-link.revoked";
    public const string RoundListExported = "round.list-exported";
    public const string TimelinessExported = "timeliness.exported";
    public const string SilentSchoolReminded = "timeliness.reminded";

    public const string NewsAdded = "news.added";
    public const string NewsChanged = "news.changed";
    public const string NewsPublished = "news.published";
    public const string NewsTakenDown = "news.taken-down";

    public const string OutageAdded = "outage.added";
    public const string OutageChanged = "outage.changed";
    public const string OutageEnded = "outage.ended";
    public const string OutageCancelled = "outage.cancelled";

    public const string MaterialOrdered = "material-order.placed";
    public const string MaterialCancelled = "material-order.cancelled";
    public const string MaterialPacked = "material-order.packed";
    public const string MaterialSent = "material-order.sent";
    public const string MaterialBackorderFilled = "material-order.backorder-filled";
    public const string MaterialBackorderSent = "material-order.backorder-sent";

    /// <summary>A back-ordered line was taken off by blankettservice, since it never comes.</summary>
    public const string MaterialStruck = "material-order.line-struck";

    public const string ArticleAdded = "article.added";
    public const string ArticleChanged = "article.changed";
    public const string ArticleWithdrawn = "article.withdrawn";
    public const string ArticleRestored = "article.restored";
    public const string StockAdjusted = "article.stock-adjusted";

    public const string SchoolAddressChanged = "school.address-changed";
    public const string ContactAdded = "school.contact-added";
    public const string ContactRemoved = "school.contact-removed";
    public const string SchoolDetailsChanged = "school.details-changed";
    public const string SchoolDetailsConfirmed = "school.details-confirmed";
    public const string SchoolContactAdded = "school.own-contact-added";
    public const string SchoolContactChanged = "school.own-contact-changed";
    public const string SchoolContactRemoved = "school.own-contact-removed";
    public const string SchoolsImported = "schools.imported";
}

/// <summary>The stored names of what an event concerns.</summary>
public static class AuditObjects
{
    public const string Konto = "Konto";
    public const string Skola = "Skola";
    public const string Behorighetsbestallning = "Behorighetsbestallning";
    public const string Administratorsbyte = "Administratorsbyte";
    public const string Studerande = "Studerande";
    public const string Handelse = "Handelse";
    public const string Sandning = "Sandning";
    public const string Filjobb = "Filjobb";
    public const string Ladokrattelse = "Ladokrattelse";
    public const string Franvarolista = "Franvarolista";
    public const string Utbildning = "Utbildning";
    public const string Studietidsrapport = "Studietidsrapport";
    public const string Rapporteringsomgang = "Rapporteringsomgang";
    public const string Kontaktsida = "Kontaktsida";
    public const string Kontaktkort = "Kontaktkort";
    public const string Inlasning = "Inlasning";
    public const string Materialbestallning = "Materialbestallning";
    public const string Materialartikel = "Materialartikel";
    public const string Nyhet = "Nyhet";
    public const string Driftavbrott = "Driftavbrott";

    /// <summary>Report, underlag and case share the report's id: one history for all three.</summary>
    public const string Skolkrapport = "Skolkrapport";
}
