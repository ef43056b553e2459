using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor.Telefon;

/// <summary>A weekday's hours as typed.</summary>
public sealed record Veckotext(DayOfWeek Dag, string? Oppnar, string? Stanger);

/// <summary>What CSN keeps of <em>Kontakta CSN</em>: the phone's hours, days that are otherwise, and the contact persons' cards.</summary>
public sealed class KontaktsidaService(PortalDbContext db, AuditService audit, Telefonminne minne, TimeProvider klocka)
{
    /// <summary>The id of the page in the log: there is one.</summary>
    public const long Sida = 1;

    private const int MaxAr = 2;

    /// <param name="fore">The week that the page showed, as <see cref="TelefontidQuery.Rad"/> gives it.</param>
    public async Task<Result<string>> SattVeckaAsync(IReadOnlyList<Veckotext> skrivet, string? fore, CancellationToken ct)
    {
        var ny = new Dictionary<DayOfWeek, Oppettid>();
        List<Refusal> fel = [];
        foreach (var dag in skrivet)
        {
            switch (Tolka(dag.Oppnar, dag.Stanger))
            {
                case (true, { } tid):
                    ny[dag.Dag] = tid;
                    break;
                case (false, _):
                    var namn = SvenskText.Veckodag(dag.Dag);
                    fel.Add(new OppettidFel(SvenskText.Versal(namn), $"{dag.Dag}Oppnar"));
                    break;
            }
        }

        if (fel.Count == 0 && ny.Count == 0)
            fel.Add(new AldrigOppet());
        return await GorAsync(
            Acts.PhoneHoursChanged,
            async () =>
            {
                if (fel.Count > 0)
                    return fel;

                var galler = TelefontidQuery.Rad(await TelefontidQuery.VeckaAsync(db, ct));
                if (galler != fore)
                    return [new TelefontidernaAndrade()];

                var rader = await db.Telefontider.ToDictionaryAsync(r => r.Veckodag, ct);
                foreach (var (dag, tid) in ny)
                {
                    if (rader.TryGetValue(dag, out var rad))
                        rad.Andra(tid);
                    else
                        db.Add(new Telefontid(dag, tid));
                }

                db.RemoveRange(rader.Values.Where(r => !ny.ContainsKey(r.Veckodag)));
                audit.Add(Acts.PhoneHoursChanged, AuditObjects.Kontaktsida, Sida, null, changes: $"Telefontider: {galler} → {TelefontidQuery.Rad(ny)}");
                return [];
            },
            ct);
    }

    /// <summary>A day that is otherwise: closed when neither hour is given.</summary>
    public Task<Result<string>> LaggTillUndantagAsync(DateOnly? dag, string? oppnar, string? stanger, string? orsak, CancellationToken ct) =>
        GorAsync(
            Acts.PhoneExceptionAdded,
            async () =>
            {
                var idag = klocka.SvenskDag();
                var varfor = SvenskText.Enkelrad(orsak);
                var (giltig, tid) = Tolka(oppnar, stanger);
                List<Refusal> fel = [];
                if (dag is not { } vald || vald < idag || vald > idag.AddYears(MaxAr))
                    fel.Add(new UndantagsdagFel());
                else if (await db.Telefonundantag.AnyAsync(u => u.Dag == vald, ct))
                    fel.Add(new UndantagetFinns());
                if (!giltig)
                    fel.Add(new UndantagstidFel());
                if (varfor is null or { Length: > Telefonundantag.MaxOrsak })
                    fel.Add(new UndantagUtanOrsak());
                if (fel.Count > 0)
                    return fel;

                db.Add(new Telefonundantag(dag!.Value, tid, varfor!));
                audit.Add(Acts.PhoneExceptionAdded, AuditObjects.Kontaktsida, Sida, null, varfor, $"{dag:yyyy-MM-dd}: {tid?.ToString() ?? "stängt"}");
                return [];
            },
            ct);

