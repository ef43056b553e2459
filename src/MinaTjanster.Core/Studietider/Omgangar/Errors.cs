namespace MinaTjanster.Core.Studietider.Omgangar;

public sealed record OmgangslasarFel() : Refusal("OMG-LASAR", "Skriv läsåret som 2027/28: det förra läsåret, det som pågår, eller något av de två följande.", "Lasar");

public sealed record OmgangUtanSkolform() : Refusal("OMG-SKOLFORM", "Välj minst en skolform.", "Skolformer");

public sealed record OppnarFel() : Refusal("OMG-OPPNAR", "Skriv den dag då omgången öppnar: i dag eller senare, till exempel 2027-03-01.", "Oppnar");

public sealed record SistaDagFel() : Refusal("OMG-SISTADAG", "Skriv den sista dagen att rapportera: i dag eller senare, till exempel 2027-05-15.", "SistaDag");

public sealed record OmgangBaklanges() : Refusal("OMG-ORDNING", "Sista dagen kan inte ligga före den dag då omgången öppnar, och högst ett år efter den.", "SistaDag");

public sealed record PaminnelsedagarFel() : Refusal("OMG-PAMINNELSER", $"Skriv en dag på varje rad, högst {Omgangsregel.MaxPaminnelser} dagar, till exempel 2027-04-15.", "Paminnelser");

public sealed record PaminnelseUtanfor(DateOnly Dag) : Refusal("OMG-UTANFOR", $"{Dag:yyyy-MM-dd} ligger inte mellan den dag då omgången öppnar och den sista dagen.", "Paminnelser");

public sealed record PaminnelseHarVarit(DateOnly Dag) : Refusal("OMG-HARVARIT", $"{Dag:yyyy-MM-dd} har redan varit. Ta bort den, eller välj en dag som kommer.", "Paminnelser");

/// <summary>Two rounds of the same thing would remind twice.</summary>
public sealed record OmgangenFinns(string Skolform) : Refusal("OMG-FINNS", $"Det finns redan en omgång för läsåret och {Skolform}. Ändra den i stället.", "Skolformer");

public sealed record OmgangenInstalld() : Refusal("OMG-INSTALLD", "Omgången är inställd.");

public sealed record OmgangenInteOppen() : Refusal("OMG-STANGD", "Omgången har inte öppnat, eller är slut sedan länge. Då går ingen påminnelse ut.");

/// <summary>The guard against two reminders in one day.</summary>
public sealed record RedanPamindaIDag() : Refusal("OMG-IDAG", "En påminnelse går ut, eller har gått ut, i dag. Skolorna får inte två på samma dag.");

public sealed record OmgangenAndrad() : Refusal("OMG-VERSION", "Någon annan har ändrat omgången sedan du öppnade sidan. Inget är sparat. Läs igenom den som den är nu.");
