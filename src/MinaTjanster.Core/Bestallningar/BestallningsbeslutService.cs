using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Bestallningar;

/// <summary>A row was decided.</summary>
/// <param name="Brev">The decision made an account, whose letter waits in the print queue.</param>
public sealed record Radbeslut(Behorighetsbestallning Bestallning, bool Brev);

/// <summary>
/// CSN's side of an order. Every right passes <see cref="BehorighetService"/>, so the table is asked again at the moment of approval: a school
/// that has changed its rapporteringssätt meanwhile is told so. One transaction and the order's version make each row decided once, whatever is
/// clicked twice. Null answers: no such order or row.
/// </summary>
public sealed class BestallningsbeslutService(
    PortalDbContext db,
    AktuellAnvandare anvandare,
    BehorighetService behorigheter,
    KontoService konton,
    SessionService sessioner,
    AuditService audit,
    EpostbyteService epostbyte,
    Beslutsmejl beslutsmejl,
    TimeProvider klocka)
{
    public Task<Result<Radbeslut>?> GodkannAsync(long id, long radId, int version, CancellationToken ct) =>
        BeslutaAsync(id, radId, version, Acts.OrderRowApproved, async (bestallning, rad, skola) =>
        {
            var brev = await db.Synliga<Kontobrev>().CountAsync(b => b.SkolaId == skola.Id, ct);
            var svar = await VerkstallAsync(bestallning, rad, skola, ct);
            if (!svar.IsAccepted)
                return svar.Refusals[0];

            bestallning.Godkann(rad, anvandare.KontoId, svar.Value, klocka.UtcNu());
            audit.Add(Acts.OrderRowApproved, AuditObjects.Behorighetsbestallning, id, skola.Id, changes: bestallning.Radtext(rad));
            await SparaOchMeddelaAsync(bestallning, rad, skola, ct);
            if (rad.Slag == Bestallningsradslag.Avanmalan)
                await sessioner.AvslutaOmTomtAsync(svar.Value, ct);
            if (rad.TidigareKontoId is { } tidigare)
                await sessioner.AvslutaOmTomtAsync(tidigare, ct);
            return new Radbeslut(bestallning, await db.Synliga<Kontobrev>().CountAsync(b => b.SkolaId == skola.Id, ct) > brev);
        }, ct);

    public Task<Result<Radbeslut>?> AvslaAsync(long id, long radId, int version, string? skal, CancellationToken ct)
    {
        var text = (skal ?? "").Trim();
        return BeslutaAsync(id, radId, version, Acts.OrderRowRefused, async (bestallning, rad, skola) =>
        {
            if (text.Length is 0 or > Bestallningsrad.MaxSkal)
                return new SkalSaknas();
            if (Personnummermask.Finns(text))
                return new PersonnummerITexten("Skal");

            bestallning.Avsla(rad, anvandare.KontoId, text, klocka.UtcNu());
            audit.Add(Acts.OrderRowRefused, AuditObjects.Behorighetsbestallning, id, skola.Id, text, bestallning.Radtext(rad));
            await SparaOchMeddelaAsync(bestallning, rad, skola, ct);
            return new Radbeslut(bestallning, false);
        }, ct);
    }

    /// <summary>Asks the school about the order; its behörighetsansvariga are told by mail.</summary>
    public async Task<Result<Behorighetsbestallning>?> FragaAsync(long id, int version, string? text, CancellationToken ct)
    {
        if (await LaddaAsync(id, ct) is not { } bestallning)
            return null;

        var fraga = (text ?? "").Trim();
        Refusal? nej = bestallning.Status == Bestallningsstatus.VantarPaSkolan ? new BestallningenVantar()
            : !bestallning.ArOppen ? new BestallningenStangd(bestallning.Status)
            : bestallning.Version != version ? new BestallningenAndrad()
            : fraga.Length is 0 or > Bestallningsfraga.MaxText ? new FragaSaknas()
            : Personnummermask.Finns(fraga) ? new PersonnummerITexten("Text")
            : null;
        if (nej is null)
        {
            var skola = await db.Skolor.SingleAsync(s => s.Id == bestallning.SkolaId, ct);
            bestallning.Fraga(fraga, anvandare.KontoId, klocka.UtcNu());
            audit.Add(Acts.OrderQuestionAsked, AuditObjects.Behorighetsbestallning, id, skola.Id);
            await beslutsmejl.FragaAsync(bestallning, skola, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return bestallning;
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                nej = new BestallningenAndrad();
            }
        }

        await audit.AddRefusalAsync(Acts.OrderQuestionAsked, AuditObjects.Behorighetsbestallning, id, bestallning.SkolaId, nej.Code);
        return nej;
    }

    private async Task<Result<Radbeslut>?> BeslutaAsync(
        long id,
        long radId,
        int version,
        string act,
        Func<Behorighetsbestallning, Bestallningsrad, Skola, Task<Result<Radbeslut>>> beslut,
        CancellationToken ct)
    {
        long? skolaId = null;
        var svar = await db.BeslutaAsync<Radbeslut>(
            async () =>
            {
                // Read inside the transaction: what another has just decided is seen here.
                if (await LaddaAsync(id, ct) is not { } bestallning || bestallning.Rader.SingleOrDefault(r => r.Id == radId) is not { } rad)
                    return null;

                skolaId = bestallning.SkolaId;
                return !bestallning.ArOppen ? new BestallningenStangd(bestallning.Status)
                    : rad.Status != Bestallningsradstatus.Vantar ? new RadenAvgjord()
                    : bestallning.Version != version ? new BestallningenAndrad()
                    : await beslut(bestallning, rad, await db.Skolor.SingleAsync(s => s.Id == bestallning.SkolaId, ct));
            },
            new BestallningenAndrad(),
            ct);
        if (svar is { IsAccepted: false })
            await audit.AddRefusalAsync(act, AuditObjects.Behorighetsbestallning, id, skolaId, svar.Refusals);
        return svar;
    }

    /// <summary>Does what the row orders.</summary>
    /// <returns>The account it came to concern. A refusal undoes the caller's transaction.</returns>
    private async Task<Result<long>> VerkstallAsync(Behorighetsbestallning bestallning, Bestallningsrad rad, Skola skola, CancellationToken ct)
    {
        var slag = rad.Slag.Behorighet();
        // Somebody who works both at the school and at CSN does not decide what they have ordered.
        if (bestallning.SkickadAvKontoId == anvandare.KontoId)
            return new InteSigSjalv();
        if (behorigheter.Prova(skola, rad.KontoId ?? 0, slag) is { } nej)
            return nej;

        if (rad.KontoId is { } kontoId)
        {
            // One who has left is de-registered all the same: then giving back the account does not give back the right.
            if (await db.Synliga<Skolanvandare>().SingleOrDefaultAsync(
                a => a.SkolaId == skola.Id && a.KontoId == kontoId && (a.Avslutad == null || rad.Slag == Bestallningsradslag.Avanmalan), ct) is not { } person)
                return new AnvandarenHarSlutat();

            person.Ror(klocka.UtcNu());
        }
        else
        {
            var svar = await konton.LaggTillAsync(skola, rad.Person!, redanDuger: true, ct);
            if (!svar.IsAccepted)
                return svar.Refusals[0];

            kontoId = svar.Value.KontoId;
        }

        var varfor = $"Beställning {bestallning.Kvittensnummer}";
        return await (rad.Slag switch
        {
            Bestallningsradslag.AndradEpost => BytEpostAsync(kontoId, rad.Epost!, skola, varfor, ct),
            Bestallningsradslag.Avanmalan => behorigheter.TaBortAsync(skola, kontoId, slag, varfor, ct),
            Bestallningsradslag.NyBehorighetsansvarig => BytAnsvarigAsync(skola, kontoId, rad.TidigareKontoId, varfor, ct),
            _ => behorigheter.GeAsync(skola, kontoId, slag, null, varfor, ct),
        }) switch
        {
            // What was ordered is so already: nothing more to do.
            null or BehorighetenGallerRedan or BehorighetenGallerInte => kontoId,
            var nekad => nekad,
        };
    }

    private async Task<Refusal?> BytAnsvarigAsync(Skola skola, long kontoId, long? tidigareKontoId, string varfor, CancellationToken ct)
    {
        var nej = await behorigheter.GeAsync(skola, kontoId, Behorighetsslag.Behorighetsansvarig, null, varfor, ct);
        if (nej is not null and not BehorighetenGallerRedan || tidigareKontoId is not { } tidigare)
            return nej;

        return await behorigheter.TaBortAsync(skola, tidigare, Behorighetsslag.Behorighetsansvarig, varfor, ct);
    }

    private async Task<Refusal?> BytEpostAsync(long kontoId, string epost, Skola skola, string varfor, CancellationToken ct)
    {
        var normaliserad = epost.ToUpperInvariant();
        if (await db.Konton.AnyAsync(k => k.Id != kontoId && k.NormalizedEmail == normaliserad, ct))
            return new EpostUpptagen();

        if (await db.Behorigheter.AnyAsync(b => b.KontoId == kontoId && b.SkolaId == null, ct))
            return new KontotDelas();

        var konto = await db.Konton.SingleAsync(k => k.Id == kontoId, ct);
        var tidigare = konto.Email;
        konto.AndraUppgifter(konto.Namn, epost, konto.PhoneNumber);
        audit.Add(Acts.AccountDetailsChanged, AuditObjects.Konto, kontoId, skola.Id, varfor, "E-post: ändrad");
        await epostbyte.FoljAsync(konto, tidigare, skola.Id, ct);
        return null;
    }

    /// <summary>Saved first: whom the school's mails go to is asked of what the decision made.</summary>
    private async Task SparaOchMeddelaAsync(Behorighetsbestallning bestallning, Bestallningsrad rad, Skola skola, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await beslutsmejl.BeslutAsync(bestallning, rad, skola, ct);
        await db.SaveChangesAsync(ct);
    }

    private Task<Behorighetsbestallning?> LaddaAsync(long id, CancellationToken ct) =>
        db.Nationellt<Behorighetsbestallning>().Include(b => b.Rader).Include(b => b.Fragor)
            .SingleOrDefaultAsync(b => b.Id == id && b.Status != Bestallningsstatus.Utkast, ct);
}
