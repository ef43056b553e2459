namespace MinaTjanster.Core.Konton;

/// <summary>Nobody gives, widens, ends or confirms for themselves.</summary>
public sealed record InteSigSjalv()
    : Refusal("KONTO-SJALV", "Du kan inte ändra ditt eget konto eller dina egna behörigheter. Be en annan behörighetsadministratör på skolan, eller CSN.");

/// <summary>The table says that somebody else administers it (domain.md section 2).</summary>
public sealed record AdministrerasAvAnnan(Behorighetsslag Slag, Administrator Administrator)
    : Refusal("BEH-ANNAN", $"Behörigheten {Slag.Text()} sköts av {Administrator.Text()} för den här skolan, så du kan inte ge eller ta bort den här.");

public sealed record SlutdagPasserad()
    : Refusal("BEH-SLUTDAG", "Sista dagen har redan varit. Ange i dag eller en senare dag, eller lämna fältet tomt.", "GiltigTill");

public sealed record SlutdagOrimlig()
    : Refusal("BEH-SLUTDAG-LANGT", "Sista dagen är mer än fem år bort. Ange en tidigare dag, eller lämna fältet tomt.", "GiltigTill");

public sealed record BehorighetenGallerRedan(Behorighetsslag Slag)
    : Refusal("BEH-FINNS", $"Personen har redan behörigheten {Slag.Text()}.");

public sealed record BehorighetenGallerInte(Behorighetsslag Slag)
    : Refusal("BEH-SAKNAS", $"Personen har inte behörigheten {Slag.Text()}.");

/// <summary>Somebody changed the user after the page was drawn.</summary>
public sealed record AnvandarenAndrad()
    : Refusal("KONTO-ANDRAD", "Någon annan har ändrat användaren sedan du öppnade sidan. Läs igenom uppgifterna och försök igen.");

public sealed record KontotAvslutat()
    : Refusal("KONTO-AVSLUTAT", "Kontot är avslutat på skolan. Återställ det först.");

public sealed record KontotInteAvslutat()
    : Refusal("KONTO-AKTIVT", "Kontot är inte avslutat, så det finns inget att återställa.");

public sealed record AngertidenSlut()
    : Refusal("KONTO-ANGERTID", "Kontot avslutades för mer än 30 dagar sedan och kan inte återställas. Lägg till personen som ny användare i stället.");

/// <summary>A person with an administrating role leaves by a change of administrator, which CSN approves.</summary>
public sealed record HarUppdrag(Behorighetsslag Slag)
    : Refusal("KONTO-UPPDRAG", $"Personen är skolans {Slag.Text().ToLowerInvariant()}. Kontot kan avslutas först när uppdraget har gått över till någon annan, genom CSN.");

public sealed record OvertagareOgiltig()
    : Refusal("KONTO-OVERTAGARE", "Välj en kollega som har ett aktivt konto med behörigheten Studeranderapportering på skolan.", "OvertagareId");

/// <summary>There is something to hand over, and nobody was named.</summary>
public sealed record OvertagareSaknas(int AntalUtkast)
    : Refusal("KONTO-UTKAST", $"Personen har {AntalUtkast} {(AntalUtkast == 1 ? "påbörjat utkast" : "påbörjade utkast")}. Välj vem som tar över, så att inget går förlorat.", "OvertagareId");

public sealed record NamnSaknas() : Refusal("KONTO-NAMN", $"Skriv personens för- och efternamn, högst {Konto.MaxNamn} tecken.", "Namn");

public sealed record EpostOgiltig() : Refusal("KONTO-EPOST", "E-postadressen är inte giltig. Skriv den som namn@exempel.se.", "Epost");

public sealed record EpostSaknas() : Refusal("KONTO-EPOST-SAKNAS", "Skriv personens e-postadress.", "Epost");

public sealed record TelefonOgiltig() : Refusal("KONTO-TELEFON", $"Telefonnumret får innehålla siffror, mellanslag, bindestreck och plus, högst {Konto.MaxTelefon} tecken.", "Telefon");

public sealed record PersonnummerOgiltigt()
    : Refusal("KONTO-PNR", "Personnumret är inte giltigt. Skriv det som ÅÅÅÅMMDD-NNNN, eller lämna fältet tomt.", "Personnummer");

public sealed record PersonnummerKanInteBytas()
    : Refusal("KONTO-PNR-BYTE", "Kontot har redan ett personnummer. Ring CSN om det är fel.", "Personnummer");

/// <summary>Says no more about the other account than that it cannot be this one.</summary>
public sealed record AnnatKontoFinns()
    : Refusal(
        "KONTO-FINNS-ANNAT",
        $"Uppgifterna stämmer bara delvis med ett konto som redan finns. Kontrollera namn, e-postadress och personnummer med personen. Om allt är rätt: ring CSN på {Hjalpvag.Partnertelefon}.");

/// <summary>Others made accounts at the same moment, twice over; what is in the way has not been found.</summary>
public sealed record KontotSkapadesInte()
    : Refusal("KONTO-SAMTIDIGT", "Kontot är inte skapat, eftersom ett annat konto skapades i samma ögonblick. Försök igen.");

