using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Gallring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Sidomdomen;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Gallring;

/// <summary>Each kind: a row just inside its time stays, one just outside goes, on every database.</summary>
public sealed class GallringServiceTests
{
    private static readonly TimeSpan Sekund = TimeSpan.FromSeconds(1);
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly Testklocka _klocka = new();

    private DateTime Nu => _klocka.UtcNu();

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_BrokenUploads_GoWithTheirPartsAfterADay(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var fore = await RaknaAsync<Dokument>(databas);
        long gammalt, nytt, helt;
        await using (var db = databas.Alla())
        {
            var underlag = await NyttUnderlagAsync(db);
            gammalt = await LaggTillAsync(db, underlag, Nu - GallringService.PaborjatDokument - Sekund, komplett: false);
            nytt = await LaggTillAsync(db, underlag, Nu - GallringService.PaborjatDokument, komplett: false);
            helt = await LaggTillAsync(db, underlag, Nu - TimeSpan.FromDays(400), komplett: true);
        }

        (await GallraAsync(databas)).Dokument.ShouldBe(1);

        await using var efter = databas.Alla();
        (await efter.Nationellt<Dokument>().Where(d => new[] { gammalt, nytt, helt }.Contains(d.Id)).Select(d => d.Id).Order().ToListAsync(Ct)).ShouldBe([nytt, helt]);
        (await efter.Nationellt<Dokumentdel>().AnyAsync(d => d.DokumentId == gammalt, Ct)).ShouldBeFalse();
        (await efter.Nationellt<Dokumentdel>().CountAsync(d => d.DokumentId == nytt || d.DokumentId == helt, Ct)).ShouldBe(4);
        (await RaknaAsync<Dokument>(databas)).ShouldBe(fore + 2);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_BegunOrders_GoAfterThirtyDays_SentOnesStay(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        await using (var db = databas.Alla())
        {
            var skola = await db.Skolor.FirstAsync(Ct);
            var konto = await db.Konton.FirstAsync(Ct);
            db.Add(new Behorighetsbestallning(skola.Id, konto.Id, "gammal", Nu - GallringService.Utkast - Sekund));
            db.Add(new Behorighetsbestallning(skola.Id, konto.Id, "ny", Nu - GallringService.Utkast));
            var skickad = new Behorighetsbestallning(skola.Id, konto.Id, "skickad", Nu - GallringService.Utkast - Sekund);
            skickad.LaggTill(new Bestallningsrad(skola.Id, new(Bestallningsradslag.Avanmalan, KontoId: konto.Id)));
            skickad.Skicka("BB-9999-9999", konto.Id, Nu - GallringService.Utkast);
            db.Add(skickad);
            await db.SaveChangesAsync(Ct);
        }

        (await GallraAsync(databas)).Bestallningsutkast.ShouldBe(1);

        await using var efter = databas.Alla();
        (await efter.Nationellt<Behorighetsbestallning>().Select(b => b.Sandningsnyckel).Where(n => n.Length < 10).ToListAsync(Ct)).ShouldBe(["ny", "skickad"], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_Skolkutkast_GoAfterThirtyDays_DraftsOfUnderlagStay(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        await using (var db = databas.Alla())
        {
            await NyttUnderlagAsync(db);
            var student = await db.Studerande.IgnoreQueryFilters().FirstAsync(Ct);
            var konto = await db.Konton.FirstAsync(Ct);
            var formular = new Skolkformular(new Skolkuppgift(_klocka.SvenskDag().AddDays(-40), null, null, null, false));
            db.Add(new Skolkutkast(student.SkolaId, student.Id, konto.Id, "gammalt", formular, Nu - GallringService.Utkast - Sekund));
            db.Add(new Skolkutkast(student.SkolaId, student.Id, konto.Id, "nytt", formular, Nu - GallringService.Utkast));
            await db.SaveChangesAsync(Ct);
        }

        (await GallraAsync(databas)).Skolkutkast.ShouldBe(1);

        await using var efter = databas.Alla();
        (await efter.Nationellt<Skolkutkast>().Where(u => u.Nyckel == "gammalt" || u.Nyckel == "nytt").Select(u => u.Nyckel).ToListAsync(Ct)).ShouldBe(["nytt"]);
        (await efter.Nationellt<Franvarounderlag>().AnyAsync(u => u.Status == Underlagsstatus.Utkast && u.Skapad < Nu - TimeSpan.FromDays(300), Ct)).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_Handelseutkast_GoAfterThirtyDays_WithTheirRows(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        await using (var db = databas.Alla())
        {
            var student = await db.Studerande.IgnoreQueryFilters().FirstAsync(Ct);
            var konto = await db.Konton.FirstAsync(Ct);
            foreach (var (nyckel, skapad) in new[] { ("gammalt", Nu - GallringService.Utkast - Sekund), ("nytt", Nu - GallringService.Utkast) })
            {
                var utkast = new Handelseutkast(student.SkolaId, konto.Id, nyckel, Handelseslag.Franvaro, skapad);
                utkast.Satt([new(student.Id, new() { Slag = Handelseslag.Franvaro, ForstaDag = _klocka.SvenskDag() })]);
                db.Add(utkast);
            }

            await db.SaveChangesAsync(Ct);
        }

        (await GallraAsync(databas)).Handelseutkast.ShouldBe(1);

        await using var efter = databas.Alla();
        (await efter.Nationellt<Handelseutkast>().Include(u => u.Rader).SingleAsync(Ct)).Nyckel.ShouldBe("nytt");
        (await efter.Nationellt<Handelseutkastrad>().CountAsync(Ct)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_KeptForms_GoAfterEightHours(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        await using (var db = databas.Alla())
        {
            var konto = await db.Konton.FirstAsync(Ct);
            db.Add(new Sparatformular("gammalt", konto.Id, null, "/sida", [1], Nu - Sparatformular.Livslangd - Sekund));
            db.Add(new Sparatformular("nytt", konto.Id, null, "/sida", [1], Nu - Sparatformular.Livslangd));
            await db.SaveChangesAsync(Ct);
        }

        (await GallraAsync(databas)).Sparadeformular.ShouldBe(1);

        await using var efter = databas.Alla();
        (await efter.Sparadeformular.Select(f => f.Nyckel).ToListAsync(Ct)).ShouldBe(["nytt"]);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_Sessions_GoEightHoursAfterTheirEnd_WithTheirSearches(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var grans = Nu - Sparatformular.Livslangd;
        await using (var db = databas.Alla())
        {
            var konto = (await db.Konton.FirstAsync(Ct)).Id;
            var inaktivGrans = grans - Inloggningssession.Inaktivitetsgrans;
            await LaggTillSessionAsync(db, konto, "inaktiv-borta", inaktivGrans - Sekund, inaktivGrans - Sekund);
            await LaggTillSessionAsync(db, konto, "inaktiv-kvar", inaktivGrans, inaktivGrans);
            await LaggTillSessionAsync(db, konto, "lang-borta", grans - Inloggningssession.Langsta - Sekund, grans - Sekund);
            await LaggTillSessionAsync(db, konto, "lang-kvar", grans - Inloggningssession.Langsta, grans);
            await LaggTillSessionAsync(db, konto, "utloggad-borta", grans - TimeSpan.FromMinutes(5), grans - TimeSpan.FromMinutes(2), grans - Sekund);
            await LaggTillSessionAsync(db, konto, "utloggad-kvar", grans - TimeSpan.FromMinutes(5), grans - TimeSpan.FromMinutes(2), grans);
            await LaggTillSessionAsync(db, konto, "pagar-kvar", Nu - TimeSpan.FromHours(2), Nu);
        }

        (await GallraAsync(databas)).Sessioner.ShouldBe(3);

        await using var efter = databas.Alla();
        (await efter.Inloggningssessioner.Select(s => s.NyckelHash).OrderBy(n => n).ToListAsync(Ct))
            .ShouldBe(["inaktiv-kvar", "lang-kvar", "pagar-kvar", "utloggad-kvar"]);
        (await efter.Sokningar.CountAsync(Ct)).ShouldBe(4);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_Mail_GoesAfterThirtyDaysSentAndNinetyFailed_NeverWhileItWaits(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        await using (var db = databas.Alla())
        {
            LaggTillMejl(db, "skickat-borta", Nu - GallringService.SkickadeMejl - Sekund, m => m.HarSkickats(Nu - GallringService.SkickadeMejl - Sekund));
            LaggTillMejl(db, "skickat-kvar", Nu - GallringService.SkickadeMejl, m => m.HarSkickats(Nu - GallringService.SkickadeMejl));
            LaggTillMejl(db, "misslyckat-borta", Nu - GallringService.MisslyckadeMejl - Sekund, m => m.HarMisslyckats("fel", null));
            LaggTillMejl(db, "misslyckat-kvar", Nu - GallringService.MisslyckadeMejl, m => m.HarMisslyckats("fel", null));
            LaggTillAttrapp(db, "attrapp-borta", Nu - GallringService.Attrappmejl - Sekund);
            LaggTillAttrapp(db, "attrapp-kvar", Nu - GallringService.Attrappmejl);
            LaggTillMejl(db, "vantar-kvar", Nu - TimeSpan.FromDays(400), _ => { });
            await db.SaveChangesAsync(Ct);
        }

        (await GallraAsync(databas)).Mejl.ShouldBe(3);

        await using var efter = databas.Alla();
        (await efter.UtgaendeMejl.Select(m => m.Amne).OrderBy(a => a).ToListAsync(Ct)).ShouldBe(["attrapp-kvar", "misslyckat-kvar", "skickat-kvar", "vantar-kvar"]);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_Codes_GoAfterADay_WithTheirNamesRow(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        await using (var db = databas.Alla())
        {
            foreach (var (namn, tid) in new[] { ("borta", Nu - GallringService.Engangskoder - Sekund), ("kvar", Nu - GallringService.Engangskoder) })
            {
                db.Add(new Engangskod(namn, namn, null, "", "", tid, tid));
                db.Add(new Kodsparr(namn, tid));
            }

            await db.SaveChangesAsync(Ct);
        }

        (await GallraAsync(databas)).Engangskoder.ShouldBe(1);

        await using var efter = databas.Alla();
        (await efter.Engangskoder.Select(k => k.NyckelHash).ToListAsync(Ct)).ShouldBe(["kvar"]);
        (await efter.Kodsparrar.Select(k => k.Nyckel).ToListAsync(Ct)).ShouldBe(["kvar"]);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_Locks_GoWhenTheyAreOut(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        var sparrar = Sparrar(databas);
        var nyckel = InloggningssparrService.Nyckel("okand");
        for (var i = 0; i < 3; i++)
        {
            await sparrar.RaknaAsync(nyckel, Ct);
        }

        (await GallraAsync(databas)).Sparrar.ShouldBe(0);
        _klocka.Flytta(TimeSpan.FromMinutes(30));
        (await GallraAsync(databas)).Sparrar.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_CommentsAboutPages_GoAfterTheirTime_TheAnswersStay(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        var grans = _klocka.SvenskDag().AddDays(-new Sidsvarsinstallning().KommentarDagar);
        await using (var db = databas.Alla())
        {
            db.AddRange(new Sidsvar("/tillganglighet", "a", true, "Gammal", grans.AddDays(-1)), new Sidsvar("/tillganglighet", "b", false, "Ny", grans));
            await db.SaveChangesAsync(Ct);
        }

        (await GallraAsync(databas)).Sidkommentarer.ShouldBe(1);
        (await GallraAsync(databas)).Sidkommentarer.ShouldBe(0);

        await using var efter = databas.Alla();
        (await efter.Sidsvar.OrderBy(s => s.Nyckel).Select(s => s.Kommentar).ToListAsync(Ct)).ShouldBe([null, "Ny"]);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_ListsOfAbsence_GoAfterTheirTime_WithTheirBytesAndWhatWasChosen(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var tid = TimeSpan.FromDays(new Franvarocoachinstallning().ListaDagar);
        long gammal, ny;
        await using (var db = databas.Alla())
        {
            gammal = await ListaAsync(db, Nu - tid - Sekund, valt: Nu - GallringService.Listurval);
            ny = await ListaAsync(db, Nu - tid);
        }

        (await GallraAsync(databas)).Dokument.ShouldBe(1);
        (await GallraAsync(databas)).Dokument.ShouldBe(0);

        await using var efter = databas.Alla();
        (await efter.Nationellt<Franvarolista>().Where(l => l.Id == gammal || l.Id == ny).Select(l => l.Id).ToListAsync(Ct)).ShouldBe([ny]);
        (await efter.Nationellt<Franvarourval>().Where(u => u.FranvarolistaId == gammal || u.FranvarolistaId == ny).Select(u => u.FranvarolistaId).ToListAsync(Ct)).ShouldBe([ny]);
        (await efter.Nationellt<Franvarourvalsrad>().CountAsync(Ct)).ShouldBe(1);
        (await efter.Nationellt<Dokument>().CountAsync(d => d.Typ == Dokumenttyp.Franvarolista, Ct)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_ListsOfAbsence_GoAfterAsManyDaysAsTheSettingSays(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        long gammal, ny;
        await using (var db = databas.Alla())
        {
            gammal = await ListaAsync(db, Nu - TimeSpan.FromDays(7) - Sekund);
            ny = await ListaAsync(db, Nu - TimeSpan.FromDays(7));
        }

        (await GallraAsync(databas, listaDagar: 60)).Dokument.ShouldBe(0);
        (await GallraAsync(databas, listaDagar: 7)).Dokument.ShouldBe(1);

        await using var efter = databas.Alla();
        (await efter.Nationellt<Franvarolista>().Where(l => l.Id == gammal || l.Id == ny).Select(l => l.Id).ToListAsync(Ct)).ShouldBe([ny]);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Gallra_AListThatIsBeingReportedFrom_WaitsForTheHour(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        await using (var db = databas.Alla())
            await ListaAsync(db, Nu - TimeSpan.FromDays(40), valt: Nu - GallringService.Listurval + Sekund);

        (await GallraAsync(databas)).Dokument.ShouldBe(0);
        _klocka.Flytta(Sekund);
        (await GallraAsync(databas)).Dokument.ShouldBe(1);
    }

    private static async Task<long> ListaAsync(PortalDbContext db, DateTime uppladdad, DateTime? valt = null)
    {
        var student = await db.Nationellt<Studerande>().FirstAsync(Ct);
        var konto = (await db.Konton.FirstAsync(Ct)).Id;
        var dokument = new Dokument(student.SkolaId, null, "franvaro.csv", konto, uppladdad);
        dokument.Slutfor(Dokumenttyp.Franvarolista, 1, new string('0', 64), 0);
        db.Add(dokument);
        await db.SaveChangesAsync(Ct);
        var lista = new Franvarolista(student.SkolaId, dokument.Id, konto, uppladdad, null);
        db.AddRange(lista, new Dokumentdel(student.SkolaId, dokument.Id, 0, [1]));
        await db.SaveChangesAsync(Ct);
        db.Add(new Franvarourval(student.SkolaId, lista.Id, konto, Hemlighet.Ny(), [new(student.SkolaId, student.Id, Hemlighet.Ny(), new(new(2026, 10, 5), null, 320, 4, false))], valt ?? uppladdad));
        await db.SaveChangesAsync(Ct);
        return lista.Id;
    }

    private Task<Gallringsresultat> GallraAsync(Testdatabas databas, int? listaDagar = null) =>
        new GallringService(
            databas.NyDb, Sparrar(databas), new Materialgallring(), new Sidsvarsinstallning(), listaDagar is { } dagar ? new Franvarocoachinstallning(dagar) : new Franvarocoachinstallning(), _klocka).GallraAsync(Ct);

    private InloggningssparrService Sparrar(Testdatabas databas) => new(databas.NyDb, _klocka, new Sparrinstallning());

    private static async Task<int> RaknaAsync<T>(Testdatabas databas)
        where T : class, ISkolagd
    {
        await using var db = databas.Alla();
        return await db.Nationellt<T>().CountAsync(Ct);
    }

    /// <summary>A draft of an underlag, older than everything that is purged.</summary>
    private async Task<Franvarounderlag> NyttUnderlagAsync(PortalDbContext db)
    {
        var student = await db.Nationellt<Studerande>().FirstAsync(Ct);
        var konto = (await db.Konton.FirstAsync(Ct)).Id;
        var tid = Nu - TimeSpan.FromDays(400);
        var rapport = new Skolkrapport(
            student.SkolaId, student.Id, new Skolkuppgift(tid.SvenskDag(), null, null, null, false), "SK-GALLRING", "gallring-sk", konto, tid, tid.SvenskDag());
        db.Add(rapport);
        await db.SaveChangesAsync(Ct);
        var underlag = new Franvarounderlag(student.SkolaId, rapport.Id, Ankomstsatt.Portal, "gallring-ul", konto, tid);
        db.Add(underlag);
        await db.SaveChangesAsync(Ct);
        return underlag;
    }

    private static async Task<long> LaggTillAsync(PortalDbContext db, Franvarounderlag underlag, DateTime tid, bool komplett)
    {
        var dokument = new Dokument(underlag.SkolaId, underlag.Id, "frånvaro.pdf", underlag.SkapadAvKontoId, tid);
        if (komplett)
        {
            dokument.Slutfor(Dokumenttyp.Pdf, 2, new string('0', 64), 1);
        }

        db.Add(dokument);
        await db.SaveChangesAsync(Ct);
        db.Add(new Dokumentdel(underlag.SkolaId, dokument.Id, 0, [1]));
        db.Add(new Dokumentdel(underlag.SkolaId, dokument.Id, 1, [2]));
        await db.SaveChangesAsync(Ct);
        return dokument.Id;
    }

    private static async Task LaggTillSessionAsync(PortalDbContext db, long kontoId, string nyckel, DateTime skapad, DateTime senastAktiv, DateTime? avslutad = null)
    {
        var session = new Inloggningssession(nyckel, kontoId, null, skapad);
        db.Add(session);
        db.Entry(session).Property(s => s.SenastAktiv).CurrentValue = senastAktiv;
        db.Entry(session).Property(s => s.Avslutad).CurrentValue = avslutad;
        await db.SaveChangesAsync(Ct);
        db.Add(new Sokning(session.Id, "nyckel", "Ek", skapad));
        await db.SaveChangesAsync(Ct);
    }

    private static void LaggTillAttrapp(PortalDbContext db, string amne, DateTime tid)
    {
        var klocka = new Testklocka();
        klocka.Flytta(tid - klocka.UtcNu());
        new MejlService(db, klocka, Testskydd.Mejl).AddAttrapp(amne, "Text");
    }

    private static void LaggTillMejl(PortalDbContext db, string amne, DateTime tid, Action<UtgaendeMejl> andring)
    {
        var mejl = new UtgaendeMejl("anna@example.org", amne, "Text", tid);
        andring(mejl);
        db.Add(mejl);
    }
}
