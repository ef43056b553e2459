using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>The receipt of a report.</summary>
/// <param name="Kvittensnummer">ST-7K4M-29QX; the same when the report is sent again after it came back.</param>
/// <param name="Nyss">False when a first post of the same page had already sent it.</param>
public sealed record Rapportkvittens(long RapportId, string Kvittensnummer, bool Nyss);

/// <summary>A row of the report as judged now.</summary>
public sealed record Radbedomning(Studietid Rad, string Vad, Studietidsbedomning Bedomning);

/// <summary>Sends the active school's report to CSN, and takes it back; sent once whatever number of posts (design decision 3).</summary>
public sealed class StudietidssandningService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private const string Prefix = "ST";

    /// <summary>For tests: the last that happens before the sending is committed.</summary>
    internal Func<Task>? ForeBekraftelse { get; set; }

    /// <summary>The rows with their errors and warnings, as the check page shows them; null when the active school has no such report.</summary>
    public async Task<IReadOnlyList<Radbedomning>?> GranskaAsync(string nyckel, CancellationToken ct) =>
        await HamtaAsync(nyckel, ct) is { } rapport ? await BedomAsync(rapport, ct) : null;

    /// <summary>Judges every row again and sends the report.</summary>
    /// <param name="nyckel">The report's key, from the check page.</param>
    /// <param name="version">The report's version when the check page was drawn.</param>
    /// <param name="forklaring">The school's answer to the warnings, if it wants to give one; kept with the report.</param>
    /// <returns>Null when the active school has no such report.</returns>
    public async Task<Result<Rapportkvittens>?> SkickaAsync(string nyckel, int version, string? forklaring, CancellationToken ct)
    {
        var svar = await Rapportserie.GorAsync(db, () => ForsokAsync(nyckel, version, string.IsNullOrWhiteSpace(forklaring) ? null : forklaring.Trim().ReplaceLineEndings("\n"), ct), ForeBekraftelse, ct);
        if (svar is { IsAccepted: false })
        {
            var skolaId = anvandare.AktivSkola!.Id;
            await audit.AddRefusalAsync(Acts.StudyTimesSent, AuditObjects.Skola, skolaId, skolaId, svar.Refusals.Select(r => r.Code).Distinct().Aggregate((a, b) => $"{a}, {b}"));
        }

        return svar;
    }

    /// <summary>Takes a sent report back, to be changed and sent again, as long as nobody at CSN has opened it.</summary>
    /// <param name="nyckel">The report's key, from the läsår's page.</param>
    /// <param name="version">The version that the page showed.</param>
    /// <returns>Null when the active school has no such report.</returns>
    public async Task<Result<Studietidsrapport>?> TaTillbakaAsync(string nyckel, int version, CancellationToken ct)
    {
        var svar = await Rapportserie.GorAsync<Studietidsrapport>(
            db,
            async () =>
            {
                if (await db.Studietidsrapporter.SingleOrDefaultAsync(r => r.Nyckel == nyckel, ct) is not { } rapport)
                    return null;
                if (rapport.ArOppen)
                    return new RapportenHosSkolan();
                if (rapport.Status != Rapportstatus.Inskickad)
                    return new RapportenTagen();
                if (rapport.Version != version)
                    return new RapportenAndradForTillbaka();

                rapport.TaTillbaka();
                audit.Add(Acts.StudyTimesWithdrawn, AuditObjects.Studietidsrapport, rapport.Id, rapport.SkolaId);
                return rapport;
            },
            ForeBekraftelse,
            ct);
        if (svar is { IsAccepted: false })
        {
            var skolaId = anvandare.AktivSkola!.Id;
            await audit.AddRefusalAsync(Acts.StudyTimesWithdrawn, AuditObjects.Skola, skolaId, skolaId, svar.Refusals);
        }

        return svar;
    }

    private async Task<Result<Rapportkvittens>?> ForsokAsync(string nyckel, int version, string? forklaring, CancellationToken ct)
    {
        if (await HamtaAsync(nyckel, ct) is not { } rapport)
            return null;

        // A second post, click or retry gets the first one's receipt.
        if (!rapport.ArOppen)
            return new Rapportkvittens(rapport.Id, rapport.Kvittensnummer!, Nyss: false);
        if (rapport.Version != version)
            return new StudietidsrapportenAndrad();
        if (rapport.Studietider.Count == 0)
            return new StudietidsrapportenTom();
        if (forklaring?.Length > Studietidsrapport.MaxSkal)
            return new ForklaringenForLang();
        if (Personnummermask.Finns(forklaring))
            return new ForklaringMedPersonnummer();

        var rader = await BedomAsync(rapport, ct);
        var fel = rader.SelectMany(r => r.Bedomning.Refusals.Select(f => (Refusal)new StudietidIRapportenNekad(r.Rad.Id, r.Vad, f.Sentence))).ToList();
        if (fel.Count > 0)
            return Result<Rapportkvittens>.Refused(fel);

        rapport.Skicka(Kvittensnummer.Nytt(Prefix).Text, anvandare.KontoId, forklaring, klocka.UtcNu());
        audit.Add(
            Acts.StudyTimesSent,
            AuditObjects.Studietidsrapport,
            rapport.Id,
            rapport.SkolaId,
            changes: string.Join('\n', rapport.Studietider.GroupBy(s => s.Atgard).OrderBy(g => g.Key).Select(g => $"{Text(g.Key)}: {g.Count()}")));
        return new Rapportkvittens(rapport.Id, rapport.Kvittensnummer!, Nyss: true);
    }

    private Task<Studietidsrapport?> HamtaAsync(string nyckel, CancellationToken ct) =>
        db.Studietidsrapporter.Include(r => r.Studietider).ThenInclude(s => s.Uppehall).AsSplitQuery().SingleOrDefaultAsync(r => r.Nyckel == nyckel, ct);

    private async Task<IReadOnlyList<Radbedomning>> BedomAsync(Studietidsrapport rapport, CancellationToken ct)
    {
        var lasar = new Lasar(rapport.Lasar);
        var lage = new Lasarslage((await Lasarslage.LaddaAsync(db, rapport.SkolaId, lasar, s => s.Status == Studietidsstatus.Galler, ct)).Galler, rapport.Studietider);
        var provning = Studietidsprovning.For(await Studietidsprovning.SkolformAsync(db, rapport.SkolaId, ct), lasar, lage);
        var utbildningar = await db.Utbildningar.AsNoTracking().ToDictionaryAsync(u => u.Id, ct);
        return
        [
            .. from rad in rapport.Studietider
               orderby rad.UtbildningId ?? 0, rad.ForstaDag, rad.Id
               let utbildning = rad.UtbildningId is { } id ? utbildningar[id] : null
               select new Radbedomning(
                   rad,
                   Studietidstext.MedDatum(utbildning, rad.Uppgift),
                   provning.BedomRad(utbildning, rad)),
        ];
    }

    private static string Text(Studietidsatgard atgard) => atgard switch
    {
        Studietidsatgard.Ny => "Nya studietider",
        Studietidsatgard.Andring => "Ändrade studietider",
        _ => "Borttagna studietider",
    };
}
