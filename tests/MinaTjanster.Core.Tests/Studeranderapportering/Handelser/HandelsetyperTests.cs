using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Handelser;

public sealed class HandelsetyperTests
{
    [Fact]
    public void EveryKind_HasOneRow_AndItsOwnCode()
    {
        Handelsetyper.Alla.Select(t => t.Slag).ShouldBe(Enum.GetValues<Handelseslag>(), ignoreOrder: true);
        Handelsetyper.Alla.Select(t => t.Kod).Distinct().Count().ShouldBe(Handelsetyper.Alla.Count);
        Handelsetyper.Alla.ShouldAllBe(t => t.Kod.Length == 2 && t.Rubrik.Length > 0 && t.Forklaring.EndsWith('.'));
        (Handelseslag.Franvaro.Typ().Kod, Handelseslag.AterIStudier.Typ().Kod, Handelseslag.Skolk.Typ().Kod).ShouldBe(("31", "32", "51"));
    }

    [Fact]
    public void EveryRow_AsksForTheDay_OnceForEachField()
    {
        foreach (var (typ, skolform, regel) in Handelsetyper.Alla.SelectMany(t => t.Skolformer.Select(s => (t, s.Key, s.Value))))
        {
            regel.Falt.ShouldContain(f => f.Falt == Handelsefalt.ForstaDag && f.Krav == Faltkravslag.Obligatoriskt, $"{typ.Rubrik} {skolform}");
            regel.Falt.Select(f => f.Falt).Distinct().Count().ShouldBe(regel.Falt.Count);
            regel.Falt.Where(f => f.Falt.Beskrivning().Form == Faltform.Val).ShouldAllBe(f => f.Alternativ!.Count > 1);
        }
    }

    [Fact]
    public void WhatBeginsStudies_AsksForTheLastDay() =>
        Handelsetyper.Alla.Where(t => t.Verkan == Studietidsverkan.Borjar).SelectMany(t => t.Skolformer.Values)
            .ShouldAllBe(r => r.Falt.Any(f => f.Falt == Handelsefalt.SistaDag && f.Krav == Faltkravslag.Obligatoriskt));

    [Fact]
    public void EverySchoolForm_ReportsWhatAllReport()
    {
        foreach (var skolform in Enum.GetValues<Skolform>())
        {
            var slag = Handelsetyper.For(skolform).Select(t => t.Slag).ToList();
            new[]
            {
                Handelseslag.BorjatStudera, Handelseslag.Franvaro, Handelseslag.AterIStudier, Handelseslag.AndradOmfattning, Handelseslag.Avbrott, Handelseslag.BytAvSkola, Handelseslag.EjPaborjat,
            }.Except(slag).ShouldBeEmpty($"{skolform}");
        }
    }

    [Fact]
    public void AStart_IsNeverReportedInAdvance() => Handelseslag.BorjatStudera.Typ().Datum.DagarFramat.ShouldBe(0);

    [Theory, MemberData(nameof(Handelseexempel.Alla), MemberType = typeof(Handelseexempel))]
    public void Text_ReadsBackToTheSame(Handelseslag slag, Skolform skolform)
    {
        var uppgift = Handelseexempel.Uppgift(slag, skolform);

        Handelsetolk.Tolka(slag.Typ(), skolform, f => Handelsetolk.Text(uppgift, f)).Value.ShouldBe(uppgift);
    }

    [Theory, MemberData(nameof(Handelseexempel.Alla), MemberType = typeof(Handelseexempel))]
    public void EachField_LeftOutOrWrong_IsRefusedByItsColumn(Handelseslag slag, Skolform skolform)
    {
        var falt = Handelseexempel.Falt(slag, skolform);
        foreach (var krav in slag.Typ().For(skolform)!.Falt.Where(f => f.Krav == Faltkravslag.Obligatoriskt))
        {
            Fel(krav.Kolumn, null).ShouldBe([krav.Kolumn]);
            Fel(krav.Kolumn, krav.Falt.Beskrivning().Form == Faltform.Text ? new string('x', 200) : "fel!").ShouldBe([krav.Kolumn]);
        }

        IReadOnlyList<string?> Fel(string kolumn, string? text) =>
            [.. Handelsetolk.Tolka(slag.Typ(), skolform, f => f.Kolumn() == kolumn ? text : falt.GetValueOrDefault(f.Kolumn())).Refusals.Select(r => r.Field)];
    }
}
