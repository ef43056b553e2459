using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>News to all and to some, a draft; an outage that has been and one that is planned for a night.</summary>
internal sealed class Demodrift(PortalDbContext db, DateOnly idag, IReadOnlyDictionary<string, Konto> konton)
{
    public async Task LaggInAsync(CancellationToken ct)
    {
        var kontoId = konton["csnkon01"].Id;
        var alla = Enum.GetValues<Skolform>();
        var allaTjanster = Enum.GetValues<Drifttjanst>();
        var telefon = Nyhet("Partnertelefonen har stängt på julafton och nyårsafton", "På julafton och nyårsafton svarar vi inte i partnertelefonen.\n\nSkriv till oss under tiden, så svarar vi nästa vardag.", alla, -4);
        var skolk = Nyhet("Skicka frånvarounderlaget så snart det finns", "Ju tidigare underlaget kommer, desto tidigare kan vi pröva ärendet.\n\nUnderlaget ska visa dag, tid och att frånvaron är ogiltig.", [Skolform.Gymnasieskola], -11);
        telefon.Publicera();
        skolk.Publicera();
        db.AddRange(telefon, skolk, Nyhet("Nya blanketter i CSN-order efter årsskiftet", "De nya upplagorna kommer i januari.", alla, 0));
        var tjanster = new[] { Drifttjanst.Studeranderapportering, Drifttjanst.Ladok };
        db.AddRange(
            new Driftavbrott(
                new("Fel i överföringen från Ladok", "Filer gick inte att skicka. Felet är rättat, och det går att skicka som vanligt.", Kl(-9, 13, 10), Kl(-9, 15, 40), tjanster, alla, Laslage: false),
                Kvittensnummer.Skapa("DA", "7K4M29Q").Text,
                Hemlighet.Hash("demo-1"),
                kontoId,
                Kl(-9, 13, 25)),
            new Driftavbrott(
                new("Uppdatering av Mina tjänster", "Vi uppdaterar Mina tjänster på natten. Skicka det som är brådskande innan.", Kl(6, 3, 0), Kl(6, 4, 0), allaTjanster, alla, Laslage: true),
                Kvittensnummer.Skapa("DA", "8N5P3AR").Text,
                Hemlighet.Hash("demo-2"),
                kontoId,
                Kl(-3, 10, 0)));
        await db.SaveChangesAsync(ct);

        Nyhet Nyhet(string rubrik, string text, Skolform[] skolformer, int dag) =>
            new(new(rubrik, text, skolformer, idag.AddDays(dag), null), Hemlighet.Hash(rubrik), kontoId, Kl(dag - 1, 9, 0));
    }

    private DateTime Kl(int dag, int timme, int minut) => SvenskTid.TillUtc(idag.AddDays(dag), new(timme, minut));
}
