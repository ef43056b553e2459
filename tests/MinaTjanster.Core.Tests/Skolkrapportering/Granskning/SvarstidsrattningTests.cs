using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

public sealed class SvarstidsrattningTests
{
    /// <summary>As a database stands after an upgrade from when the time counted from the question's decision.</summary>
    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task DaysOfAQuestionThatIsNotPosted_AreTakenBack_Once(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (oskickad, skickad) = (await FragatAsync(varld), await FragatAsync(varld));
        await using var db = varld.Databas.Alla();
        DateOnly dag = new(2026, 12, 6);
        await db.SkrivAsync(() => db.Nationellt<Arende>().ExecuteUpdateAsync(rad => rad.SetProperty(a => a.StudentenSvararSenast, dag)));
        await db.SkrivAsync(() => db.Nationellt<Skolkbeslut>().Where(b => b.Slag == Skolkbeslutsslag.Kommunicering).ExecuteUpdateAsync(rad => rad.SetProperty(b => b.SvarSenast, dag)));
        await db.SkrivAsync(() => db.Nationellt<Skolkbeslut>().Where(b => b.ArendeId == skickad).ExecuteUpdateAsync(rad => rad.SetProperty(b => b.Skickad, Granskningsvarld.Inkom(90))));

        (await Svarstidsrattning.RattaAsync(varld.Databas.NyDb, default)).ShouldBe(2);
        (await Svarstidsrattning.RattaAsync(varld.Databas.NyDb, default)).ShouldBe(0);

        var dagar = await db.Nationellt<Arende>().AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.StudentenSvararSenast);
        (dagar[oskickad], dagar[skickad]).ShouldBe((null, dag));
        var fragor = await db.Nationellt<Skolkbeslut>().AsNoTracking().Where(b => b.Slag == Skolkbeslutsslag.Kommunicering).ToDictionaryAsync(b => b.ArendeId, b => b.SvarSenast);
        (fragor[oskickad], fragor[skickad]).ShouldBe((null, dag));
    }

    private static async Task<long> FragatAsync(Granskningsvarld varld)
    {
        var id = (await varld.ArendeAsync(Arendestatus.Godkant)).Id;
        var version = await varld.SomAsync(varld.Greta, async a => (await a.Detaljer.HamtaAsync(id, default))!.Arende.Version);
        (await varld.SomAsync(varld.Greta, a => a.Service.KommuniceraAsync(id, version, [], default)))!.IsAccepted.ShouldBeTrue();
        return id;
    }
}
