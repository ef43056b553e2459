using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

public sealed class RiskbeloppsfyllningTests
{
    /// <summary>As a database stands after an upgrade from before the amount was kept.</summary>
    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task CasesWithoutAnAmount_StandLast_UntilTheyHaveGotTheirs(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var gammalt = await varld.ArendeAsync(Arendestatus.AttGranska);
        var nytt = await varld.ArendeAsync(Arendestatus.AttGranska, minut: 1);
        var stangt = await varld.ArendeAsync(Arendestatus.Avslutat, minut: 2);
        await using var db = varld.Databas.Alla();
        await db.SkrivAsync(() => db.Nationellt<Arende>().Where(a => a.Id == gammalt.Id || a.Id == stangt.Id)
            .ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Riskbelopp, 0).SetProperty(a => a.Uppskattat, (DateTime?)null)));

        foreach (var riktning in Enum.GetValues<Koriktning>())
        {
            var ko = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(new Kofraga(Koflik.AttGranska, Kosortering.Belopp, riktning, 1), default));
            ko.Rader.Select(r => (r.ArendeId, r.Riskbelopp)).ShouldBe([(nytt.Id, 1_250), (gammalt.Id, null)]);
        }

        (await Riskbeloppsfyllning.FyllSaknadeAsync(varld.Databas.NyDb, varld.Klocka, NullLogger.Instance, default)).ShouldBe(1);
        (await Riskbeloppsfyllning.FyllSaknadeAsync(varld.Databas.NyDb, varld.Klocka, NullLogger.Instance, default)).ShouldBe(0);

        var fyllt = await db.Nationellt<Arende>().AsNoTracking().SingleAsync(a => a.Id == gammalt.Id);
        (fyllt.Riskbelopp, fyllt.Uppskattat, fyllt.Version).ShouldBe((1_250, varld.Klocka.GetUtcNow().UtcDateTime, gammalt.Version), "a page that is open is not old by it");
        (await db.Nationellt<Arende>().AsNoTracking().SingleAsync(a => a.Id == stangt.Id)).Uppskattat.ShouldBeNull("closed");
    }
}
