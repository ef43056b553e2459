using System.Text;
using MinaTjanster.Core.Dokumentlagring.Filgranskning;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tests.Dokumentlagring;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Franvarocoach.Provlistor;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Franvarocoach;

public sealed class ListunderlagspdfTests
{
    private static readonly DateTime Skapad = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Listelev Anna = Elev([
        .. Skoldagar("2026-10-01", "2026-11-20", ("2026-10-02", 80), ("2026-10-05", 200), ("2026-10-20", 80)).Rader,
        Lektion("2026-10-21", "19:00", 60, 60, Franvaroslag.Giltig)]);

    private static Listunderlag Underlag(Listelev elev, Raknas? raknas = null) =>
        Listunderlag.For(elev, raknas ?? new(), D("2026-10-05"), D("2026-11-20"), "Anna Lind", "Södra Bergets gymnasium", "11112222");

    private static string Text(byte[] pdf)
    {
        using var mapp = new Tempmapp();
        return Verktyg.Run("pdftotext", "-layout", mapp.Write("underlag.pdf", pdf), "-");
    }

    [Fact]
    public void TheFacts_AreThoseOfThePeriod()
    {
        var underlag = Underlag(Anna);
        underlag.Uppgift.ShouldBe(new Underlagsuppgift(D("2026-10-05"), D("2026-11-20"), 280, 2, underlag.Uppgift.UndervisningMinuter, ForstaDagensFranvaro.Ja));
        underlag.Uppgift.UndervisningMinuter.ShouldBe(Anna.Rader.Where(r => r.Dag >= D("2026-10-05")).Sum(r => r.Schemalagt));
        underlag.Rader.Select(r => (r.Dag, r.Minuter)).ShouldBe([(D("2026-10-05"), 80), (D("2026-10-05"), 80), (D("2026-10-05"), 40), (D("2026-10-20"), 80)]);
        Underlag(Anna, new(MissadLektion: false)).Uppgift.ForstaDagen.ShouldBe(ForstaDagensFranvaro.Nej);
    }

    [Fact]
    public void AListOfAbsenceAlone_DoesNotTellTheTeachingTime()
    {
        var underlag = Underlag(Elev(Anna.Rader.Where(r => r.Franvaro == r.Schemalagt)));
        underlag.Uppgift.UndervisningMinuter.ShouldBe(0);
        Text(Listunderlagspdf.Rita(underlag, null, Testteckensnitt.Inter, Skapad).Innehall).ShouldContain("Framgår inte");
    }

    [Fact]
    public void ThePdf_ShowsTheStudentsOwnAbsence_AndNothingElse()
    {
        var pdf = Listunderlagspdf.Rita(Underlag(Anna), "SK-7K4M-29QX", Testteckensnitt.Inter, Skapad);

        var text = Text(pdf.Innehall);
        foreach (var med in new[] { "Anna Lind", Nummer.TioSiffror(D("2026-11-20")), "Södra Bergets gymnasium", "SK-7K4M-29QX", "2026-10-05", "8.20", "4,67 timmar (280 minuter) vid 2 tillfällen", "Missad lektion" })
            text.ShouldContain(med);
        text.ShouldNotContain("2026-10-02", Case.Sensitive, "before the first skolk day");
        text.ShouldNotContain("2026-10-21", Case.Sensitive, "giltig");
        pdf.AntalSidor.ShouldBe(1);
    }

    [Fact]
    public void TheSameUnderlag_GivesTheSameBytes_AndAPdfThatWeTake()
    {
        var elev = Skoldagar("2026-08-18", "2026-11-20", [.. Enumerable.Range(0, 80).Select(i => (D("2026-09-01").AddDays(i).ToString("yyyy-MM-dd"), 160))]);
        byte[] Rita(out int sidor)
        {
            var svar = Listunderlagspdf.Rita(Underlag(elev), "SK-7K4M-29QX", Testteckensnitt.Inter, Skapad);
            sidor = svar.AntalSidor;
            return svar.Innehall;
        }

        var pdf = Rita(out var antal);
        pdf.ShouldBe(Rita(out _));
        antal.ShouldBeGreaterThan(1);
        Filgranskare.Granska(pdf).Value.AntalSidor.ShouldBe(antal);
        Encoding.Latin1.GetString(pdf).ShouldNotContain(Nummer.Varde);
    }
}
