using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor;

/// <summary>
/// What CSN itself keeps of a school: where letters go, and which contact persons answer for it (domain.md section 1). Name, town and skolform come
/// from CSN's register. Null answers: no such school.
/// </summary>
public sealed class SkoluppgiftService(PortalDbContext db, AuditService audit, TimeProvider klocka)
{
    /// <param name="fore">The address that the page showed, as <see cref="Adress"/> gives it.</param>
    public Task<Result<Skola>?> SattAdressAsync(long skolaId, string? gatuadress, string? postnummer, string? fore, CancellationToken ct)
    {
        var gata = string.Join(' ', (gatuadress ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var nummer = string.Concat((postnummer ?? "").Where(c => !char.IsWhiteSpace(c)));
        return AndraAsync(skolaId, Acts.SchoolAddressChanged, null, skola =>
        {
            List<Refusal> fel = [];
            if (gata.Length is 0 or > Skola.MaxGatuadress || gata.Any(char.IsControl))
                fel.Add(new GatuadressSaknas());
            if (nummer.Length != 5 || !nummer.All(char.IsAsciiDigit))
                fel.Add(new PostnummerOgiltigt());
            if (fel.Count == 0 && Adress(skola) != (fore ?? ""))
                fel.Add(new SkolanAndrad());
            if (fel.Count > 0)
                return Task.FromResult<IReadOnlyList<Refusal>>(fel);

            audit.Add(
                Acts.SchoolAddressChanged, AuditObjects.Skola, skolaId, skolaId, changes: $"Postadress: {(skola.Gatuadress is null ? "–" : Adress(skola))} → {gata}, {nummer}");
            skola.SattAdress(gata, nummer);
            return Task.FromResult<IReadOnlyList<Refusal>>([]);
        }, ct);
    }

    public Task<Result<Skola>?> LaggTillKontaktAsync(long skolaId, long? kontoId, CancellationToken ct) =>
        AndraAsync(skolaId, Acts.ContactAdded, kontoId, async _ =>
        {
            if (kontoId is not { } vem
                || !await SkoluppgiftQuery.Kontaktpersoner(db, klocka.SvenskDag()).ContainsAsync(vem, ct)
                || await db.Kontaktansvar.AnyAsync(k => k.SkolaId == skolaId && k.KontoId == vem, ct))
                return [new KontaktpersonSaknas()];

            db.Add(new Kontaktansvar(vem, skolaId));
            audit.Add(Acts.ContactAdded, AuditObjects.Konto, vem, skolaId);
            return [];
        }, ct);

    public Task<Result<Skola>?> TaBortKontaktAsync(long skolaId, long? kontoId, CancellationToken ct) =>
        AndraAsync(skolaId, Acts.ContactRemoved, kontoId, async _ =>
        {
            if (await db.Kontaktansvar.SingleOrDefaultAsync(k => k.SkolaId == skolaId && k.KontoId == kontoId, ct) is not { } rad)
                return [new SkolanAndrad()];

            db.Remove(rad);
            audit.Add(Acts.ContactRemoved, AuditObjects.Konto, rad.KontoId, skolaId);
            return [];
        }, ct);

    /// <summary>The address in one line, to see whether it has changed; empty when there is none.</summary>
    public static string Adress(Skola skola) => skola.Gatuadress is null ? "" : $"{skola.Gatuadress}, {skola.Postnummer}";

    private Task<Result<Skola>?> AndraAsync(long skolaId, string act, long? kontoId, Func<Skola, Task<IReadOnlyList<Refusal>>> andra, CancellationToken ct) =>
        db.GorAsync<Skola>(
            async () =>
                await db.Skolor.SingleOrDefaultAsync(s => s.Id == skolaId, ct) is not { } skola ? null
                : await andra(skola) is { Count: > 0 } nej ? Result<Skola>.Refused(nej)
                : skola,
            new SkolanAndrad(),
            nej => audit.AddRefusalAsync(act, act == Acts.SchoolAddressChanged ? AuditObjects.Skola : AuditObjects.Konto, kontoId ?? (act == Acts.SchoolAddressChanged ? skolaId : null), skolaId, nej),
            ct);
}
