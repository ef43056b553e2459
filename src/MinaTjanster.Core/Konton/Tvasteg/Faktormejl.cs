using System.Globalization;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>Tells a person by mail that the way they sign in was changed, so that a change by somebody else is seen. The caller saves.</summary>
public sealed class Faktormejl(MejlService mejl, Portaladress portal, TimeProvider klocka)
{
    public const string Amne = "Din inloggning till Mina tjänster har ändrats";

    public void Add(Konto konto, string act, string vad)
    {
        const string Utloggad = " Kontot har loggats ut överallt utom där ändringen gjordes.";
        var handelse = act switch
        {
            Acts.SecondFactorAdded => $"Tvåstegsinloggning med {vad} har lagts till." + Utloggad,
            Acts.SecondFactorRemoved => $"Tvåstegsinloggning med {vad} har tagits bort." + Utloggad,
            Acts.RecoveryCodesMade => "Nya återställningskoder har skapats. De gamla gäller inte längre." + Utloggad,
            Acts.SecondFactorReset => "Din tvåstegsinloggning har återställts av en administratör, och kontot har loggats ut överallt. Lägg till tvåstegsinloggning igen under Mitt konto.",
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No such change."),
        };
        if (string.IsNullOrEmpty(konto.Email))
        {
            return;
        }

        var nu = klocka.UtcNu();
        mejl.Add(
            konto.Email,
            Amne,
            $"""
            Hej {konto.Namn}!

            {handelse}
            Det skedde {SvenskText.Datum(nu.SvenskDag())} kl. {nu.SvenskTidpunkt().ToString("HH:mm", CultureInfo.InvariantCulture)}.

            Var det du, eller har du bett om det, behöver du inte göra något.
            Var det inte du? Byt genast lösenord på {portal.Till("/losenordskiosk")} och ring CSN på {Hjalpvag.Partnertelefon}.
            """,
            konto.Id);
    }
}
