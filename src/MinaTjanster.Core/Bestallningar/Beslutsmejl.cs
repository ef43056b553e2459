using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Bestallningar;

/// <summary>
/// Tells of CSN's questions and decisions about an order: the school's behörighetsansvariga as they are when the decision is saved, whoever ordered,
/// and each person that a row concerns. No names and no reasons: a mail is read by more than its reader. The caller saves, before and after.
/// </summary>
public sealed class Beslutsmejl(PortalDbContext db, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    private const string Slut =
        """
        Det går inte att svara på det här mejlet.

        Mina tjänster, CSN
        """;

    /// <summary>To those who can answer.</summary>
    public async Task FragaAsync(Behorighetsbestallning bestallning, Skola skola, CancellationToken ct)
    {
        foreach (var (epost, kontoId) in await AnsvarigaAsync(skola, ct))
        {
            mejl.Add(
                epost,
                $"CSN har en fråga om beställning {bestallning.Kvittensnummer}",
                $"""
                Hej!

                CSN behöver veta mer om beställning {bestallning.Kvittensnummer} av behörighet för {Namn(skola)}.

                Läs frågan och svara här:
                {adress.Till($"/behorighetsbestallningar/{bestallning.Id}")}

                {Slut}
                """,
                kontoId);
        }
    }

    /// <summary>The row's persons, and the school once every row is decided.</summary>
    public async Task BeslutAsync(Behorighetsbestallning bestallning, Bestallningsrad rad, Skola skola, CancellationToken ct)
    {
        if (rad.Status == Bestallningsradstatus.Godkand)
            await GodkandAsync(rad, skola, ct);
        else
            await AvslagenAsync(rad, skola, ct);
        if (bestallning.Status == Bestallningsstatus.Avgjord)
            await AvgjordAsync(bestallning, skola, ct);
    }

    private async Task GodkandAsync(Bestallningsrad rad, Skola skola, CancellationToken ct)
    {
        var person = await db.Konton.SingleAsync(k => k.Id == rad.ResultatKontoId, ct);
        switch (rad.Slag)
        {
            case Bestallningsradslag.NyRapportor:
                Till(
                    person,
                    $"Du kan rapportera för {skola.Namn}",
                    $"CSN har godkänt att du rapporterar studerande för {Namn(skola)} i Mina tjänster.\n\n{Inloggning(person, "/")}");
                break;
            case Bestallningsradslag.Avanmalan:
                Till(
                    person,
                    $"Du rapporterar inte längre för {skola.Namn}",
                    $"Skolan har avanmält dig som rapportör, och CSN har avslutat din behörighet {Behorighetsslag.Studeranderapportering.Text()} för {Namn(skola)}. Andra behörigheter som du har gäller som förut, och det du har rapporterat finns kvar.");
                break;
            case Bestallningsradslag.NyBehorighetsansvarig:
                Till(
                    person,
                    $"Du är behörighetsansvarig för {skola.Namn}",
                    $"CSN har godkänt att du är behörighetsansvarig för {Namn(skola)}. Det är du som beställer behörigheter hos CSN för skolan.\n\n{Inloggning(person, "/behorighetsbestallningar")}");
                if (rad.TidigareKontoId is { } tidigare)
                {
                    Till(
                        await db.Konton.SingleAsync(k => k.Id == tidigare, ct),
                        $"Du är inte längre behörighetsansvarig för {skola.Namn}",
                        $"CSN har godkänt att {Namn(skola)} byter behörighetsansvarig. Uppdraget har gått över från dig till en annan person. Andra behörigheter som du har gäller som förut.");
                }

                break;
            default:
                // EpostbyteService tells both addresses.
                break;
        }
    }

    private async Task AvslagenAsync(Bestallningsrad rad, Skola skola, CancellationToken ct)
    {
        var (epost, kontoId) = rad.KontoId is { } id
            ? (await db.Konton.Where(k => k.Id == id).Select(k => k.Email).SingleAsync(ct), rad.KontoId)
            : (rad.Epost, null);
        var besked = rad.Slag switch
        {
            Bestallningsradslag.NyRapportor => $"Skolan har beställt behörigheten {Behorighetsslag.Studeranderapportering.Text()} åt dig för {Namn(skola)}. CSN har inte godkänt beställningen.",
            Bestallningsradslag.AndradEpost => $"{Namn(skola)} har beställt en ny e-postadress för ditt konto i Mina tjänster. CSN har inte godkänt beställningen, så den här adressen gäller som förut.",
            Bestallningsradslag.Avanmalan => $"Skolan har avanmält dig som rapportör för {Namn(skola)}. CSN har inte godkänt avanmälan, så dina behörigheter är desamma som förut.",
            _ => $"Skolan har föreslagit dig som behörighetsansvarig för {Namn(skola)}. CSN har inte godkänt förslaget.",
        };
        Till(epost, kontoId, "CSN har inte godkänt en beställning som gäller dig", $"{besked} Skälet har CSN lämnat till skolan.");
    }

    /// <summary>Whoever holds the role now gets the link; one who ordered and has left it since gets the outcome itself, for the page is closed to them.</summary>
    private async Task AvgjordAsync(Behorighetsbestallning bestallning, Skola skola, CancellationToken ct)
    {
        var amne = $"CSN har avgjort beställning {bestallning.Kvittensnummer}";
        var godkanda = bestallning.Rader.Count(r => r.Status == Bestallningsradstatus.Godkand);
        var besked =
            $"CSN har avgjort beställning {bestallning.Kvittensnummer} av behörighet för {Namn(skola)}. " +
            $"{godkanda} av {bestallning.Rader.Count} {(bestallning.Rader.Count == 1 ? "rad är godkänd" : "rader är godkända")}.";
        var ansvariga = await AnsvarigaAsync(skola, ct);
        foreach (var (epost, kontoId) in ansvariga)
        {
            mejl.Add(
                epost,
                amne,
                $"""
                Hej!

                {besked}

                Läs beslutet här:
                {adress.Till($"/behorighetsbestallningar/{bestallning.Id}")}

                {Slut}
                """,
                kontoId);
        }

        if (ansvariga.Any(a => a.KontoId == bestallning.SkickadAvKontoId))
            return;

        var rader = string.Join('\n', bestallning.Rader.Select(r => $"- {r.Slag.Text()}: {r.Status.Text().ToLowerInvariant()}"));
        Till(await db.Konton.SingleAsync(k => k.Id == bestallning.SkickadAvKontoId, ct), amne, $"{besked}\n\n{rader}\n\nDu är inte längre behörighetsansvarig för skolan. Den som är det nu kan läsa hela beslutet i Mina tjänster.");
    }

    private Task<IReadOnlyList<(string Epost, long KontoId)>> AnsvarigaAsync(Skola skola, CancellationToken ct) =>
        db.InnehavareAsync(Behorighetsslag.Behorighetsansvarig, skola.Id, klocka.SvenskDag(), ct);

    private void Till(Konto konto, string amne, string besked) => Till(konto.Email, konto.Id, amne, besked);

    private void Till(string? epost, long? kontoId, string amne, string besked)
    {
        if (!Kontouppgifter.ArEpost(epost ?? ""))
            return;

        mejl.Add(
            epost!,
            amne,
            $"""
            Hej!

            {besked}

            Har du frågor? Kontakta skolans behörighetsansvariga. {Slut}
            """,
            kontoId);
    }

    private string Inloggning(Konto konto, string vag) => konto.Inloggningsvag(adress.Till(vag));

    private static string Namn(Skola skola) => $"{skola.Namn} (skolkod {skola.Skolkod})";
}
