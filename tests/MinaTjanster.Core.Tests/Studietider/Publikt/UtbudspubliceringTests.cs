using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tests.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Studietider.Rapporter.Studietidsvarld;

namespace MinaTjanster.Core.Tests.Studietider.Publikt;

/// <summary>What is public follows what CSN has approved, and nothing else is.</summary>
public sealed class UtbudspubliceringTests : IDisposable
{
    /// <summary>Of all the test's searches: what one has read must not stand for what the next should see.</summary>
    private Utbudsminne? _minne;

    private static readonly Studietidsuppgift Host = Dagar("2026-08-17", "2026-12-18", ("2026-10-26", "2026-10-30"));

    private static readonly Studietidsuppgift Var = Dagar("2027-01-11", "2027-06-11");

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task OnlyWhatIsApproved_IsPublic(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        (await PosterAsync(varld)).ShouldBeEmpty();
        var kvittens = await varld.SkickaAsync(Lasaret);
        (await PosterAsync(varld)).ShouldBeEmpty();
        await varld.CsnAsync(t => t.Granskning.OppnaAsync(kvittens.RapportId, default));
        await varld.CsnAsync(async t => await t.Granskning.SandAterAsync(kvittens.RapportId, (await varld.RapportAsync(kvittens.RapportId)).Version, "Titta igen.", default));
        (await PosterAsync(varld)).ShouldBeEmpty();

        await varld.GodkannAsync(Lasaret);

        var post = (await PosterAsync(varld)).ShouldHaveSingleItem();
        (post.Namn, post.Skola, post.Ort, post.Kod, post.Takt, post.SkolaId, post.UtbildningId)
            .ShouldBe(("Ekonomiprogrammet", "Södra Bergets gymnasium", "Sundsvall", "EKEKO0000", 100, varld.SkolaId, varld.Ekonomi));
        var tid = post.Tider.ShouldHaveSingleItem();
        (tid.Period, tid.Omfattning, tid.Galler, tid.Andringar).ShouldBe((Host.Period, 100, Studietidsgallande.Utbildningen, 0));
        tid.Uppehall.ShouldBe(Host.Uppehall);
        (post.ForstaDag, post.SistaDag, post.SenasteStart).ShouldBe((Host.Period.ForstaDag, Host.Period.SistaDag, Host.Period.ForstaDag));

        // The next round waits: nobody outside sees it.
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Var);
        await varld.SkickaAsync(Lasaret);
        (await PosterAsync(varld)).Single().Tider.Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Changed_TakesThePlaceOfWhatWas_AndRemoved_IsGone(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var forsta = await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        var ursprung = (await PosterAsync(varld)).Single().Tider.Single().UrsprungId;

        var andrad = (await varld.SkolanAsync(t => t.Studietider.AndraAsync(forsta.Id, Dagar("2026-08-18", "2026-12-17"), 1, true, default)))!.Value;
        await varld.GodkannAsync(Lasaret);

        var tid = (await PosterAsync(varld)).Single().Tider.ShouldHaveSingleItem();
        (tid.ForstaDag, tid.SistaDag, tid.UrsprungId, tid.Andringar).ShouldBe((new(2026, 8, 18), new(2026, 12, 17), ursprung, 1));

        await varld.SkolanAsync(async t => await t.Studietider.TaBortAsync(andrad.Id, (await varld.StudietidAsync(andrad.Id)).Version, true, default));
        await varld.GodkannAsync(Lasaret);

        (await PosterAsync(varld)).ShouldBeEmpty();
        (await OrdAsync(varld)).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Education_ThatIsChangedArchivedOrTakenBack_IsSo_AtOnce(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        await AndraAsync(varld, u => u with { Namn = "Handelsprogrammet" });
        (await NamnAsync(varld, "handels")).ShouldBe(["Handelsprogrammet"]);
        (await NamnAsync(varld, "ekonomiprogrammet")).ShouldBeEmpty();

        varld.Klocka.Satt(new(2026, 12, 20), new(10, 0));
        _ = (await varld.SkolanAsync(t => t.Utbildningar.ArkiveraAsync(varld.Ekonomi, default)))!.Value;
        (await PosterAsync(varld)).ShouldBeEmpty();
        _ = (await varld.SkolanAsync(t => t.Utbildningar.AtertaAsync(varld.Ekonomi, default)))!.Value;
        (await PosterAsync(varld)).ShouldHaveSingleItem().Namn.ShouldBe("Handelsprogrammet");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Education_ThatIsNoLongerOffered_ShowsNothingOfTheLasarAfter(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        await varld.GodkandAsync(Lasaret.Nasta, varld.Ekonomi, Dagar("2027-08-23", "2027-12-17"));
        (await PosterAsync(varld)).Single().Tider.Count.ShouldBe(2);

        await AndraAsync(varld, u => u with { TillLasar = 2026 });
        (await PosterAsync(varld)).ShouldHaveSingleItem().Tider.ShouldHaveSingleItem().ForstaDag.ShouldBe(Host.Period.ForstaDag);
        await AndraAsync(varld, u => u with { TillLasar = 2025 });
        (await PosterAsync(varld)).ShouldBeEmpty();
        await AndraAsync(varld, u => u with { FranLasar = 2027, TillLasar = null });
        (await PosterAsync(varld)).ShouldHaveSingleItem().Tider.ShouldHaveSingleItem().ForstaDag.ShouldBe(new(2027, 8, 23));
    }

    /// <summary>The program that is stopped while it fills emptied tables goes on with the rest the next time.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task WhatIsLacking_IsPublishedAtTheStart_AndNothingElse(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        var (fore, utgava) = ((await PosterAsync(varld)).ShouldHaveSingleItem().Id, await UtgavaAsync(varld));
        await Utbudspublicering.FyllSaknadeAsync(varld.Databas.NyDb, varld.Klocka, default);
        (await UtgavaAsync(varld)).ShouldBe(utgava);
        await using (var db = varld.Databas.Alla())
            await db.SkrivAsync(() => db.Utbudsposter.ExecuteDeleteAsync());

        await Utbudspublicering.FyllSaknadeAsync(varld.Databas.NyDb, varld.Klocka, default);

        (await PosterAsync(varld)).ShouldHaveSingleItem().Id.ShouldBeGreaterThan(fore, "a post's key is never used again");
        (await NamnAsync(varld, "ekonomi")).ShouldBe(["Ekonomiprogrammet"]);
        (await UtgavaAsync(varld)).ShouldBe(utgava + 1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Edition_IsRaised_OnlyWhenSomethingPublicCameOrWent(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var utgava = await UtgavaAsync(varld);
        await AndraAsync(varld, u => u with { Namn = "Handelsprogrammet" });
        (await UtgavaAsync(varld)).ShouldBe(utgava);

        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        (await UtgavaAsync(varld)).ShouldBe(utgava + 1);
        await AndraAsync(varld, u => u with { Namn = "Ekonomiprogrammet" });
        (await UtgavaAsync(varld)).ShouldBe(utgava + 2);
        await AndraAsync(varld, u => u with { TillLasar = 2025 });
        await AndraAsync(varld, u => u with { Namn = "Handelsprogrammet" });
        (await UtgavaAsync(varld)).ShouldBe(utgava + 3, "the first took all away, the second nothing");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WholeSchools_HoldForEachEducation_InTheTerminInWhichItHasNoneOfItsOwn(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var senare = await varld.UtbildningAsync("Nästa läsår", "NANAT0000", fran: 2027);
        var slutad = await varld.UtbildningAsync("Slutade då", "SASAM0000", till: 2025);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Dagar("2026-08-24", "2026-12-11"));
        await varld.LaggTillAsync(Lasaret, null, Dagar("2027-01-11", "2027-06-11"));
        await varld.GodkandAsync(Lasaret, null, Host);
        await varld.GodkandAsync(Lasaret.Nasta, null, Dagar("2027-08-23", "2027-12-17"));

        var poster = await PosterAsync(varld);
        poster.Select(p => p.UtbildningId).ShouldBe([varld.Ekonomi, senare], ignoreOrder: true);
        poster.ShouldNotContain(p => p.UtbildningId == slutad);
        poster.Single(p => p.UtbildningId == varld.Ekonomi).Tider.Select(t => (t.ForstaDag, t.Galler))
            .ShouldBe([(new(2026, 8, 24), Studietidsgallande.Utbildningen), (new(2027, 1, 11), Studietidsgallande.HelaSkolan), (new(2027, 8, 23), Studietidsgallande.HelaSkolan)]);
        poster.Single(p => p.UtbildningId == senare).Tider.Select(t => t.ForstaDag).ShouldBe([new(2027, 8, 23)]);

        // One that is added later has them too.
        var uppgift = (await UtbildningAsync(varld)).Uppgift with { Namn = "Teknikprogrammet", Kod = "TETEK0000", FranLasar = 2026 };
        var ny = (await varld.SkolanAsync(t => t.Utbildningar.LaggTillAsync(uppgift, default))).Value;
        (await PosterAsync(varld)).Single(p => p.UtbildningId == ny.Id).Tider.Count.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SchoolWithoutEducations_IsFoundAsAWhole_UntilItHasOne(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.ArkiveraAsync(varld.Ekonomi);
        await varld.GodkandAsync(Lasaret, null, Host);

        var post = (await PosterAsync(varld)).ShouldHaveSingleItem();
        (post.Namn, post.UtbildningId, post.Niva, post.Takt, post.Rubrik).ShouldBe((null, null, null, null, "Hela skolan, Södra Bergets gymnasium"));
        (await NamnAsync(varld, "sundsvall södra")).ShouldBe(["Hela skolan, Södra Bergets gymnasium"]);

        _ = (await varld.SkolanAsync(t => t.Utbildningar.AtertaAsync(varld.Ekonomi, default)))!.Value;
        (await PosterAsync(varld)).ShouldHaveSingleItem().UtbildningId.ShouldBe(varld.Ekonomi);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task MadeAnew_IsTheSame_AndWhatIsHistoryGoes(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.UtbildningAsync("Naturvetenskapsprogrammet", "NANAT0000");
        await varld.LaggTillAsync(Lasaret, null, Var);
        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        await varld.GodkandAsync(Lasaret.Foregaende, varld.Ekonomi, Dagar("2026-01-12", "2026-06-12"));
        var fore = await InnehallAsync(varld);
        var utgava = await UtgavaAsync(varld);
        fore.Count.ShouldBe(2);

        (await Utbudspublicering.PubliceraAllaAsync(varld.Databas.NyDb, varld.Klocka, default)).ShouldBe(1);
        (await Utbudspublicering.PubliceraAllaAsync(varld.Databas.NyDb, varld.Klocka, default)).ShouldBe(1);

        (await InnehallAsync(varld)).ShouldBe(fore);
        (await UtgavaAsync(varld)).ShouldBe(utgava + 2);

        // Two läsår on only what is of the läsår before and later is kept.
        varld.Klocka.Satt(new(2028, 9, 1), new(10, 0));
        await Utbudspublicering.PubliceraAllaAsync(varld.Databas.NyDb, varld.Klocka, default);
        (await PosterAsync(varld)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task DeathBeforeTheEnd_PublishesNothing(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var kvittens = await varld.SkickaAsync(Lasaret);
        var (version, utgava) = ((await varld.RapportAsync(kvittens.RapportId)).Version, await UtgavaAsync(varld));

        await Should.ThrowAsync<InvalidOperationException>(() => varld.CsnAsync(t =>
        {
            t.Granskning.ForeBekraftelse = () => throw new InvalidOperationException("död");
            return t.Granskning.GodkannAsync(kvittens.RapportId, version, default);
        }));

        (await PosterAsync(varld)).ShouldBeEmpty();
        (await UtgavaAsync(varld)).ShouldBe(utgava);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TwoReportsApprovedAtOnce_AreBothPublic(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        await varld.LaggTillAsync(Lasaret.Nasta, varld.Ekonomi, Dagar("2027-08-23", "2027-12-17"));
        var rapporter = new[] { (await varld.SkickaAsync(Lasaret)).RapportId, (await varld.SkickaAsync(Lasaret.Nasta)).RapportId };

        await Task.WhenAll(rapporter.Select(id => Task.Run(async () =>
            (await varld.CsnAsync(async t => await t.Granskning.GodkannAsync(id, (await varld.RapportAsync(id)).Version, default)))!.IsAccepted.ShouldBeTrue())));

        (await PosterAsync(varld)).ShouldHaveSingleItem().Tider.Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SchoolThatIsRenamed_IsFoundByItsNewName(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);

        var utgava = await UtgavaAsync(varld);
        await LasInAsync(varld, s => s with { Namn = "Östra Åsens gymnasium", Ort = "Örnsköldsvik" });

        (await NamnAsync(varld, "östra örnsköldsvik")).ShouldBe(["Ekonomiprogrammet"]);
        (await NamnAsync(varld, "sundsvall")).ShouldBeEmpty();
        // What nobody sees publishes nothing.
        (await LasInAsync(varld, s => s with { Rapporteringssatt = Rapporteringssatt.Fil })).Andrade.ShouldBe(1);
        (await UtgavaAsync(varld)).ShouldBe(utgava + 1);

        // Stopped between the reading-in and the publication: the same rows again complete it.
        await using (var db = varld.Databas.Alla())
        {
            (await db.Skolor.SingleAsync(s => s.Id == varld.SkolaId)).Uppdatera("Västra Dalens gymnasium", "Umeå", Skolform.Gymnasieskola, Rapporteringssatt.Fil);
            await db.SaveChangesAsync();
        }

        (await NamnAsync(varld, "västra umeå")).ShouldBeEmpty();
        (await LasInAsync(varld, s => s)).Andrade.ShouldBe(0);
        (await NamnAsync(varld, "västra umeå")).ShouldBe(["Ekonomiprogrammet"]);
    }

    private static async Task<Skolimport> LasInAsync(Studietidsvarld varld, Func<Skolrad, Skolrad> andra)
    {
        await using var db = varld.Databas.Alla();
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == varld.SkolaId);
        return await new SkolimportService(db, new AuditService(db, varld.Databas.NyDb, new(), varld.Klocka), varld.Klocka)
            .LasInAsync([andra(new(skola.Skolkod, skola.Namn, skola.Ort, skola.Skolform, skola.Rapporteringssatt))]);
    }

    private static async Task AndraAsync(Studietidsvarld varld, Func<Utbildningsuppgift, Utbildningsuppgift> andra)
    {
        var utbildning = await UtbildningAsync(varld);
        _ = (await varld.SkolanAsync(t => t.Utbildningar.AndraAsync(varld.Ekonomi, andra(utbildning.Uppgift), utbildning.Version, true, default)))!.Value;
    }

    private static async Task<Utbildning> UtbildningAsync(Studietidsvarld varld)
    {
        await using var db = varld.Databas.Alla();
        return await db.Nationellt<Utbildning>().AsNoTracking().SingleAsync(u => u.Id == varld.Ekonomi);
    }

    private static async Task<List<Utbudspost>> PosterAsync(Studietidsvarld varld)
    {
        await using var db = varld.Databas.Alla();
        return await db.Utbudsposter.AsNoTracking().Include(p => p.Tider.OrderBy(t => t.ForstaDag)).OrderBy(p => p.Sorteringsnyckel).ToListAsync();
    }

    public void Dispose() => _minne?.Dispose();

    private async Task<IReadOnlyList<string>> NamnAsync(Studietidsvarld varld, string sok)
    {
        await using var db = varld.Databas.NyDb.Ny();
        return [.. (await new UtbudQuery(db, _minne ??= new(varld.Databas.NyDb), varld.Klocka).SokAsync(new Utbudsformular { Sok = sok }.Tolka().Value, 25, null, default)).Value.Traffar.Select(t => t.Post.Rubrik)];
    }

    private static async Task<int> OrdAsync(Studietidsvarld varld)
    {
        await using var db = varld.Databas.Alla();
        return await db.Utbudsord.CountAsync() + await db.Utbudstider.CountAsync();
    }

    private static async Task<long> UtgavaAsync(Studietidsvarld varld)
    {
        await using var db = varld.Databas.Alla();
        return (await db.Utbudsutgavor.AsNoTracking().SingleAsync()).Nummer;
    }

    /// <summary>All of it but the keys, which are given anew.</summary>
    private static async Task<List<string>> InnehallAsync(Studietidsvarld varld)
    {
        await using var db = varld.Databas.Alla();
        var ord = (await db.Utbudsord.AsNoTracking().ToListAsync()).ToLookup(o => o.UtbudspostId, o => $"{o.Term}/{o.Sorteringsnyckel}");
        return (await PosterAsync(varld)).ConvertAll(p => string.Join('|',
        [
            p.Rubrik, p.Skola, p.Sokord, $"{p.ForstaDag} {p.SistaDag} {p.SenasteStart} {p.Publicerad:O}",
            .. p.Tider.Select(t => $"{t.Period} {t.UrsprungId} {t.Andringar} {t.Galler} {t.Uppehallstext}"),
            .. ord[p.Id].Order(StringComparer.Ordinal),
        ]));
    }
}
