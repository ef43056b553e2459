using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Frister;

/// <summary>Where the mail leads: to the one thing to do, to the calendar, or to the choice of school.</summary>
public sealed class SammandragsmejlTests
{
    private static readonly DateOnly Idag = new(2026, 11, 22);
    private static readonly Portaladress Adress = new(new Uri("https://portal.example"));

    [Fact]
    public void OnlyTheUsersToConfirm_LeadsThere() =>
        Text([("Södra", [Plikt(Fristslag.Attestering, "/identity-manager/attestering")])]).ShouldContain("Här gör du det:\nhttps://portal.example/identity-manager/attestering\n");

    [Fact]
    public void OneSchool_LeadsToItsCalendar() =>
        Text([("Södra", [Plikt(Fristslag.Attestering, "/identity-manager/attestering"), Plikt(Fristslag.Stoppdag, "/studerande")]), ("Norra", [])])
            .ShouldContain("Du ser allt i kalendern, med länk till det du ska göra:\nhttps://portal.example/kalender\n");

    [Fact]
    public void SeveralSchools_SaysHowToChoose() =>
        Text([("Södra", [Plikt(Fristslag.Stoppdag, "/studerande")]), ("Norra", [Plikt(Fristslag.Stoppdag, "/studerande")])])
            .ShouldContain("Välj skola överst på sidan, så ser du allt som gäller den i kalendern, med länk till det du ska göra:\nhttps://portal.example/kalender\n");

    /// <summary>The name of a file is the school's own words, and can name a student.</summary>
    [Theory]
    [InlineData(Fristslag.FilMisslyckad)]
    [InlineData(Fristslag.FilRader)]
    [InlineData(Fristslag.FilLases)]
    public void AFile_IsNotNamed(Fristslag slag)
    {
        var text = Text([("Södra", [Plikt(slag, "/filer/7") with { Rubrik = "Qvastenhjelm.csv", Senast = null }])]);

        text.ShouldContain("- En fil med rapporter. Text.\n");
        text.ShouldNotContain("Qvastenhjelm");
    }

    private static string Text((string Namn, Plikt[] Plikter)[] skolor) =>
        Sammandragsmejl.Text([.. skolor.Select(s => (new Skolval(1, "12345678", s.Namn, Rapporteringssatt.Manuellt, Skolform.Gymnasieskola), (IReadOnlyList<Plikt>)s.Plikter))], Sammandragstakt.Dagligen, Idag, Adress).ReplaceLineEndings("\n");

    private static Plikt Plikt(Fristslag slag, string adress) => new(slag, 1, $"{slag}", "Rubrik", "Text.", adress, "Visa") { Lage = Pliktlage.Vantar, Senast = Idag.AddDays(3) };
}
