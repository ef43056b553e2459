using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>How somebody became a user of a school.</summary>
public enum Tillaggssatt
{
    /// <summary>A new account, whose username goes by letter.</summary>
    NyttKonto,

    /// <summary>The school added to an account that the person had.</summary>
    SkolanTillagd,

    /// <summary>Back at a school where the account had ended.</summary>
    Tillbaka,
}

/// <summary>A user that was made, and how.</summary>
public sealed record NyAnvandare(Skolanvandare Person, string Anvandarnamn, Tillaggssatt Satt);

/// <summary>
/// Makes users of a school: a new account, whose username goes by letter, or the school added to the account a person has already.
/// </summary>
public sealed class KontoService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    /// <summary>Makes the user and saves. Which schools the signed-in person may do it at is asked by the page's right.</summary>
    /// <param name="annanPerson">The asker has said that it is somebody else than the user of the same name.</param>
    public async Task<Result<NyAnvandare>> SkapaAsync(Skola skola, Kontouppgifter uppgifter, bool annanPerson, CancellationToken ct)
    {
        // The same person, or the same username, added at the same moment: the second try sees which.
        var svar = (await db.BeslutaAsync<NyAnvandare>(
            async () =>
            {
                var tillagd = await TillAsync(skola, uppgifter, annanPerson ? Fraga.Redan : Fraga.RedanOchNamne, ct);
                if (!tillagd.IsAccepted)
                    return tillagd;

                if (tillagd.Value.Satt == Tillaggssatt.SkolanTillagd && await EpostAsync(tillagd.Value.Person.KontoId, ct) is { } epost)
                    mejl.Add(epost, $"Du är nu användare för {skola.Namn}", SkolanTillagd(skola), tillagd.Value.Person.KontoId);
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
    /// saved already when this returns, so that its id is known.
    /// </summary>
    /// <param name="redanDuger">A person who is a user of the school already is the answer, not a refusal: the caller gives them something, and tells them.</param>
    public async Task<Result<Skolanvandare>> LaggTillAsync(Skola skola, Kontouppgifter uppgifter, bool redanDuger, CancellationToken ct)
    {
        var svar = await TillAsync(skola, uppgifter, redanDuger ? Fraga.Inget : Fraga.Redan, ct);
        return svar.IsAccepted ? svar.Value.Person : Result<Skolanvandare>.Refused(svar.Refusals);
    }

    private async Task<Result<NyAnvandare>> TillAsync(Skola skola, Kontouppgifter uppgifter, Fraga fraga, CancellationToken ct)
    {
        var (konto, nej) = await HittaAsync(uppgifter, ct);
        if (nej is not null)
            return nej;

        var nu = klocka.UtcNu();
        var satt = Tillaggssatt.SkolanTillagd;
        if (konto is null)
        {
            if (fraga == Fraga.RedanOchNamne && await NamneAsync(skola, uppgifter.Namn, nu, ct) is { } namne)
                return namne;

            konto = new Konto(await LedigtNamnAsync(uppgifter.Namn, ct), uppgifter.Namn, uppgifter.Epost, uppgifter.Telefon, uppgifter.Personnummer);
            db.Add(konto);
            await db.SaveChangesAsync(ct);
            db.Add(new Kontobrev(skola.Id, konto.Id, nu));
            audit.Add(Acts.AccountCreated, AuditObjects.Konto, konto.Id, skola.Id);
            satt = Tillaggssatt.NyttKonto;
        }
        else
        {
            if (await db.Synliga<Skolanvandare>().SingleOrDefaultAsync(a => a.SkolaId == skola.Id && a.KontoId == konto.Id, ct) is { } tidigare)
            {
                if (tidigare.ArAktiv)
                {
                    // Somebody who ends the account at this moment is told that the page is old.
                    tidigare.Ror(nu);
                    return fraga == Fraga.Inget ? new NyAnvandare(tidigare, konto.UserName!, Tillaggssatt.SkolanTillagd) : new RedanAnvandare();
                }

                // Ended before: the person comes back, with no right of then.
                tidigare.Aterstall(nu);
                audit.Add(Acts.AccountSchoolAdded, AuditObjects.Konto, konto.Id, skola.Id);
                return new NyAnvandare(tidigare, konto.UserName!, Tillaggssatt.Tillbaka);
            }

            audit.Add(Acts.AccountSchoolAdded, AuditObjects.Konto, konto.Id, skola.Id);
        }

        var person = new Skolanvandare(skola.Id, konto.Id, nu, anvandare.KontoId);
        db.Add(person);
        return new NyAnvandare(person, konto.UserName!, satt);
    }

    /// <summary>The same person once more, by a slip in the address? Asked about the school's own users only.</summary>
    private async Task<Refusal?> NamneAsync(Skola skola, string namn, DateTime nu, CancellationToken ct)
    {
        var aldst = nu - Skolanvandare.Angertid;
        var foldat = SvenskText.Folda(namn);
        var anvandarna = await (
            from a in db.Synliga<Skolanvandare>()
            where a.SkolaId == skola.Id && (a.Avslutad == null || a.Avslutad >= aldst)
            join k in db.Konton on a.KontoId equals k.Id
            orderby k.Id
            select new { k.Namn, k.UserName }).ToListAsync(ct);
        var namnar = anvandarna.Where(k => SvenskText.Folda(k.Namn) == foldat).Select(k => k.UserName!).ToList();
        return namnar.Count == 0 ? null : new NamneFinns(namn, string.Join(", ", namnar));
    }

    private async Task<string?> EpostAsync(long kontoId, CancellationToken ct)
    {
        var epost = await db.Konton.Where(k => k.Id == kontoId).Select(k => k.Email).SingleAsync(ct);
        return Kontouppgifter.ArEpost(epost ?? "") ? epost : null;
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

        Ditt konto i Mina tjänster är nu kopplat också till {skola.Namn} (skolkod {skola.Skolkod}). Du har inte fått någon behörighet där än. Vad du ska kunna göra för skolan bestämmer skolans behörighetsadministratör och CSN.

        Vilka behörigheter du har ser du på Mitt konto, med samma inloggning som förut:
        {adress.Till("/mitt-konto")}

        Har du frågor? Kontakta skolans behörighetsadministratör. Det går inte att svara på det här mejlet.

        Mina tjänster, CSN
        """;

    /// <summary>What stands in the way of making somebody a user.</summary>
    private enum Fraga
    {
        /// <summary>Nothing: a user of the school already will do.</summary>
        Inget,

        /// <summary>That the person is a user of the school already.</summary>
        Redan,

        /// <summary>That too, and that a user of the school has the same name.</summary>
        RedanOchNamne,
    }
}
