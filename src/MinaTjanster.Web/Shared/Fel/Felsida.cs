using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studietider.Publikt;

namespace MinaTjanster.Web.Shared.Fel;

/// <summary>What an error page says: what happened, what to do, whether the layout may ask the session and database.</summary>
public sealed record Felsida(int Kod, string Rubrik, string Handelse, string Gor, bool MedMeny)
{
    /// <summary>The form was drawn for another school than the one chosen now (a second tab): nothing was changed.</summary>
    public static Felsida AnnanSkola { get; } = new(409, "Du har bytt skola",
        "Formuläret hör till en annan skola än den du har valt nu, kanske i en annan flik. Ingenting har sparats eller skickats.",
        "Välj rätt skola längst upp på sidan, öppna formuläret på nytt och fyll i det igen.", true);

    /// <summary>Where the page's button leads.</summary>
    public string Adress { get; init; } = "/";

    /// <summary>What the page's button says.</summary>
    public string Knapp { get; init; } = "Till startsidan";

    /// <summary>Of an error of ours: what to say to support, by which the log's lines are found (docs/drift.md); null otherwise.</summary>
    public string? Referens { get; init; }

    /// <summary>Among the students' public pages: their frame, and nothing about schools' log-ins.</summary>
    public bool ArPublik { get; init; }

    /// <summary>Somebody came by plain http (KravPaKryptering).</summary>
    public static Felsida UtanKryptering(Portaladress portal) => new(400, "Mina tjänster nås bara med en säker anslutning (https)",
        "Sidan öppnades utan kryptering (http), så ingenting visas och ingenting har sparats.",
        $"Öppna {portal.Till("/")}.", false)
    {
        Adress = portal.Till("/"),
    };

    /// <summary>As <see cref="For(int)"/>, for a student under Mina sidor, who has no school to choose and nobody at CSN's partner phone to ring.</summary>
    public static Felsida ForStuderande(int kod)
    {
        var sida = kod == 404
            ? For(404) with
            {
                Handelse = "Adressen kan vara felskriven, eller så finns inte skolans eller utbildningens studietider här längre.",
                Gor = "Kontrollera adressen, eller sök efter skolan eller utbildningen på nytt.",
            }
            : For(kod) with { Gor = kod >= 500 || kod == 429 ? "Vänta en stund och försök igen." : "Kontrollera adressen, eller börja om med en ny sökning." };
        return sida with { MedMeny = false, ArPublik = true, Adress = Utbudspost.Bas, Knapp = "Sök studietider" };
    }

    /// <summary>The page of a status code; an unknown one is the page of its hundred.</summary>
    public static Felsida For(int kod) => Alla.GetValueOrDefault(kod) ?? Alla[kod is >= 400 and < 500 ? 400 : 500] with { Kod = kod };

    private static readonly Dictionary<int, Felsida> Alla = new Felsida[]
    {
        new(400, "Vi kunde inte ta emot det du skickade",
            "Sidan kan ha varit öppen länge, eller så har du loggat in eller ut i en annan flik.",
            "Gå tillbaka, ladda om sidan och försök igen. Ingenting har sparats.", true),
        new(401, "Du behöver logga in", "Sidan visas bara för den som är inloggad.", "Logga in och försök igen.", false),
        new(403, "Du har inte behörighet till sidan",
            "Sidan finns, men din behörighet gäller inte för sidan, eller inte för skolan du har valt.",
            "Kontrollera att rätt skola är vald. Behöver du en ny behörighet, kontakta skolans behörighetsadministratör, eller din chef om du arbetar på CSN.", true),
        new(404, "Sidan finns inte",
            "Adressen kan vara felskriven, eller så har det du söker tagits bort, hör till en annan skola eller kan inte visas än.",
            "Kontrollera adressen och att rätt skola är vald, eller börja om från startsidan.", true),
        new(405, "Sidan kan inte öppnas på det sättet", "Adressen används bara när ett formulär skickas.", "Börja om från startsidan.", true),
        new(409, "Någon annan hann före",
            "Uppgifterna ändrades av någon annan medan du hade sidan öppen. Din ändring är inte sparad.",
            "Gå tillbaka, ladda om sidan för att se vad som gäller nu och gör om din ändring om den fortfarande behövs.", true),
        new(413, "Det du skickade är för stort",
            "En fil får vara högst 20 MB och allt som skickas på en gång högst 100 MB. Ingenting har sparats.",
            "Gå tillbaka och skicka färre eller mindre filer. Skannade sidor blir mindre om du väljer lägre upplösning.", false),
        new(429, "För många försök på kort tid",
            "Vi har fått ovanligt många försök från din dator eller ditt nätverk.",
            "Vänta en stund och försök igen.", false),
        new(500, "Något gick fel hos oss",
            "Det är ett tekniskt fel och beror inte på dig. Felet har antecknats hos oss.",
            "Försök igen om en stund. Var du mitt i en rapport, kontrollera sedan om den har kommit fram innan du skickar den igen.", false),
        new(503, "Mina tjänster är tillfälligt stängt",
            "Vi uppdaterar tjänsten eller har ett tillfälligt tekniskt fel.",
            "Försök igen om en stund.", false),
    }.ToDictionary(sida => sida.Kod);
}
