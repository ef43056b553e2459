using MinaTjanster.Core.Dokumentlagring.Pdf;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>The cover sheet as a PDF of one page.</summary>
public static class Forsattsbladspdf
{
    /// <param name="blad">What stands on it.</param>
    /// <param name="typsnitt">The portal's typeface.</param>
    /// <param name="skapad">When the file is made, UTC.</param>
    public static byte[] Rita(Forsattsblad blad, Pdftypsnitt typsnitt, DateTime skapad) =>
        new Pdfbyggare($"Försättsblad till frånvarounderlag {blad.Rapportnummer}", skapad, typsnitt, blad.Rapportnummer, "Innehållet motsvarar CSN:s blankett 9609W")
            .AddRubrik("Försättsblad")
            .AddStycke("Frånvarounderlag vid ogiltig frånvaro (skolk)")
            .AddUppgifter(blad.Rader)
            .AddMellanrubrik("Underlaget ska visa")
            .AddStycke("Ogiltig frånvaro per dag, från första skolkdagen till den dag underlaget skickas. Den totala undervisningstiden bör framgå. Går det inte förklarar du varför. Första skolkdagen ska själv ha ogiltig frånvaro.")
            .AddRuta("Om du skickar på papper", $"Lägg försättsbladet överst och skicka allt till {Forsattsblad.Postadress}. Har du skickat underlaget i Mina tjänster behöver du inte skicka det på papper.")
            .ToBytes();
}