    public Task<Result<string>> TaBortUndantagAsync(long? id, CancellationToken ct) =>
        GorAsync(
            Acts.PhoneExceptionRemoved,
            async () =>
            {
                if (await db.Telefonundantag.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } rad)
                    return [new TelefontidernaAndrade()];

                db.Remove(rad);
                audit.Add(Acts.PhoneExceptionRemoved, AuditObjects.Kontaktsida, Sida, null, rad.Orsak, string.Create(CultureInfo.InvariantCulture, $"{rad.Dag:yyyy-MM-dd}: {rad.Tid?.ToString() ?? "stängt"} → –"));
                return [];
            },
            ct);

    /// <param name="version">The version that the form was drawn from; -1 where there was no card.</param>
    /// <returns>Null when the account is no contact person.</returns>
    public async Task<Result<string>?> AndraKortAsync(long kontoId, string? ansvarsomrade, string? telefon, string? epost, int version, CancellationToken ct)
    {
        if (!await SkoluppgiftQuery.Kontaktpersoner(db, klocka.SvenskDag()).ContainsAsync(kontoId, ct))
            return null;

        var (amne, nummer, adress) = (SvenskText.Enkelrad(ansvarsomrade), SvenskText.Enkelrad(telefon), SvenskText.Enkelrad(epost));
        return await GorAsync(
            Acts.ContactCardChanged,
            async () =>
            {
                List<Refusal> fel = [];
                if (amne is null or { Length: > Kontaktkort.MaxAnsvarsomrade })
                    fel.Add(new AnsvarsomradeFel());
                if (nummer is not null && !Kontaktuppgifter.Skolfakta.ArTelefon(nummer))
                    fel.Add(new KortetsTelefonFel());
                if (adress is not null && !Kontouppgifter.ArEpost(adress))
                    fel.Add(new KortetsEpostFel());
                if (fel.Count > 0)
                    return fel;

                var kort = await db.Kontaktkort.SingleOrDefaultAsync(k => k.KontoId == kontoId, ct);
                if ((kort?.Version ?? -1) != version)
                    return [new KortetAndrat()];

                if (kort is null)
                    db.Add(kort = new Kontaktkort(kontoId));
                var andrat = new[] { kort.Telefon != nummer ? "Telefon: ändrad" : null, kort.Epost != adress ? "E-post: ändrad" : null }.Where(a => a is not null);
                var text = kort.Ansvarsomrade == amne ? andrat : andrat.Prepend($"Ansvarsområde: {(kort.Ansvarsomrade.Length == 0 ? "–" : kort.Ansvarsomrade)} → {amne}");
                audit.Add(Acts.ContactCardChanged, AuditObjects.Kontaktkort, kontoId, null, changes: string.Join('\n', text));
                kort.Andra(amne!, nummer, adress);
                return [];
            },
            ct,
            kontoId);
    }

    /// <summary>Whether the pair can be read, and the hours: null for both left empty.</summary>
    private static (bool Giltig, Oppettid? Tid) Tolka(string? oppnar, string? stanger)
    {
        if (string.IsNullOrWhiteSpace(oppnar) && string.IsNullOrWhiteSpace(stanger))
            return (true, null);

        return Klockslag.TryTolka(oppnar, out var fran) && Klockslag.TryTolka(stanger, out var till) && fran < till ? (true, new(fran, till)) : (false, null);
    }

    private async Task<Result<string>> GorAsync(string act, Func<Task<IReadOnlyList<Refusal>>> gor, CancellationToken ct, long? kontoId = null)
    {
        var svar = await db.GorAsync<string>(
            async () => await gor() is { Count: > 0 } nej ? Result<string>.Refused(nej) : act,
            kontoId is null ? new TelefontidernaAndrade() : new KortetAndrat(),
            nej => audit.AddRefusalAsync(act, kontoId is null ? AuditObjects.Kontaktsida : AuditObjects.Kontaktkort, kontoId ?? Sida, null, nej),
            ct);
        minne.Glom();
        return svar!;
    }
}
