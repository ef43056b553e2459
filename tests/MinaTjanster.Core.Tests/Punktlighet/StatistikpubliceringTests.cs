using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Punktlighet.Statistik;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Punktlighet;

/// <summary>What is published is written once, on every configured database. Today is 22 November 2026.</summary>
public sealed class StatistikpubliceringTests
{
    private static readonly DateOnly Mars = new(2026, 3, 1);

    private static readonly DateOnly Oktober = new(2026, 10, 1);

    private readonly Testklocka _klocka = new();

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    /// <summary>Approved reports are taken back, one is opened anew, a school changes its form, and more come in: the months that were shown say what they said.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task WhatIsPublished_IsTheSameOnAnyLaterDay_WhateverBecomesOfTheReports(Databasprovider provider)
    {
        await using var databas = await NyAsync(provider);
        var forst = await Publicering(databas).HamtaAsync(default);
        forst.Count.ShouldBe(12);
        var (mars, oktober) = (forst.Single(m => m.Manad == Mars), forst.Single(m => m.Manad == Oktober));
        (mars.Totalt.Antal, mars.Totalt.AndelRattForsta, oktober.Totalt.Antal, oktober.HarUtfall).ShouldBe((35, 100, 35, false));

        await using (var db = databas.Alla())
        {
            var arenden = await db.Nationellt<Arende>().Include(a => a.Beslut).Include(a => a.Kompletteringar).Include(a => a.Skolkrapport)
                .Where(a => a.Skolkrapport.Rapportdag >= Mars && a.Status == Arendestatus.Godkant).OrderBy(a => a.Id).ToListAsync();
            foreach (var arende in arenden.Where((_, i) => i % 5 == 0))
            {
                arende.Skolkrapport.TaBort("Fel.");
                arende.Aterta(_klocka.UtcNu());
            }

            foreach (var arende in arenden.Where((_, i) => i % 5 == 1))
                arende.TaEmotUnderlag(_klocka.UtcNu());
            var skola = await db.Skolor.SingleAsync(s => s.Skolkod == "55000000");
            skola.Uppdatera(skola.Namn, skola.Ort, Skolform.Komvux, skola.Rapporteringssatt);
            await db.SaveChangesAsync();
        }

        await RapporterAsync(databas, Oktober.AddDays(4), skola: 1);
        foreach (var dagar in new[] { 1, 20, 60, 50, 70 })
        {
            _klocka.Flytta(TimeSpan.FromDays(dagar));
            foreach (var nu in await Publicering(databas).HamtaAsync(default))
            {
                if (forst.SingleOrDefault(m => m.Manad == nu.Manad) is not { } da)
                    continue;

                var utan = da.HarUtfall ? nu : nu with { Rader = [.. nu.Rader.Select(r => r with { AndelRattForsta = null })], Totalt = nu.Totalt with { AndelRattForsta = null } };
                utan.Rader.ShouldBe(da.Rader, $"{nu.Manad} on {_klocka.SvenskDag()}");
                utan.Totalt.ShouldBe(da.Totalt);
            }
        }

        _klocka.SvenskDag().ShouldBeGreaterThan(new DateOnly(2027, 5, 31));
        (await Publicering(databas).HamtaAsync(default)).Single(m => m.Manad == Oktober).HarUtfall.ShouldBeTrue("by then it is known");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Several_AtOnce_PublishOnce(Databasprovider provider)
    {
        await using var databas = await NyAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Publicering(databas).HamtaAsync(default))));

        (await Publicering(databas).PubliceraAsync(default)).ShouldBeFalse("all is published");
        await using var db = databas.Alla();
        var rader = await db.PubliceradStatistik.ToListAsync();
        rader.Count(r => r.Del == Statistikdel.Inkomna).ShouldBe(12 * 5);
        rader.Count(r => r.Del == Statistikdel.Utfall).ShouldBe(6 * 5, "November of last year to April");
        rader.Select(r => (r.Manad, r.Del, r.Rad)).Distinct().Count().ShouldBe(rader.Count);
    }

    private Statistikpublicering Publicering(Testdatabas databas) => new(databas.NyDb, _klocka);

    /// <summary>Seven gymnasieskolor, each with five approved reports in March and in October; the demo's own are out of the way.</summary>
    private static async Task<Testdatabas> NyAsync(Databasprovider provider)
    {
        var databas = await Testdatabas.SkapaAsync(provider);
        await using var db = databas.Alla();
        await db.Nationellt<Skolkrapport>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Rapportdag, new DateOnly(2020, 1, 1)));
        for (var i = 0; i < 7; i++)
        {
            var skola = new Skola($"5500000{i}", $"Statistikskola {i}", "Kiruna", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt);
            db.Add(skola);
            await db.SaveChangesAsync();
            db.Add(new Studerande(skola.Id, Demopersonnummer.Test(new(2009, 3, 1 + i), 3), "Grann", "Elev"));
            await db.SaveChangesAsync();
            await RapporterAsync(databas, Mars.AddDays(3), i);
            await RapporterAsync(databas, Oktober.AddDays(3), i);
        }

        return databas;
    }

    private static async Task RapporterAsync(Testdatabas databas, DateOnly dag, int skola)
    {
        await using var db = databas.Alla();
        var skolkod = $"5500000{skola}";
        var studerande = await db.Nationellt<Studerande>().SingleAsync(s => db.Skolor.Any(k => k.Id == s.SkolaId && k.Skolkod == skolkod));
        var konto = (await db.Konton.OrderBy(k => k.Id).FirstAsync()).Id;
        for (var i = 0; i < 5; i++)
        {
            var skickad = SvenskTid.TillUtc(dag.AddDays(i), new(9, 0));
            var rapport = new Skolkrapport(studerande.SkolaId, studerande.Id, new Skolkuppgift(dag.AddDays(i - 30), null, 690, 6, false), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), konto, skickad, dag.AddDays(i));
            var arende = new Arende(studerande.SkolaId, rapport, skickad);
            arende.TaEmotUnderlag(skickad.AddDays(3));
            arende.Ta(konto, skickad.AddDays(4));
            arende.Godkann(konto, skickad.AddDays(5));
            db.Add(arende);
        }

        await db.SaveChangesAsync();
    }
}
