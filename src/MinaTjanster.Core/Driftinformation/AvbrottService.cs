using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Driftinformation;

/// <summary>CSN's outages: set up, changed, ended, called off. Null answers: no such outage.</summary>
public sealed class AvbrottService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, Driftminne minne, TimeProvider klocka)
{
    /// <param name="nyckel">The one-time key of the form.</param>
    public async Task<Result<Driftavbrott>> LaggTillAsync(Avbrottstext text, string nyckel, CancellationToken ct) =>
        (await GorAsync(
            Acts.OutageAdded,
            null,
            async () =>
            {
                if (await db.Driftavbrott.SingleOrDefaultAsync(a => a.Nyckel == nyckel, ct) is { } forsta)
                    return forsta;

                var bedomt = Avbrottsregel.Bedom(text, klocka.UtcNu());
                if (!bedomt.IsAccepted)
                    return Result<Driftavbrott>.Refused(bedomt.Refusals);

                var nytt = new Driftavbrott(bedomt.Value, Kvittensnummer.Nytt("DA").Text, nyckel, anvandare.KontoId, klocka.UtcNu());
                db.Add(nytt);
                audit.AddForNew(Acts.OutageAdded, AuditObjects.Driftavbrott, () => nytt.Id, null, changes: string.Join('\n', Driftavbrott.Rader(bedomt.Value).Select(r => $"{r.Namn}: {r.Varde}")));
                return nytt;
            },
            ct))!;

    /// <param name="version">The version that the form was drawn from.</param>
    public Task<Result<Driftavbrott>?> AndraAsync(long id, Avbrottstext text, int version, CancellationToken ct) =>
        MedAsync(
            Acts.OutageChanged,
            id,
            version,
            avbrott =>
            {
                var bedomt = Avbrottsregel.Bedom(text, klocka.UtcNu());
                if (!bedomt.IsAccepted)
                    return Result<Driftavbrott>.Refused(bedomt.Refusals);

                var fore = avbrott.Uppgift;
                // What the form shows are whole minutes; one that was ended keeps its second unless the minute is changed.
                avbrott.Andra(bedomt.Value with { Borjar = Samma(bedomt.Value.Borjar, fore.Borjar), Slutar = Samma(bedomt.Value.Slutar, fore.Slutar) });
                var skilda = Driftavbrott.Rader(fore).Zip(Driftavbrott.Rader(avbrott.Uppgift)).Where(p => p.First != p.Second)
                    .Select(p => $"{p.First.Namn}: {p.First.Varde} → {p.Second.Varde}").ToList();
                if (fore.Text != avbrott.Text)
                    skilda.Add("Text: ändrad");
                if (skilda.Count > 0)
                    audit.Add(Acts.OutageChanged, AuditObjects.Driftavbrott, id, null, changes: string.Join('\n', skilda));
                return avbrott;
            },
            ct);

    /// <summary>It is over before its time, or later than was told and now.</summary>
    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Driftavbrott>?> AvslutaAsync(long id, int version, CancellationToken ct) =>
        MedAsync(
            Acts.OutageEnded,
            id,
            version,
            avbrott =>
            {
                var nu = klocka.UtcNu();
                if (!avbrott.Pagar(nu))
                    return new AvbrottetPagarInte();

                var planerat = avbrott.Slutar;
                avbrott.Avsluta(nu);
                audit.Add(Acts.OutageEnded, AuditObjects.Driftavbrott, id, null, changes: $"Slutar: {Driftavbrott.Tidpunkt(planerat)} → {Driftavbrott.Tidpunkt(nu)}");
                return avbrott;
            },
            ct);

    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Driftavbrott>?> StallInAsync(long id, int version, CancellationToken ct) =>
        MedAsync(
            Acts.OutageCancelled,
            id,
            version,
            avbrott =>
            {
                if (avbrott.Pagar(klocka.UtcNu()))
                    return new AvbrottetPagar();

                avbrott.StallIn(klocka.UtcNu());
                audit.Add(Acts.OutageCancelled, AuditObjects.Driftavbrott, id, null);
                return avbrott;
            },
            ct);

    /// <summary>What the form shows of the instant before is that instant, to the second; also in the hour that the autumn night has twice.</summary>
    private static DateTime Samma(DateTime skriven, DateTime fore) => Minut(skriven.SvenskTidpunkt()) == Minut(fore.SvenskTidpunkt()) ? fore : skriven;

    private static DateTime Minut(DateTime tid) => tid.AddTicks(-(tid.Ticks % TimeSpan.TicksPerMinute));

    private Task<Result<Driftavbrott>?> MedAsync(string act, long id, int version, Func<Driftavbrott, Result<Driftavbrott>> gor, CancellationToken ct) =>
        GorAsync(
            act,
            id,
            async () =>
            {
                if (await db.Driftavbrott.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } avbrott)
                    return null;
                if (avbrott.Status == Avbrottsstatus.Installt)
                    return new AvbrottetInstallt();

                return avbrott.Version != version ? new AvbrottetAndrat() : gor(avbrott);
            },
            ct);

    private async Task<Result<Driftavbrott>?> GorAsync(string act, long? id, Func<Task<Result<Driftavbrott>?>> gor, CancellationToken ct)
    {
        var svar = await db.BeslutaAsync(
            async () =>
            {
                var gjort = await gor();
                if (gjort is { IsAccepted: true })
                    await db.SaveChangesAsync(ct);
                return gjort;
            },
            new AvbrottetAndrat(),
            ct);
        minne.Glom();
        if (svar is { IsAccepted: false })
            await audit.AddRefusalAsync(act, AuditObjects.Driftavbrott, id, null, svar.Refusals);
        return svar;
    }
}
