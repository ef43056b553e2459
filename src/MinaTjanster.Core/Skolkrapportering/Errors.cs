using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

// First day and the 15/30-day gate.
public sealed record SkolkForstaDagFramtid(DateOnly Idag) : Refusal(
    "SKOLK-FRAMTID",
    $"Första skolkdagen kan inte ligga i framtiden. Ange en dag till och med {SvenskText.Datum(Idag)}.",
    nameof(Skolkuppgift.ForstaDag));

public sealed record SkolkForTidigt(DateOnly Tidigast, DateOnly Normal) : Refusal(
    "SKOLK-DAG15",
    $"Det har inte gått 15 dagar sedan första skolkdagen. Skicka rapporten tidigast {SvenskText.Datum(Tidigast)} om frånvaron är omfattande, annars från {SvenskText.Datum(Normal)}.",
    nameof(Skolkuppgift.ForstaDag));

public sealed record SkolkTimmarKravs(DateOnly Normal) : Refusal(
    "SKOLK-TIMMARKRAVS",
    $"Ange hur många timmar ogiltig frånvaro det är hittills. Det behövs när du rapporterar före {SvenskText.Datum(Normal)}.",
    nameof(Skolkuppgift.OgiltigMinuter));

public sealed record SkolkTillfallenKravs(DateOnly Normal) : Refusal(
    "SKOLK-TILLFALLENKRAVS",
    $"Ange vid hur många tillfällen den studerande har varit ogiltigt frånvarande. Det behövs när du rapporterar före {SvenskText.Datum(Normal)}.",
    nameof(Skolkuppgift.Tillfallen));

public sealed record SkolkForFaTimmar(DateOnly Normal) : Refusal(
    "SKOLK-FYRATIMMAR",
    $"Före {SvenskText.Datum(Normal)} kan du bara rapportera om den ogiltiga frånvaron är minst 4 timmar. Kontrollera timmarna, eller vänta till {SvenskText.Datum(Normal)}.",
    nameof(Skolkuppgift.OgiltigMinuter));

public sealed record SkolkForFaTillfallen(DateOnly Normal) : Refusal(
    "SKOLK-TVATILLFALLEN",
    $"Före {SvenskText.Datum(Normal)} kan du bara rapportera om frånvaron är fördelad på minst 2 tillfällen. Kontrollera antalet, eller vänta till {SvenskText.Datum(Normal)}.",
    nameof(Skolkuppgift.Tillfallen));

public sealed record SkolkEjBekraftad(DateOnly Normal) : Refusal(
    "SKOLK-BEKRAFTA",
    $"Bekräfta att den ogiltiga frånvaron är minst 4 timmar vid flera tillfällen, eller vänta med rapporten till {SvenskText.Datum(Normal)}.",
    nameof(Skolkuppgift.Bekraftad));

// Last day.
public sealed record SkolkSistaForeForsta(DateOnly ForstaDag) : Refusal(
    "SKOLK-SISTAFORE",
    $"Sista skolkdagen kan inte ligga före den första. Ange {SvenskText.Datum(ForstaDag)} eller en senare dag.",
    nameof(Skolkuppgift.SistaDag));

public sealed record SkolkSistaDagFramtid(DateOnly Idag) : Refusal(
    "SKOLK-SISTAFRAMTID",
    $"Sista skolkdagen kan inte ligga i framtiden. Ange en dag till och med {SvenskText.Datum(Idag)}, eller vänta tills den studerande är tillbaka.",
    nameof(Skolkuppgift.SistaDag));

// Other reports of the same student.
public sealed record SkolkOppenRapport(DateOnly DenAndrasForstaDag) : Refusal(
    "SKOLK-OPPEN",
    $"Den studerande har redan en pågående skolkrapport från {SvenskText.Datum(DenAndrasForstaDag)}. Ange sista skolkdag i den rapporten först, eller ändra den om det gäller samma frånvaro.",
    nameof(Skolkuppgift.ForstaDag));

public sealed record SkolkOverlapp(DateOnly DenAndrasForstaDag, DateOnly DenAndrasSistaDag, DateOnly Tidigast) : Refusal(
    "SKOLK-OVERLAPP",
    $"Dagen ingår redan i skolkrapporten för {SvenskText.Datum(DenAndrasForstaDag)}–{SvenskText.Datum(DenAndrasSistaDag)}. Ange {SvenskText.Datum(Tidigast)} eller en senare dag.",
    nameof(Skolkuppgift.ForstaDag));

