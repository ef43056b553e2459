using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering;

/// <summary>What is done with the rows that were held.</summary>
public sealed class FilrattningTests
{
    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task CorrectedRow_IsJudgedByTheSameRule_AndStandsOnTheReceipt(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var jobb = await varld.SkickaAsync(Fil.Av(Fil.Start(Filvarld.Person(1)).Replace("NANAT0000", "N?", StringComparison.Ordinal)));
        var rad = (await varld.RaderAsync(jobb.Id)).Single();
        varld.Klocka.Flytta(TimeSpan.FromHours(2));

        var nej = await (await varld.SomDavidAsync()).Rattning.RattaAsync(jobb.Id, rad.Id, new Dictionary<string, string?> { ["studievagskod"] = "NANAT0000", ["sista_dag"] = "" }, default);
        nej!.Refusals.Single().ShouldBeOfType<FaltSaknas>();
        (await (await varld.SomDavidAsync()).Rattning.RattaAsync(jobb.Id, rad.Id, new Dictionary<string, string?> { ["studievagskod"] = "NANAT0000" }, default))!.IsAccepted.ShouldBeTrue();

        (await varld.HandelserAsync(Filvarld.Person(1))).Single().SandningId.ShouldBe(jobb.SandningId!.Value);
        (await varld.RaderAsync(jobb.Id)).ShouldBeEmpty();
        (await varld.JobbAsync(jobb.Id)).Rattade.ShouldBe(1);
        var arbete = await varld.SomDavidAsync();
        var handelse = await arbete.Db.Handelser.Include(h => h.Sandning).SingleAsync(h => h.SandningId == jobb.SandningId);
        var avsandare = (await new AvsandareQuery(arbete.Db).ForAsync(Personnummer.FranVarde(Filvarld.Person(1)), [handelse], default))[handelse.Id];
        avsandare.ShouldBe(new(varld.Klocka.UtcNu(), Personer.DavidAbdi.Namn, PaSkarmen: true));
        (await (await varld.SomDavidAsync()).Rattning.RattaAsync(jobb.Id, rad.Id, new Dictionary<string, string?>(), default))!.Refusals.Single().ShouldBeOfType<RadenRedanRattad>();
        await using var db = varld.Databas.Alla();
        (await db.AuditEvents.Where(e => e.Act == Acts.FileRowCorrected).Select(e => e.Outcome).ToListAsync()).ShouldBe(
            [AuditOutcome.Refused, AuditOutcome.Accepted, AuditOutcome.Refused], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Warning_IsAnsweredWithAnExplanation_KeptWithTheEvent(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        // A Sunday; and one that explains it at once.
        var jobb = await varld.SkickaAsync(Fil.Av(Fil.Start(Filvarld.Person(1), forsta: "2026-08-16"), Fil.Start(Filvarld.Person(2), forsta: "2026-08-16") + "Upprop på söndagen"));
        jobb.Varnade.ShouldBe(2);
        (await varld.HandelserAsync(Filvarld.Person(2))).Single().Forklaring.ShouldBe("Upprop på söndagen");
        var rad = (await varld.RaderAsync(jobb.Id, Filradstillstand.Varnad)).Single();

        (await (await varld.SomDavidAsync()).Rattning.BesvaraAsync(jobb.Id, rad.Id, " ", default))!.Refusals.Single().ShouldBeOfType<ForklaringSaknas>();
        (await (await varld.SomDavidAsync()).Rattning.BesvaraAsync(jobb.Id, rad.Id, "Upprop", default))!.IsAccepted.ShouldBeTrue();

        (await varld.HandelserAsync(Filvarld.Person(1))).Single().Forklaring.ShouldBe("Upprop");
        (await varld.RaderAsync(jobb.Id, Filradstillstand.Varnad)).ShouldBeEmpty();
        // A colleague who had the page open answers too: the first answer stands.
        (await (await varld.SomDavidAsync()).Rattning.BesvaraAsync(jobb.Id, rad.Id, "Något annat", default))!.Refusals.Single().ShouldBeOfType<RadenRedanRattad>();
        (await varld.HandelserAsync(Filvarld.Person(1))).Single().Forklaring.ShouldBe("Upprop");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RowTakenOffTheList_IsNeverSent(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var jobb = await varld.SkickaAsync(Fil.Av(Fil.Dag(Filvarld.Person(1), "31", "2026-09-07")));
        var rad = (await varld.RaderAsync(jobb.Id)).Single();

        (await (await varld.SomDavidAsync()).Rattning.TaBortAsync(jobb.Id, rad.Id, default))!.IsAccepted.ShouldBeTrue();

        (await varld.RaderAsync(jobb.Id, Filradstillstand.Borttagen)).Count.ShouldBe(1);
        (await (await varld.SomDavidAsync()).Rattning.TaBortAsync(jobb.Id, rad.Id, default))!.Refusals.Single().ShouldBeOfType<RadenRedanRattad>();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SeveralTakeTheSameRowOffTheList_OneOfThem(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var jobb = await varld.SkickaAsync(Fil.Av(Fil.Dag(Filvarld.Person(1), "31", "2026-09-07")));
        var rad = (await varld.RaderAsync(jobb.Id)).Single();
        var arbeten = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => varld.SomDavidAsync()));

        var svar = await Task.WhenAll(arbeten.Select(a => Task.Run(() => a.Rattning.TaBortAsync(jobb.Id, rad.Id, default))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals.Single() is RadenRedanRattad);
        (await varld.RaderAsync(jobb.Id, Filradstillstand.Borttagen)).Count.ShouldBe(1);
        await using var db = varld.Databas.Alla();
        (await db.AuditEvents.Where(e => e.Act == Acts.FileRowCorrected).Select(e => e.Outcome).ToListAsync()).ShouldBe(
            [AuditOutcome.Accepted, AuditOutcome.Refused, AuditOutcome.Refused, AuditOutcome.Refused], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TwoCorrectTheSameRow_OneOfThem(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var jobb = await varld.SkickaAsync(Fil.Av(Fil.Start(Filvarld.Person(1)).Replace("NANAT0000", "N?", StringComparison.Ordinal)));
        var rad = (await varld.RaderAsync(jobb.Id)).Single();
        var arbeten = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => varld.SomDavidAsync()));

        var svar = await Task.WhenAll(arbeten.Select(a => Task.Run(() => a.Rattning.RattaAsync(jobb.Id, rad.Id, new Dictionary<string, string?> { ["studievagskod"] = "NANAT0000" }, default))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        (await varld.HandelserAsync(Filvarld.Person(1))).Count.ShouldBe(1);
        (await varld.JobbAsync(jobb.Id)).Rattade.ShouldBe(1);
    }

    /// <summary>Sent again and still wrong: it waits where it was sent last, and in one place.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task RowRefusedOnceMore_WaitsInTheNewerFileOnly(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        string Fel(int nummer, string kod) => Fil.Start(Filvarld.Person(nummer)).Replace("NANAT0000", kod, StringComparison.Ordinal);
        var forsta = await varld.SkickaAsync(Fil.Av(Fel(1, "N?"), Fel(2, "N?"), Fel(3, "N?")));

        var andra = await varld.SkickaAsync(Fil.Av(Fel(1, "N!"), Fil.Start(Filvarld.Person(2))));

        (await varld.RaderAsync(forsta.Id)).Select(r => r.Personnummer!.Varde).ShouldBe([Filvarld.Person(3)]);
        (await varld.RaderAsync(forsta.Id, Filradstillstand.Ersatt)).Select(r => r.Personnummer!.Varde).ShouldBe([Filvarld.Person(1)]);
        (await varld.RaderAsync(forsta.Id, Filradstillstand.Rattad)).Select(r => r.Personnummer!.Varde).ShouldBe([Filvarld.Person(2)]);
        (await varld.RaderAsync(andra.Id)).Select(r => r.Personnummer!.Varde).ShouldBe([Filvarld.Person(1)]);
        // A test takes nothing off anybody's list.
        await varld.SkickaAsync(Fil.Av(Fel(3, "N!")), Filandamal.Testa);
        (await varld.RaderAsync(forsta.Id)).Count.ShouldBe(1);
    }

    /// <summary>The file of refused rows is mended in its columns and sent again as it is: the error column stays.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task FileOfRefusedRows_ReadsInAgain(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var jobb = await varld.SkickaAsync(Fil.Av(
            Fil.Start(Filvarld.Person(1)).Replace("NANAT0000", "N?", StringComparison.Ordinal).Replace("Nils", "=Nils", StringComparison.Ordinal), Fil.Start(Filvarld.Person(2))));
        using var csv = new MemoryStream();
        await Felfil.SkrivAsync(csv, (await varld.SomDavidAsync()).Filer.FelraderAsync(jobb.Id, default), default);
        var text = Encoding.UTF8.GetString(csv.ToArray());
        text.ShouldContain("'=Nils");
        text.ShouldContain("Studievägskoden är fel");

        var andra = await varld.SkickaAsync(text.Replace(";N?;", ";NANAT0000;", StringComparison.Ordinal));

        (andra.Godtagna, andra.Nekade, andra.Filvarningar).ShouldBe((1, 0, ""));
        await using var db = varld.Databas.Alla();
        (await db.Nationellt<MinaTjanster.Core.Studeranderapportering.Studerande>().CountAsync(s => s.Fornamn == "=Nils")).ShouldBe(1);
        (await varld.RaderAsync(jobb.Id)).ShouldBeEmpty();
    }
}
