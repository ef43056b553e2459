using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>Too long ago, or too far ahead.</summary>
public sealed record LasaretRapporterasInte(Lasar? Lasar) : Refusal(
    "ST-LASARSLUT", $"Läsåret {Lasar} kan inte rapporteras nu. Välj förra läsåret, det här eller något av de två närmaste.");

/// <summary>Sent, and not yet decided.</summary>
public sealed record RapportenArHosCsn() : Refusal(
    "ST-HOSCSN", "Läsårets rapport är hos CSN för granskning. Den kan ändras igen när CSN har godkänt den eller skickat den åter.");

public sealed record UtbildningenUtanforLasaret(string Namn, Lasar? Lasar) : Refusal(
    "ST-UTBILDNINGSLASAR", $"{Namn} ges inte läsåret {Lasar}. Ändra utbildningens läsår först, eller välj en annan utbildning.");

public sealed record UtbildningenArkiveradForStudietid(string Namn) : Refusal(
    "ST-ARKIVERAD", $"{Namn} är arkiverad. Ta tillbaka utbildningen ur arkivet först.");

/// <summary>What is approved has been replaced since.</summary>
public sealed record StudietidenGallerInte() : Refusal("ST-ERSATT", "Studietiden gäller inte längre. En annan har ersatt den, eller så är den borttagen.");

public sealed record StudietidenTasBort() : Refusal("ST-BORTTAGNING", "Studietiden ska tas bort. Ångra borttagningen först om du vill ändra den i stället.");

/// <summary>Two had it open, or somebody has proposed another change of the same approved one.</summary>
/// <param name="StudietidId">The row that holds what is proposed, or holds, now.</param>
/// <param name="Nu">What it says.</param>
public sealed record StudietidenAndradAvAnnan(long StudietidId, Studietidsuppgift? Nu, int Version) : Refusal(
    "ST-VERSION", "Någon annan har ändrat studietiden sedan du öppnade sidan. Inget är sparat. Här ser du det som gäller nu bredvid det du skrev.");

/// <param name="Antal">Students of the school who are reported as studying then.</param>
public sealed record StudietidenBerorStuderande(int Antal) : Refusal(
    "ST-BERORDA",
    $"{(Antal == 1 ? "En studerande är rapporterad" : $"{Antal} studerande är rapporterade")} på utbildningen under studietiden och kan beröras. Bekräfta att du vill ändra ändå.");

public sealed record StudietidsrapportenTom() : Refusal("ST-TOM", "Det finns inget att skicka. Lägg till, ändra eller ta bort en studietid först.");

public sealed record StudietidsrapportenAndrad() : Refusal(
    "ST-RAPPORTVERSION", "Rapporten har ändrats sedan sidan visades. Inget är skickat. Titta igenom den igen och skicka sedan.");

public sealed record ForklaringenForLang() : Refusal("ST-FORKLARING", $"Skriv en förklaring på högst {Studietidsrapport.MaxSkal} tecken.", nameof(Studietidsrapport.Forklaring));

public sealed record ForklaringMedPersonnummer() : Refusal("ST-FORKLARINGPNR", "Ta bort personnumret ur förklaringen.", nameof(Studietidsrapport.Forklaring));

/// <summary>A row that no longer passes the rule when the report is sent.</summary>
/// <param name="Vad">The education and the days.</param>
/// <param name="Skal">What is wrong, as a sentence.</param>
public sealed record StudietidIRapportenNekad(long StudietidId, string Vad, string Skal) : Refusal("ST-RAD", $"{Vad}: {Skal}");

public sealed record IngetAttSkrivaFram(Lasar? Lasar) : Refusal(
    "ST-FRAMSKRIVNING", $"Läsåret {Lasar} har inga godkända studietider att utgå från. Lägg till studietiderna för nästa läsår en och en.");

/// <summary>What is withdrawn already, or was never sent.</summary>
public sealed record RapportenHosSkolan() : Refusal("ST-UTKAST", "Rapporten är redan tillbaka hos er. Ändra det som behövs och skicka den sedan.");

public sealed record RapportenTagen() : Refusal(
    "ST-TAGEN", "CSN har börjat granska rapporten, eller redan avgjort den. Den kan inte tas tillbaka. Kontakta CSN om något i den är fel.");

/// <summary>Opened and let go by CSN, or sent anew by somebody at the school, since the page was drawn.</summary>
public sealed record RapportenAndradForTillbaka() : Refusal(
    "ST-TILLBAKAVERSION", "Rapporten har ändrats sedan sidan visades. Den är inte tagen tillbaka. Se hur den står nu, och försök igen om ni fortfarande vill ha den tillbaka.");

public sealed record RapportenRedanAvgjord() : Refusal("ST-AVGJORD", "Rapporten väntar inte längre på granskning. Någon annan kan ha hunnit före.");

public sealed record RapportenAndradForGranskning() : Refusal("ST-GRANSKNINGSVERSION", "Rapporten har ändrats sedan sidan visades. Inget är beslutat. Titta igenom den igen.");

public sealed record AterskalSaknas() : Refusal("ST-SKAL", $"Skriv varför rapporten skickas åter, med högst {Studietidsrapport.MaxSkal} tecken.", nameof(Studietidsrapport.Skal));

public sealed record AterskalMedPersonnummer() : Refusal("ST-SKALPNR", "Ta bort personnumret ur texten.", nameof(Studietidsrapport.Skal));
