using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor.Kontaktuppgifter;

/// <summary>A contact person as typed.</summary>
/// <param name="Roll">A role's name.</param>
public sealed record Kontakttext(string? Roll, string? Namn, string? Telefon, string? Epost);

/// <summary>
/// The active school's own facts and contact persons: changed, confirmed. Each change is an event that says which field, and a line of the school's own
/// history that says from what to what; and it confirms the rest, as long as there is somebody to ask about what is reported.
/// </summary>
public sealed class KontaktuppgiftService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private long SkolaId => anvandare.AktivSkola!.Id;

    /// <param name="skrivet">As typed.</param>
    /// <param name="version">The version that the form was drawn from; -1 where there was nothing.</param>
    public async Task<Result<Skolinformation>> AndraAsync(Skolfakta skrivet, int version, CancellationToken ct)
    {
        var tolkat = Skolfakta.Tolka(skrivet);
        return (await GorAsync(
            Acts.SchoolDetailsChanged,
            async rad =>
            {
                if (!tolkat.IsAccepted)
                    return tolkat.Refusals;
                if (VersionAv(rad) != version)
                    return [new SkoluppgifternaAndrade()];

                var finns = await HarRapporteringAsync(null, ct);
                if (!finns && rad?.Fakta == tolkat.Value)
                    return [new IngenRapporteringskontakt()];

                var ny = rad ?? Ny();
                // Saved as it stands, it is a confirmation.
                Anteckna(ny.Fakta == tolkat.Value ? Acts.SchoolDetailsConfirmed : Acts.SchoolDetailsChanged, ny.Fakta.Rader(), tolkat.Value.Rader());
                ny.Andra(tolkat.Value);
                Ror(ny, finns);
                return [];
            },
            ct))!;
    }

    /// <summary>All is true as it stands.</summary>
    /// <param name="version">The version that the page showed.</param>
    public async Task<Result<Skolinformation>> BekraftaAsync(int version, CancellationToken ct) =>
        (await GorAsync(
            Acts.SchoolDetailsConfirmed,
            async rad =>
            {
                if (VersionAv(rad) != version)
                    return [new SkoluppgifternaAndrade()];
                if (!await HarRapporteringAsync(null, ct))
                    return [new IngenRapporteringskontakt()];

                Anteckna(Acts.SchoolDetailsConfirmed, [], []);
                (rad ?? Ny()).Bekrafta(anvandare.KontoId, klocka.UtcNu());
                return [];
            },
            ct))!;

    public async Task<Result<Skolinformation>> LaggTillAsync(Kontakttext skrivet, CancellationToken ct) =>
        (await KontaktAsync(
            Acts.SchoolContactAdded,
            skrivet,
            null,
            async (roll, uppgifter) =>
            {
                if (await db.Skolkontaktpersoner.CountAsync(ct) >= Skolkontaktperson.MaxAntal)
                    return [new ForMangaKontakter()];

                var ny = new Skolkontaktperson(SkolaId, roll, uppgifter);
                db.Add(ny);
                Anteckna(Acts.SchoolContactAdded, [], ny.Rader());
                return [];
            },
            ct))!;

    /// <returns>Null when the active school has no such contact person.</returns>
    public Task<Result<Skolinformation>?> AndraKontaktAsync(long id, Kontakttext skrivet, int version, CancellationToken ct) =>
        KontaktAsync(
            Acts.SchoolContactChanged,
            skrivet,
            id,
            async (roll, uppgifter) =>
            {
                if (await HamtaAsync(id, ct) is not { } person)
                    return null;
                if (person.Version != version)
                    return [new SkoluppgifternaAndrade()];

                var fore = person.Rader();
                person.Andra(roll, uppgifter);
                Anteckna(Acts.SchoolContactChanged, fore, person.Rader(), person.Namn);
                return [];
            },
            ct);

    /// <param name="version">The version that the page showed.</param>
    /// <returns>Null when the active school has no such contact person.</returns>
    public Task<Result<Skolinformation>?> TaBortAsync(long id, int version, CancellationToken ct) =>
        GorAsync(
            Acts.SchoolContactRemoved,
            async rad =>
            {
                if (await HamtaAsync(id, ct) is not { } person)
                    return null;
                if (person.Version != version)
                    return [new SkoluppgifternaAndrade()];

                Anteckna(Acts.SchoolContactRemoved, person.Rader(), []);
                db.Remove(person);
                Ror(rad ?? Ny(), await HarRapporteringAsync(id, ct));
                return [];
            },
            ct);

    private Task<Result<Skolinformation>?> KontaktAsync(
        string act, Kontakttext skrivet, long? id, Func<Skolkontaktroll, Kontouppgifter, Task<IReadOnlyList<Refusal>?>> gor, CancellationToken ct)
    {
        var roll = Enum.GetValues<Skolkontaktroll>().Cast<Skolkontaktroll?>().FirstOrDefault(r => $"{r}" == skrivet.Roll);
        var uppgifter = Kontouppgifter.Tolka(skrivet.Namn, skrivet.Epost, skrivet.Telefon, null, klocka.SvenskDag());
        return GorAsync(
            act,
            async rad =>
            {
                if (id is { } sokt && await HamtaAsync(sokt, ct) is null)
                    return null;

                List<Refusal> fel = [.. uppgifter.Refusals];
                if (roll is null)
                    fel.Insert(0, new KontaktrollSaknas());
                if (fel.Count > 0)
                    return fel;

                var epost = uppgifter.Value.Epost;
                if (await db.Skolkontaktpersoner.Where(k => k.Id != id && k.Roll == roll && k.Epost == epost).Select(k => k.Namn).FirstOrDefaultAsync(ct) is { } finns)
                    return [new KontaktenFinnsRedan(finns)];
                if (await gor(roll!.Value, uppgifter.Value) is not ([]) and var nej)
                    return nej;

                Ror(rad ?? Ny(), roll == Skolkontaktroll.Rapportering || await HarRapporteringAsync(id, ct));
                return [];
            },
            ct);
    }

    /// <param name="utom">Somebody who is about to go, or to change.</param>
    private Task<bool> HarRapporteringAsync(long? utom, CancellationToken ct) =>
        db.Skolkontaktpersoner.AnyAsync(k => k.Roll == Skolkontaktroll.Rapportering && k.Id != utom, ct);

    /// <summary>A change: it confirms the rest where there is somebody to ask, and raises the version in any case.</summary>
    private void Ror(Skolinformation rad, bool bekraftar)
    {
        if (bekraftar)
            rad.Bekrafta(anvandare.KontoId, klocka.UtcNu());
        else if (db.Entry(rad).State != EntityState.Added)
            db.Entry(rad).Property(i => i.Version).IsModified = true;
    }

    private Task<Skolkontaktperson?> HamtaAsync(long id, CancellationToken ct) => db.Skolkontaktpersoner.SingleOrDefaultAsync(k => k.Id == id, ct);

    private static int VersionAv(Skolinformation? rad) => rad?.Version ?? -1;

    private Skolinformation Ny()
    {
        var ny = new Skolinformation(SkolaId, anvandare.KontoId);
        db.Add(ny);
        return ny;
    }

    /// <summary>The event says which fields, the school's history from what to what; nothing of either where nothing differs but in a confirmation.</summary>
    private void Anteckna(string act, IReadOnlyList<(string Namn, string? Varde)> fore, IReadOnlyList<(string Namn, string? Varde)> efter, string? om = null)
    {
        var namn = (fore.Count > 0 ? fore : efter).Select(r => r.Namn).ToList();
        var skilda = namn
            .Select(n => (Namn: n, Fore: fore.FirstOrDefault(r => r.Namn == n).Varde, Efter: efter.FirstOrDefault(r => r.Namn == n).Varde))
            .Where(r => r.Fore != r.Efter)
            .ToList();
        var text = string.Join('\n', skilda.Select(r => $"{r.Namn}: {r.Fore ?? "–"} → {r.Efter ?? "–"}"));
        var rubrik = om is not null && skilda.TrueForAll(r => r.Namn != "Namn") ? $"Gäller: {om}\n" : "";
        audit.Add(act, AuditObjects.Skola, SkolaId, SkolaId, changes: skilda.Count == 0 ? null : $"Ändrat: {string.Join(", ", skilda.Select(r => r.Namn))}");
        db.Add(new Skoluppgiftsandring(SkolaId, act, rubrik + text, anvandare.KontoId, klocka.UtcNu()));
    }

    private Task<Result<Skolinformation>?> GorAsync(string act, Func<Skolinformation?, Task<IReadOnlyList<Refusal>?>> gor, CancellationToken ct) =>
        db.GorAsync<Skolinformation>(
            async () =>
            {
                var rad = await db.Skolinformationer.SingleOrDefaultAsync(ct);
                switch (await gor(rad))
                {
                    case null:
                        return null;
                    case { Count: > 0 } nej:
                        return Result<Skolinformation>.Refused(nej);
                }

                await db.SaveChangesAsync(ct);
                return rad ?? await db.Skolinformationer.SingleAsync(ct);
            },
            new SkoluppgifternaAndrade(),
            nej => audit.AddRefusalAsync(act, AuditObjects.Skola, SkolaId, SkolaId, nej),
            ct);
}
