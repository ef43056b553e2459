using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>Whom schools turn to about CSN-order (domain.md section 8; settings <c>CsnOrder:Epost</c> and <c>CsnOrder:Telefon</c>).</summary>
public sealed record Csnorderkontakt(string Epost = "csn-order@csn.se", string Telefon = "060-18 62 10")
{
    /// <summary>For a link: +4660186210.</summary>
    public string Telefonlank => "tel:+46" + string.Concat(Telefon.Where(char.IsAsciiDigit)).TrimStart('0');
}

/// <summary>The mails to whom ordered. The caller saves.</summary>
public sealed class Materialmejl(PortalDbContext db, MejlService mejl, Portaladress adress, Csnorderkontakt kontakt)
{
    public Task SkickadAsync(Materialbestallning b, CancellationToken ct) =>
        MejlaAsync(
            b,
            $"Din beställning {b.Kvittensnummer} är skickad",
            $"Material som du har beställt i CSN-order är skickat till {b.Mottagare}.",
            [.. b.Rader.Where(r => r.Skickat > 0).Select(r => (r.Benamning, r.Skickat))],
            ct);

    /// <param name="fore">How many of each line had been sent before this parcel.</param>
    public Task RestSkickadAsync(Materialbestallning b, IReadOnlyDictionary<long, int> fore, CancellationToken ct) =>
        MejlaAsync(
            b,
            $"{(b.HarRest ? "En del av resten" : "Resten")} av din beställning {b.Kvittensnummer} är skickad",
            $"Material som var restnoterat i din beställning har kommit in i lagret och är skickat till {b.Mottagare}.",
            [.. b.Rader.Where(r => r.Skickat > fore[r.Id]).Select(r => (r.Benamning, r.Skickat - fore[r.Id]))],
            ct);

    private async Task MejlaAsync(Materialbestallning b, string amne, string inledning, IReadOnlyList<(string Benamning, int Antal)> rader, CancellationToken ct)
    {
        var till = await db.Konton.Where(k => k.Id == b.BestalldAvKontoId).Select(k => new { k.Id, k.Email }).SingleAsync(ct);
        if (!Kontouppgifter.ArEpost(till.Email ?? ""))
            return;

        var rest = b.Rader.Where(r => r.Rest > 0).Select(r => $"{r.Benamning}: {r.Rest} st").ToList();
        mejl.Add(
            till.Email!,
            amne,
            $"""
            Hej!

            {inledning}

            Det här är skickat:
            {string.Join('\n', rader.Select(r => $"{r.Benamning}: {r.Antal} st"))}
            {(rest.Count == 0 ? "" : $"\nDet här är restnoterat. Det skickas när det har kommit in i lagret, och då får du ett nytt mejl:\n{string.Join('\n', rest)}\n")}
            Beställningen finns i Mina tjänster:
            {adress.Till($"/csn-order/bestallningar/{b.Id}")}

            Har du frågor? Kontakta CSN:s blankettservice, {kontakt.Epost} eller {kontakt.Telefon}.

            Mina tjänster, CSN
            """,
            till.Id);
    }
}
