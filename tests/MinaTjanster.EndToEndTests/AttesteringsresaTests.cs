using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.EndToEndTests;

/// <summary>
/// The half-yearly attestation in a browser: the administrator confirms one right and leaves the other, is reminded, and what nobody confirmed
/// lapses; the reporter is told and cannot report any more.
/// </summary>
public sealed class AttesteringsresaTests : IAsyncLifetime
{
    private readonly Webblasare _webblasare = new();

    public ValueTask InitializeAsync() => _webblasare.InitializeAsync();

    public ValueTask DisposeAsync() => _webblasare.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Administrator_ConfirmsSome_TheRestLapses(bool medSkript)
    {
        var administrator = await _webblasare.InloggadAsync(Personer.BjornSvensson, medSkript);
        await administrator.GotoAsync("/");
        (await administrator.RubrikAsync()).ShouldBe("Identity Manager");
        await administrator.FoljAsync("Gå igenom behörigheterna");
        await administrator.GetByLabel("Behåll Studietider och utbildningar för Anna Lind").CheckAsync();
        await administrator.KlickaAsync("Bekräfta de markerade");
        await Assertions.Expect(administrator.Locator("main")).ToContainTextAsync("1 behörighet är kvar att bekräfta.");

        // Opened 19 November: reminders after two and four weeks, and a lapse in January, when the deadline of the 22nd is far enough away.
        var forfall = await ForfallodagAsync();
        forfall.ShouldBe(new DateOnly(2026, 12, 31));
        for (var dag = new DateOnly(2026, 11, 22); dag <= forfall; dag = dag.AddDays(1))
        {
            await using var scope = _webblasare.Portal.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AttesteringsjobbService>().BevakaAsync(CancellationToken.None);
            _webblasare.Portal.Klocka.Flytta(TimeSpan.FromDays(1));
        }

        var rapportor = await _webblasare.InloggadAsync(Personer.AnnaLind, medSkript);
        await rapportor.GotoAsync("/");
        await Assertions.Expect(rapportor.Locator("main")).ToContainTextAsync("Du har inte behörigheten Studeranderapportering");
        await rapportor.GotoAsync("/utvecklingspost");
        await Assertions.Expect(rapportor.Locator("main")).ToContainTextAsync("Din behörighet i Mina tjänster har upphört");
        (await rapportor.GetByText("Påminnelse: gå igenom behörigheterna").CountAsync()).ShouldBe(2);
    }

    private async Task<DateOnly> ForfallodagAsync()
    {
        await using var db = _webblasare.Portal.Databas.Alla();
        return (await db.Nationellt<Attestering>().SingleAsync(a => db.Skolor.Any(s => s.Id == a.SkolaId && s.Skolkod == Demoskolor.SodraBerget))).Forfallodag;
    }
}
