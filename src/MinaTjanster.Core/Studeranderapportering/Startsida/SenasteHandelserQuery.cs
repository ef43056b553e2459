using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studietider;

namespace MinaTjanster.Core.Studeranderapportering.Startsida;

/// <summary>Something that has happened at the active school: to a report, an event, a sending or a file; for those who report them, to studietider and an education.</summary>
/// <param name="Tid">UTC.</param>
/// <param name="Vem">As in <see cref="Historikrad"/>.</param>
/// <param name="Objekt">What it happened to, by <see cref="AuditObjects"/>, and its key.</param>
/// <param name="Kvittensnummer">Of a sending, or of a report of studietider; null otherwise.</param>
/// <param name="Om">What it was about where that is not one student: how many, the file, the läsår or the education; null otherwise.</param>
/// <param name="Studerande">The one student it was about; null otherwise.</param>
public sealed record Skolhandelse(DateTime Tid, string Vem, string Text, string Objekt, long ObjektId, string? Kvittensnummer, string? Om, Handelsestuderande? Studerande);

/// <summary>Who something happened to; <see cref="Studeranderapportering.Studerande.VisatNamn"/> says what of it may be shown.</summary>
public sealed record Handelsestuderande(string Fornamn, string Efternamn, Personskydd Skydd);