public sealed record RedanAnvandare()
    : Refusal("KONTO-REDAN", "Personen är redan användare på skolan. Du hittar personen i listan över användare.");

/// <summary>Asked once: a second account for the same person is what a mistyped address makes.</summary>
public sealed record NamneFinns(string Namn, string Anvandarnamn)
    : Refusal(
        "KONTO-NAMNE",
        $"Skolan har redan en användare som heter {Namn}: {Anvandarnamn}. Är det samma person ändrar du uppgifterna på den användaren i stället. Är det en annan person kryssar du i rutan.",
        "AnnanPerson");

/// <summary>E-mail and name decide who comes in: only whoever administers all that the account holds may change them.</summary>
public sealed record UppgifternaSkotsAvAnnan()
    : Refusal(
        "KONTO-UPPGIFT-ANNAN",
        $"Kontot har behörigheter som inte bara den här skolan sköter, så namn och e-postadress ändras av CSN. Beställ ändringen hos CSN, eller ring {Hjalpvag.Partnertelefon}.");

/// <summary>The letter with the username has not been posted: the one-time password follows by itself.</summary>
public sealed record BrevetInteSkickat()
    : Refusal("KONTO-BREV", "Brevet med användarnamnet är inte skickat än. Engångslösenordet mejlas av sig självt när brevet har hunnit fram.");

public sealed record InteLast() : Refusal("KONTO-OLAST", "Kontot är inte låst.");

public sealed record IngenOppenAttestering() : Refusal("ATT-INGEN", "Det finns ingen pågående genomgång av behörigheter.");

public sealed record AttesteringenAndrad()
    : Refusal("ATT-ANDRAD", "Någon annan har bekräftat eller ändrat behörigheter sedan du öppnade sidan. Läs igenom listan och bekräfta igen.");

public sealed record IngetValt() : Refusal("ATT-INGET", "Kryssa för de behörigheter som ska finnas kvar.", "Behall");

public sealed record RektorArNagonAnnan()
    : Refusal("BYTE-REKTOR", "Rektors e-postadress kan inte vara din egen eller den nya administratörens. Försäkran ska skrivas under av någon annan.", "RektorEpost");

public sealed record RektorOgiltig() : Refusal("BYTE-REKTORNAMN", $"Skriv rektors för- och efternamn, högst {Konto.MaxNamn} tecken.", "RektorNamn");

public sealed record RektorEpostOgiltig() : Refusal("BYTE-REKTOREPOST", "Rektors e-postadress är inte giltig. Skriv den som namn@exempel.se.", "RektorEpost");

public sealed record RektorEpostSaknas() : Refusal("BYTE-REKTOREPOST-SAKNAS", "Skriv rektors e-postadress.", "RektorEpost");

public sealed record BytePagarRedan()
    : Refusal("BYTE-PAGAR", "Ett förslag väntar redan på rektors underskrift eller på CSN. Återkalla det först om det är fel.");

public sealed record AvgaendeArInteAdministrator() : Refusal("BYTE-AVGAR", "Personen som ska sluta är inte behörighetsadministratör på skolan.", "AvgarId");

public sealed record BytetAvgjort() : Refusal("BYTE-AVGJORT", "Ärendet har ändrats eller är redan avgjort. Läs igenom hur det står nu.");

public sealed record LankenForbrukad()
    : Refusal("BYTE-LANK", "Länken har redan använts eller gäller inte längre. Be skolan göra ett nytt förslag om det behövs.");

public sealed record SigneringUtanNamn() : Refusal("BYTE-NAMN", "Skriv ditt för- och efternamn.", "Namn");

public sealed record ForsakranSaknas() : Refusal("BYTE-FORSAKRAN", "Kryssa för att du försäkrar att uppgifterna stämmer.", "Forsakrar");

public sealed record AvslagUtanSkal() : Refusal("AVSLAG-SKAL", "Skriv varför. Skolan läser skälet.", "Skal");

public sealed record AvslagSkalOgiltigt(int Max) : Refusal("AVSLAG-LANGT", $"Skriv skälet med högst {Max} tecken och utan personnummer.", "Skal");

public sealed record RollSaknas() : Refusal("CSN-ROLL", "Välj minst en roll.", "Roller");

/// <summary>Nobody would have the cases.</summary>
public sealed record ArendenKvar() : Refusal("CSN-ARENDEN", "Personen har öppna ärenden. Välj en handläggare som tar över dem.", "OvertagareId");

/// <summary>A school helps its own users only; who else uses the account is not told.</summary>
public sealed record KontotDelas()
    : Refusal("KONTO-DELAS", $"Personen använder kontot också någon annanstans, så det är CSN som hjälper till med inloggningen. Ring {Hjalpvag.Partnertelefon}.");

/// <summary>A school that has an administrator gets the next by the rektor's assurance.</summary>
public sealed record AdministratorViaRektor()
    : Refusal("BEH-REKTOR", "Skolan har redan en behörighetsadministratör. En ny föreslås av skolan och försäkras av rektor, och godkänns under Nya administratörer.");
