using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>Whom schools turn to about CSN-order (domain.md section 8; settings <c>CsnOrder:Epost</c> and <c>CsnOrder:Telefon</c>).</summary>
public sealed record Csnorderkontakt(string Epost = "csn-order@csn.se", string Telefon = "060-18 62 10")
{
    /// <summary>For a link: +4660186210.</summary>
    public string Telefonlank => Telefonnummer.Lank(Telefon);
}

/// <summary>The mails to whom ordered; when they have left CSN-order at the school, to those who hold it there. The caller saves.</summary>
public sealed class Materialmejl(PortalDbContext db, MejlService mejl, Portaladress adress, Csnorderkontakt kontakt, TimeProvider klocka)
{
    public Task SkickadAsync(Materialbestallning b, CancellationToken ct) =>
        MejlaSkickatAsync(
            b,
            vems => $"{vems} beställning {b.Kvittensnummer} är skickad",
            $"Material som är beställt i CSN-order är skickat till {b.Mottagare}.",
            [.. b.Rader.Where(r => r.Skickat > 0).Select(r => (r.Benamning, r.Skickat))],
            ct);

    /// <param name="fore">How many of each line had been sent before this parcel.</param>
    public Task RestSkickadAsync(Materialbestallning b, IReadOnlyDictionary<long, int> fore, CancellationToken ct) =>
        MejlaSkickatAsync(
            b,
            vems => $"{(b.HarRest ? "En del av resten" : "Resten")} av {vems.ToLowerInvariant()} beställning {b.Kvittensnummer} är skickad",
            $"Material som var restnoterat i beställningen har kommit in i lagret och är skickat till {b.Mottagare}.",
            [.. b.Rader.Where(r => r.Skickat > fore[r.Id]).Select(r => (r.Benamning, r.Skickat - fore[r.Id]))],
            ct);

    /// <param name="skal">As blankettservice wrote it.</param>
    public Task StrukenAsync(Materialbestallning b, Materialrad rad, int antal, string skal, CancellationToken ct) =>
        MejlaAsync(
            b,
            vems => b.ArStruken ? $"{vems} beställning {b.Kvittensnummer} kommer inte" : $"En del av {vems.ToLowerInvariant()} beställning {b.Kvittensnummer} kommer inte",
            $"""
            Det här var restnoterat i beställningen, och kommer inte att skickas:
            {rad.Benamning}: {antal} st

            Skälet: {skal}
            """,
            ct);

    private Task MejlaSkickatAsync(Materialbestallning b, Func<string, string> amne, string inledning, IReadOnlyList<(string Benamning, int Antal)> rader, CancellationToken ct)
    {
        var rest = b.Rader.Where(r => r.Rest > 0).Select(r => $"{r.Benamning}: {r.Rest} st").ToList();
        return MejlaAsync(
            b,
            amne,
            $"""
            {inledning}

            Det här är skickat:
            {string.Join('\n', rader.Select(r => $"{r.Benamning}: {r.Antal} st"))}{(rest.Count == 0 ? "" : $"\n\nDet här är restnoterat. Det skickas när det har kommit in i lagret, och då får du ett nytt mejl:\n{string.Join('\n', rest)}")}
            """,
            ct);
    }

    /// <param name="amne">Of "Din" or "Skolans", as the reader is who ordered or another.</param>
    private async Task MejlaAsync(Materialbestallning b, Func<string, string> amne, string text, CancellationToken ct)
    {
        var innehavare = await db.InnehavareAsync(Behorighetsslag.CsnOrder, b.SkolaId, klocka.SvenskDag(), ct);
        var bestallaren = innehavare.Where(i => i.KontoId == b.BestalldAvKontoId).ToList();
        foreach (var (epost, kontoId) in bestallaren.Count > 0 ? bestallaren : innehavare)
        {
            mejl.Add(
                epost,
                amne(kontoId == b.BestalldAvKontoId ? "Din" : "Skolans"),
                $"""
                Hej!

                {text}

                Beställningen finns i Mina tjänster:
                {adress.Till($"/csn-order/bestallningar/{b.Id}")}

                Har du frågor? Kontakta CSN:s blankettservice, {kontakt.Epost} eller {kontakt.Telefon}.

                Mina tjänster, CSN
                """,
                kontoId);
        }
    }
}