public sealed record SkolkOverlappSista(DateOnly DenAndrasForstaDag) : Refusal(
    "SKOLK-OVERLAPPSISTA",
    $"En annan skolkrapport för den studerande börjar {SvenskText.Datum(DenAndrasForstaDag)}. Ange en sista skolkdag före den dagen, eller ändra den rapporten i stället.",
    nameof(Skolkuppgift.SistaDag));

// Study period, age and kind of support.
public sealed record SkolkIngenStudietid() : Refusal(
    "SKOLK-INGENSTUDIETID",
    "Den studerande har ingen studietid hos er. Rapportera studietiden först och den ogiltiga frånvaron sedan.",
    nameof(Skolkuppgift.ForstaDag));

public sealed record SkolkUtanforStudietid(DateOnly PeriodensForstaDag, DateOnly PeriodensSistaDag, string Falt) : Refusal(
    "SKOLK-STUDIETID",
    $"{(Falt == nameof(Skolkuppgift.SistaDag) ? "Sista" : "Första")} skolkdagen ligger utanför den studerandes studietid. Ange en dag i perioden {SvenskText.Datum(PeriodensForstaDag)}–{SvenskText.Datum(PeriodensSistaDag)}, eller rätta studietiden först.",
    Falt);

public sealed record SkolkStudiemedel(string Falt) : Refusal(
    "SKOLK-STUDIEMEDEL",
    "Utbildningen ger studiemedel den dagen, och skolk rapporteras bara för studiehjälp och lärlingsersättning. Rapportera i stället frånvaro eller avbrott, om den studerande är borta från studierna.",
    Falt);

/// <summary>The sentence holds for all: a day or a year would tell the age of one whose identity is protected.</summary>
public sealed record SkolkEfterAldersgransen(DateOnly SistaDagMedStudiehjalp) : Refusal(
    "SKOLK-ALDER",
    "Studiehjälpen gäller till och med 30 juni det år man fyller 20, och efter det kan det vara studiemedel. Skolk rapporteras inte för studiemedel: rapportera i stället frånvaro eller avbrott, om den studerande är borta från studierna.",
    nameof(Skolkuppgift.ForstaDag));

public sealed record SkolkSistaEfterAldersgransen(DateOnly SistaDagMedStudiehjalp) : Refusal(
    "SKOLK-SISTAALDER",
    "Studiehjälpen gäller till och med 30 juni det år man fyller 20. Ange den dagen eller en tidigare som sista skolkdag.",
    nameof(Skolkuppgift.SistaDag));

public sealed record SkolkStodformOkand(string Falt) : Refusal(
    "SKOLK-STODFORM",
    "I den här utbildningen väljer den studerande själv mellan studiehjälp och studiemedel, och valet saknas. Ange vilket stöd den studerande har valt.",
    Falt);

// Numbers that cannot be.
public sealed record SkolkIngaTimmar() : Refusal(
    "SKOLK-INGATIMMAR",
    "Timmarna måste vara fler än 0, eftersom den första skolkdagen själv har ogiltig frånvaro. Rätta timmarna.",
    nameof(Skolkuppgift.OgiltigMinuter));

public sealed record SkolkForMangaTimmar(int Dagar, int HogstMinuter) : Refusal(
    "SKOLK-FORMANGATIMMAR",
    $"Timmarna är fler än vad som ryms i perioden ({Dagar} dagar, högst {SvenskText.Timmar(HogstMinuter)} timmar). Kontrollera timmarna och datumen.",
    nameof(Skolkuppgift.OgiltigMinuter));

public sealed record SkolkIngaTillfallen() : Refusal(
    "SKOLK-INGATILLFALLEN",
    "Antalet tillfällen måste vara minst 1, eftersom den första skolkdagen själv har ogiltig frånvaro. Rätta antalet.",
    nameof(Skolkuppgift.Tillfallen));

public sealed record SkolkForMangaTillfallen(int HogstTillfallen) : Refusal(
    "SKOLK-FORMANGATILLFALLEN",
    $"Antalet tillfällen är fler än vad som ryms i perioden och timmarna (högst {HogstTillfallen}). Ett tillfälle är en obruten frånvaro under en skoldag. Rätta antalet.",
    nameof(Skolkuppgift.Tillfallen));
