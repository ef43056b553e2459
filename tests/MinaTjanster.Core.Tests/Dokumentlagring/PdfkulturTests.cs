using System.Globalization;
using System.Text;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Dokumentlagring;

public sealed class PdfkulturTests
{
    [Fact]
    public void ToBytes_InSwedishCulture_IsTheSameAsInNone()
    {
        var utan = Dokument(CultureInfo.InvariantCulture);
        var svenskt = Dokument(CultureInfo.GetCultureInfo("sv-SE"));

        svenskt.ShouldBe(utan);
        svenskt.ShouldContain("/Descent -");
    }

    private static string Dokument(CultureInfo kultur)
    {
        var fore = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = kultur;
        try
        {
            return Encoding.Latin1.GetString(new Pdfbyggare("Prov", new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc), Testteckensnitt.Inter)
                .AddRubrik("Frånvaro −2 + 1,5")
                .ToBytes());
        }
        finally
        {
            CultureInfo.CurrentCulture = fore;
        }
    }
}
