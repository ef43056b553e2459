using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>A live session of the person's.</summary>
/// <param name="Skapad">UTC.</param>
/// <param name="SenastAktiv">UTC, to the minute.</param>
public sealed record Sessionsrad(long Id, string Webblasare, DateTime Skapad, DateTime SenastAktiv);

/// <summary>A login of the person's, or a refused one.</summary>
/// <param name="Varfor">How the second step was taken, or why it was refused.</param>
public sealed record Inloggningsrad(DateTime Tid, AuditOutcome Utfall, string? Varfor);

/// <summary>What a person sees of their own sessions and log-ins. The log-ins are read from the audit log (design decision 8).</summary>
public sealed class InloggningslistaQuery(PortalDbContext db, TimeProvider klocka)
{
    public const int Dagar = 90;
    public const int MaxRader = 100;

    /// <summary>The live ones, latest used first.</summary>
    public async Task<IReadOnlyList<Sessionsrad>> SessionerAsync(long kontoId, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var aktivEfter = nu - Inloggningssession.Inaktivitetsgrans;
        var skapadEfter = nu - Inloggningssession.Langsta;
        return await db.Inloggningssessioner.AsNoTracking()
            .Where(s => s.KontoId == kontoId && s.Avslutad == null && s.SenastAktiv > aktivEfter && s.Skapad > skapadEfter)
            .OrderByDescending(s => s.SenastAktiv).ThenByDescending(s => s.Id)
            .Select(s => new Sessionsrad(s.Id, s.Webblasare ?? Webblasarnamn.Okand, s.Skapad, s.SenastAktiv))
            .ToListAsync(ct);
    }

    /// <summary>The latest <see cref="MaxRader"/> of the last <see cref="Dagar"/> days, refused ones included, latest first.</summary>
    public async Task<IReadOnlyList<Inloggningsrad>> InloggningarAsync(long kontoId, CancellationToken ct)
    {
        var fran = klocka.UtcNu().AddDays(-Dagar);
        var rader = await db.AuditEvents.AsNoTracking()
            // Those made by somebody signed in are passwords given again in Mitt konto, not log-ins.
            .Where(e => e.Objekt == AuditObjects.Konto && e.ObjektId == kontoId && e.Act == Acts.LoggedIn && e.Tid > fran && e.KontoId == null)
            .OrderByDescending(e => e.Tid).ThenByDescending(e => e.Id)
            .Select(e => new { e.Tid, e.Outcome, e.Why })
            .Take(MaxRader)
            .ToListAsync(ct);
        return rader.ConvertAll(r => new Inloggningsrad(r.Tid, r.Outcome, r.Outcome == AuditOutcome.Accepted ? r.Why : Orsak(r.Why)));
    }

    private static string Orsak(string? kod) => kod switch
    {
        "LOGIN-FEL" => "Fel lösenord",
        "LOGIN-LAST" => "Kontot var låst",
        "LOGIN-ENGANGS" => "Engångslösenordet gällde inte längre",
        "TVASTEG-FEL" => "Fel kod eller passernyckel i andra steget",
        "TVASTEG-LAST" => "Tvåstegsinloggningen var låst",
        "TVASTEG-TID" => "Andra steget tog för lång tid",
        _ => "Nekad",
    };
}