/// <summary>What has happened lately at the active school: asked at every visit to the start page, so compiled once.</summary>
public sealed class SenasteHandelserQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    private static readonly Func<PortalDbContext, long, bool, int, IAsyncEnumerable<Rad>> PaSkolan = EF.CompileAsyncQuery(
        (PortalDbContext db, long skolaId, bool medStudietider, int antal) =>
            (from e in db.AuditEvents
             where e.SkolaId == skolaId && e.Outcome == AuditOutcome.Accepted
                // What CSN has within itself or with the student, as in the histories.
                && e.Act != Acts.CaseHandedOver && e.Act != Acts.CaseNotesSaved && e.Act != Acts.CaseHearingSent && e.Act != Acts.CaseOutcomeDecided
                && e.Act != Acts.CaseOutcomeToCheck && e.Act != Acts.CaseOutcomeAgreed && e.Act != Acts.CaseOutcomeSentBack
                && e.Act != Acts.CasePageMarked && e.Act != Acts.CasePageUnmarked && e.Act != Acts.CaseLetterSentUndone
                && e.Act != Acts.CaseLetterPrinted && e.Act != Acts.CaseLetterReprinted && e.Act != Acts.CaseLetterSent
                && (e.Objekt == AuditObjects.Skolkrapport || e.Objekt == AuditObjects.Sandning || e.Objekt == AuditObjects.Handelse
                    // A file is told of once, when it is done: its upload is seen among the duties.
                    || e.Act == Acts.FileRead || e.Act == Acts.FileCancelled
                    || (medStudietider && (e.Act == Acts.StudyTimesSent || e.Act == Acts.StudyTimesWithdrawn || e.Act == Acts.StudyTimesApproved || e.Act == Acts.StudyTimesSentBack || e.Act == Acts.EducationChanged)))
             join en in db.Skolkrapporter on new { e.Objekt, e.ObjektId } equals new { Objekt = (string?)AuditObjects.Skolkrapport, ObjektId = (long?)en.Id } into rapporter
             from r in rapporter.DefaultIfEmpty()
             join en in db.Sandningar on new { e.Objekt, e.ObjektId } equals new { Objekt = (string?)AuditObjects.Sandning, ObjektId = (long?)en.Id } into sandningar
             from sa in sandningar.DefaultIfEmpty()
             join en in db.Handelser on new { e.Objekt, e.ObjektId } equals new { Objekt = (string?)AuditObjects.Handelse, ObjektId = (long?)en.Id } into egna
             from h in egna.DefaultIfEmpty()
             join en in db.Filjobb.Where(j => j.Andamal == Filandamal.Skicka) on new { e.Objekt, e.ObjektId } equals new { Objekt = (string?)AuditObjects.Filjobb, ObjektId = (long?)en.Id } into filer
             from j in filer.DefaultIfEmpty()
             join en in db.Studietidsrapporter on new { e.Objekt, e.ObjektId } equals new { Objekt = (string?)AuditObjects.Studietidsrapport, ObjektId = (long?)en.Id } into tider
             from st in tider.DefaultIfEmpty()
             join en in db.Utbildningar on new { e.Objekt, e.ObjektId } equals new { Objekt = (string?)AuditObjects.Utbildning, ObjektId = (long?)en.Id } into utbildningar
             from u in utbildningar.DefaultIfEmpty()
             where r != null || sa != null || h != null || j != null || st != null || u != null
             // Of a sending of many, the first stands here and is not shown.
             let studerandeId = r != null ? (long?)r.StuderandeId
                 : h != null ? (long?)h.StuderandeId
                 : db.Handelser.Where(x => x.SandningId == sa.Id).OrderBy(x => x.Id).Select(x => (long?)x.StuderandeId).FirstOrDefault()
             join en in db.Studerande on studerandeId equals (long?)en.Id into studerande
             from s in studerande.DefaultIfEmpty()
             orderby e.Tid descending, e.Id descending
             select new Rad(
                 e.Tid,
                 e.Act,
                 e.Objekt!,
                 e.ObjektId!.Value,
                 e.Changes,
                 sa == null ? (st == null ? null : st.Kvittensnummer) : sa.Kvittensnummer,
                 j == null ? null : j.Filnamn,
                 j == null ? 0 : j.Godtagna + j.Rattade,
                 st == null ? null : st.Lasar,
                 u == null ? null : u.Uppgift.Namn,
                 s == null ? null : s.Fornamn,
                 s == null ? null : s.Efternamn,
                 s == null ? null : s.Skydd,
                 db.Konton.Where(k => k.Id == (e.KontoId ?? (j == null ? null : j.KontoId))).Select(k => k.Namn).FirstOrDefault(),
                 db.Behorigheter.Any(b => b.KontoId == e.KontoId && b.SkolaId == null))).Take(antal));

    /// <summary>Newest first.</summary>
    /// <exception cref="SkolaSaknasException">No school is chosen.</exception>
    public async Task<IReadOnlyList<Skolhandelse>> SenasteAsync(int antal, CancellationToken ct)
    {
        List<Skolhandelse> handelser = [];
        await foreach (var rad in PaSkolan(db, db.Omfang.SkolaId, anvandare.Har(Rattighet.RapporteraStudietider), antal).WithCancellation(ct))
        {
            handelser.Add(Tolka(rad));
        }

        return handelser;
    }

    private Skolhandelse Tolka(Rad rad)
    {
        var vem = HistorikQuery.Vem(rad.Namn, rad.ArCsn, anvandare);
        var studerande = rad.Fornamn is null ? null : new Handelsestuderande(rad.Fornamn, rad.Efternamn!, rad.Skydd!.Value);
        var (text, om) = rad.Objekt switch
        {
            AuditObjects.Sandning => Sandning(rad),
            AuditObjects.Handelse when rad.Act == Acts.HandelseTakenBack => ($"Taget tillbaka: {rad.Andringar}", null),
            AuditObjects.Filjobb => (ActTexts.Text(rad.Act), $"{rad.Filnamn}, {Antal(rad.Skickade)}"),
            AuditObjects.Studietidsrapport => (ActTexts.Text(rad.Act), new Lasar(rad.Lasar!.Value).ToString()),
            AuditObjects.Utbildning => (ActTexts.Text(rad.Act), rad.Utbildning),
            _ => (ActTexts.Text(rad.Act), (string?)null),
        };
        return new(rad.Tid, vem, text, rad.Objekt, rad.ObjektId, rad.Kvittensnummer, om, om is null ? studerande : null);
    }

    private static string Antal(int skickade) => skickade switch { 0 => "inget godtogs", 1 => "1 händelse", _ => $"{skickade:N0} händelser" };

    /// <summary>The act was kept as "Börjat studera: 12" (<see cref="HandelseService"/>): the event, and for how many.</summary>
    private static (string Text, string? Om) Sandning(Rad rad)
    {
        if (rad.Andringar?.Split(": ") is not [var rubrik, var antal])
            return (ActTexts.Text(rad.Act), null);

        return ($"{(rad.Act == Acts.HandelseChanged ? "Ändrat" : "Rapporterat")}: {rubrik}", int.Parse(antal, CultureInfo.InvariantCulture) == 1 ? null : $"{antal} studerande");
    }

    private sealed record Rad(
        DateTime Tid,
        string Act,
        string Objekt,
        long ObjektId,
        string? Andringar,
        string? Kvittensnummer,
        string? Filnamn,
        int Skickade,
        int? Lasar,
        string? Utbildning,
        string? Fornamn,
        string? Efternamn,
        Personskydd? Skydd,
        string? Namn,
        bool ArCsn);
}
