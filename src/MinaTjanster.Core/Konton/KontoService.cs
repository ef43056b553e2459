using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Makes users of a school: a new account, whose username goes by letter, or the school added to the account a person has already.
/// </summary>
public sealed class KontoService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    /// <summary>Makes the user and saves. Which schools the signed-in person may do it at is asked by the page's right.</summary>
    public async Task<Result<Skolanvandare>> SkapaAsync(Skola skola, Kontouppgifter uppgifter, CancellationToken ct)
    {
        // The same person, or the same username, added at the same moment: the second try sees which.
        var svar = (await db.BeslutaAsync<Skolanvandare>(
            async () =>
            {
                var tillagd = await LaggTillAsync(skola, uppgifter, ct);
                if (tillagd.IsAccepted)
                    await db.SaveChangesAsync(ct);
                return tillagd;
            },
            new KontotSkapadesInte(),
            ct))!;
        if (!svar.IsAccepted)
            await audit.AddRefusalAsync(Acts.AccountCreated, AuditObjects.Konto, null, skola.Id, svar.Refusals);
        return svar;
    }

    /// <summary>
    /// As <see cref="SkapaAsync"/> for decisions that do more: inside the caller's transaction, which the caller ends by saving. The account is
    /// saved already when this returns, so that its id is known. A person who is a user of the school already is answered as such.
    /// </summary>
    public Task<Result<Skolanvandare>> LaggTillAsync(Skola skola, Kontouppgifter uppgifter, CancellationToken ct) =>
        LaggTillAsync(skola, uppgifter, redanDuger: false, ct);

    /// <inheritdoc cref="LaggTillAsync(Skola, Kontouppgifter, CancellationToken)"/>
    /// <param name="redanDuger">A person who is a user of the school already is the answer, not a refusal: the caller gives them something.</param>
    public async Task<Result<Skolanvandare>> LaggTillAsync(Skola skola, Kontouppgifter uppgifter, bool redanDuger, CancellationToken ct)
    {
        var (konto, nej) = await HittaAsync(uppgifter, ct);
        if (nej is not null)
            return nej;

        var nu = klocka.UtcNu();
        if (konto is null)
        {
            konto = new Konto(await LedigtNamnAsync(uppgifter.Namn, ct), uppgifter.Namn, uppgifter.Epost, uppgifter.Telefon, uppgifter.Personnummer);
            db.Add(konto);
            await db.SaveChangesAsync(ct);
            db.Add(new Kontobrev(skola.Id, konto.Id, nu));
            audit.Add(Acts.AccountCreated, AuditObjects.Konto, konto.Id, skola.Id);
        }
        else
        {
            if (await db.Synliga<Skolanvandare>().SingleOrDefaultAsync(a => a.SkolaId == skola.Id && a.KontoId == konto.Id, ct) is { } tidigare)
            {
                if (tidigare.ArAktiv)
                {
                    // Somebody who ends the account at this moment is told that the page is old.
                    tidigare.Ror(nu);
                    return redanDuger ? tidigare : new RedanAnvandare();
                }

                // Ended before: the person comes back, with no right of then.
                tidigare.Aterstall(nu);
                audit.Add(Acts.AccountSchoolAdded, AuditObjects.Konto, konto.Id, skola.Id);
                return tidigare;
            }

            audit.Add(Acts.AccountSchoolAdded, AuditObjects.Konto, konto.Id, skola.Id);
            if (Kontouppgifter.ArEpost(konto.Email ?? ""))
                mejl.Add(konto.Email!, $"Du är nu användare för {skola.Namn}", SkolanTillagd(skola), konto.Id);
        }

        var person = new Skolanvandare(skola.Id, konto.Id, nu, anvandare.KontoId);
        db.Add(person);
        return person;
    }

    /// <summary>
    /// The account of this very person, if there is one: the same personnummer or the same e-mail address, and the other facts must not speak
    /// against it. Somebody who knows one fact only learns nothing of the rest.
    /// </summary>
    private async Task<(Konto? Konto, Refusal? Nej)> HittaAsync(Kontouppgifter uppgifter, CancellationToken ct)
    {
        var epost = uppgifter.Epost.ToUpperInvariant();
        var nummer = uppgifter.Personnummer;
        var traffar = await db.Konton.Where(k => k.NormalizedEmail == epost || (nummer != null && k.Personnummer == nummer)).Take(3).ToListAsync(ct);
        if (traffar.Count == 0)
            return (null, null);

        var samma = traffar.Count == 1
            && SvenskText.Folda(traffar[0].Namn) == SvenskText.Folda(uppgifter.Namn)
            && traffar[0].NormalizedEmail == epost
            && (nummer is null || traffar[0].Personnummer is null || traffar[0].Personnummer == nummer)
            && !await db.Behorigheter.AnyAsync(b => b.KontoId == traffar[0].Id && b.SkolaId == null, ct);
        return samma ? (traffar[0], null) : (null, new AnnatKontoFinns());
    }

    private async Task<string> LedigtNamnAsync(string namn, CancellationToken ct)
    {
        var stam = Anvandarnamn.Stam(namn);
        var borjan = Konto.Normalisera(stam);
        return Anvandarnamn.Ledigt(stam, await db.Konton.Where(k => k.NormalizedUserName!.StartsWith(borjan)).Select(k => k.UserName!).ToListAsync(ct));
    }

    private string SkolanTillagd(Skola skola) =>
        $"""
        Hej!

        Ditt konto i Mina tjänster gäller nu också för {skola.Namn} (skolkod {skola.Skolkod}). Du loggar in som vanligt och väljer skola på startsidan.
        {adress.Till("/")}

        Har du frågor? Kontakta skolans behörighetsadministratör. Det går inte att svara på det här mejlet.

        Mina tjänster, CSN
        """;
}
