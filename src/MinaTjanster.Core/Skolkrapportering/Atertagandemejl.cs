using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Tells whoever has the case that the school took its report back. The caller saves.</summary>
internal sealed class Atertagandemejl(PortalDbContext db, MejlService mejl)
{
    public async Task AddAsync(Skolkrapport rapport, Arende arende, CancellationToken ct)
    {
        if (arende.HandlaggareKontoId is not { } kontoId ||
            await db.Konton.Where(k => k.Id == kontoId).Select(k => k.Email).SingleOrDefaultAsync(ct) is not { Length: > 0 } adress)
        {
            return;
        }

        var skola = await db.Skolor.Where(s => s.Id == rapport.SkolaId).Select(s => new { s.Namn, s.Skolkod }).SingleAsync(ct);
        mejl.Add(
            adress,
            $"Ärende {rapport.Kvittensnummer} är återtaget",
            $"""
            Hej!

            {skola.Namn} ({skola.Skolkod}) har tagit bort rapporten {rapport.Kvittensnummer} efter en ny bedömning. Ärendet som du har är därför återtaget, och du behöver inte granska det mer.

            Skolans skäl, underlaget och historiken finns kvar i ärendet i Mina tjänster.

            Mina tjänster, CSN
            """);
    }
}
