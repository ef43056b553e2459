using System.Collections.Frozen;
using MinaTjanster.Core.Skolor;
using static MinaTjanster.Core.Studeranderapportering.Handelser.Faltkravslag;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>
/// THE table of events (domain.md section 6): code, words, school forms, kind of support, fields, dates, and what each follows and overlaps.
/// How far back and ahead is ours [V], except that a start is never reported in advance [S].
/// </summary>
public static class Handelsetyper
{
    public const string Godkand = "GODKAND";
    public const string EjGodkand = "EJ_GODKAND";

    /// <summary>Two läsår back, none ahead.</summary>
    private static readonly Datumgrans IEfterskott = new(730, 0);

    /// <summary>A läsår ahead and two back.</summary>
    private static readonly Datumgrans AvenIForvag = new(730, 400);

    private static readonly Skolform[] AllaSkolformer = Enum.GetValues<Skolform>();

    private static readonly Faltkrav Sista = new(Handelsefalt.SistaDag, Obligatoriskt, "Sista dag", "Den sista dagen räknas med.");
    private static readonly Faltkrav Omfattning = new(Handelsefalt.Omfattning, Obligatoriskt, "Omfattning i procent", "100 är heltid.");
    private static readonly Faltkrav Utbildning = new(Handelsefalt.Utbildning, Obligatoriskt, "Utbildning");
    private static readonly Faltkrav Kurs = new(Handelsefalt.Utbildning, Obligatoriskt, "Kurs");
    private static readonly Faltkrav ValfriKurs = new(Handelsefalt.Utbildning, Frivilligt, "Kurs", "Fyll i om det bara gäller en av flera kurser.");
    private static readonly Faltkrav Kurskod = new(Handelsefalt.Kurskod, Frivilligt, "Kurskod");
    private static readonly Faltkrav YhPoang = new(Handelsefalt.Poang, Obligatoriskt, "Yh-poäng i perioden", "5 poäng i veckan är heltid.");
    private static readonly Faltkrav KomvuxPoang = new(Handelsefalt.Poang, Obligatoriskt, "Poäng i perioden", "20 poäng i veckan är heltid.");

    private static readonly IReadOnlyList<(string, string)> Betyg =
        [("A", "A"), ("B", "B"), ("C", "C"), ("D", "D"), ("E", "E"), ("F", "F (underkänt)"), ("-", "Streck (underlag saknas)")];

    private static readonly IReadOnlyList<(string, string)> Godkanden = [(Godkand, "Godkänd"), (EjGodkand, "Inte godkänd")];

    private static readonly IReadOnlyList<(string, string)> Konstavdelningar =
        [("A3", "Kompletterande utbildning, den studerande kan välja studiehjälp"), ("B", "Eftergymnasial utbildning")];

    private static readonly IReadOnlyList<(string, string)> Stodformer = [("STUDIEHJALP", "Studiehjälp"), ("STUDIEMEDEL", "Studiemedel")];

    private static readonly Handelsetyp[] Tabell =
    [
        new(Handelseslag.Antagen, "10", "Antagen", "Den studerande är antagen. Studietiden är planerad och kan rapporteras i förväg.")
        {
            Datum = AvenIForvag,
            Skolformer = Var(
                (Skolform.Komvux, new(Overlapp.InteSammaSlagOchUtbildning, [Kurs, Kurskod, Dag("Planerad start"), Sista, ..PoangEllerOmfattning("20 poäng i veckan är heltid.")])),
                (Skolform.Folkhogskola, new(Overlapp.InteSammaSlagOchUtbildning, [Utbildning, Inriktning, Dag("Planerad start"), Sista, Omfattning]))),
        },
        new(Handelseslag.BorjatStudera, "11", "Börjat studera", "Den studerande har börjat studera. Rapporteras aldrig i förväg.")
        {
            Datum = IEfterskott,
            Verkan = Studietidsverkan.Borjar,
            Skolformer = Var(
                (Skolform.Gymnasieskola, new(Overlapp.IngenStudietid, [
                    Dag("Startdatum"),
                    Sista with { Etikett = "Studietidens sista dag", Hjalp = "Oftast läsårets sista dag." },
                    new(Handelsefalt.Arskurs, Obligatoriskt, "Årskurs", "1–4.") { ArPerStuderande = true },
                    new(Handelsefalt.Studievagskod, Obligatoriskt, "Studievägskod", "Till exempel NANAT0000. L eller A som sjunde tecken visar att eleven är lärling.") { ArPerStuderande = true },
                ])),
                (Skolform.Komvux, new(Overlapp.InteSammaUtbildning, [Kurs, Kurskod, Dag("Startdatum"), Sista with { Etikett = "Kursens sista dag" }, .. PoangEllerOmfattning("20 poäng i veckan är heltid.")])),
                (Skolform.Folkhogskola, new(Overlapp.InteSammaUtbildning, [Utbildning, Inriktning with { Krav = Obligatoriskt }, Dag("Startdatum"), Sista with { Etikett = "Studietidens sista dag" }, Omfattning])),
                (Skolform.Yrkeshogskola, new(Overlapp.InteSammaUtbildning, [Utbildning, Dag("Studieperiodens första dag"), Sista with { Etikett = "Studieperiodens sista dag", Hjalp = "Höst och vår rapporteras var för sig: perioden får inte gå över jul." }, YhPoang])),
                (Skolform.Hogskola, new(Overlapp.InteSammaUtbildning, [Utbildning, Kurskod, Dag("Startdatum"), Sista, .. PoangEllerOmfattning("1,5 högskolepoäng i veckan är heltid.")])),
                (Skolform.KonstOchKultur, new(Overlapp.InteSammaUtbildning, [
                    Utbildning,
                    new(Handelsefalt.Avdelning, Obligatoriskt, "Slag av utbildning", Alternativ: Konstavdelningar),
                    Dag("Startdatum"),
                    Sista,
                    Omfattning,
                    new(Handelsefalt.Stodform, Frivilligt, "Vilket stöd har den studerande valt?", "Fyll i om den studerande är under 20 år och utbildningen är kompletterande.", Stodformer),
                ])),
                (Skolform.AnnanEftergymnasial, new(Overlapp.InteSammaUtbildning, [Utbildning, Dag("Startdatum"), Sista, Omfattning]))),
        },
        new(Handelseslag.StudietidForTermin, "12", "Studietid för terminen", "Den del av en kurs som den studerande läser under terminen.")
        {
            Datum = IEfterskott,
            Verkan = Studietidsverkan.Borjar,
            Skolformer = Var((Skolform.Komvux, new(Overlapp.InteSammaUtbildning, [Kurs, Kurskod, Dag("Första dag"), Sista, KomvuxPoang]))),
        },
        new(Handelseslag.Jullov, "13", "Jullov", "Skolans uppehåll över jul, då den studerande inte läser.")
        {
            Datum = AvenIForvag,
            Foljd = Foljd.InomStudietid,
            Skolformer = Var((Skolform.Komvux, new(Overlapp.InteSammaSlag, [Dag("Första lediga dag"), Sista with { Etikett = "Sista lediga dag" }]))),
        },
        new(Handelseslag.Franvaro, "31", "Frånvaro", "Den studerande är borta i ett sträck.")
        {
            Datum = IEfterskott,
            Foljd = Foljd.InomStudietid,
            DarSkolkForekommer = "Är frånvaron spridd och ogiltig rapporterar du skolk i stället.",
            Skolformer = ForAlla(Overlapp.InteSammaSlag, Dag("Första frånvarodag")),
        },
        new(Handelseslag.AterIStudier, "32", "Åter i studier", "Den studerande är tillbaka efter rapporterad frånvaro.")
        {
            Datum = IEfterskott,
            Foljd = Foljd.OppenFranvaro,
            Skolformer = ForAlla(Overlapp.Tillatet, Dag("Första dag tillbaka")),
        },
        new(Handelseslag.PlaneratUppehall, "33", "Planerat uppehåll", "Ett uppehåll i studierna som är bestämt i förväg, till exempel när en kurs inte ges.")
        {
            Datum = AvenIForvag,
            Foljd = Foljd.InomStudietid,
            Skolformer = Var(
                [.. new[] { Skolform.Komvux, Skolform.Yrkeshogskola, Skolform.Hogskola }.Select(s => (s, new Skolformsregel(Overlapp.InteSammaSlag, [Dag("Uppehållets första dag"), Sista with { Etikett = "Uppehållets sista dag" }])))]),
        },
        new(Handelseslag.AndradOmfattning, "41", "Ändrad omfattning", "Den studerande läser mer eller mindre än tidigare. Gäller studiemedel.")
        {
            Datum = AvenIForvag,
            Stod = Stodvillkor.BaraStudiemedel,
            Foljd = Foljd.InomStudietid,
            Skolformer = ForAlla(Overlapp.InteSammaSlagOchUtbildning, [Dag("Första dag med den nya omfattningen"), ValfriKurs, .. PoangEllerOmfattning(null)]),
        },
        new(Handelseslag.Forlangning, "42", "Förlängning", "Studietiden blir längre än vad som är rapporterat.")
        {
            Datum = AvenIForvag,
            Foljd = Foljd.StudietidAttForlanga,
            Verkan = Studietidsverkan.Forlanger,
            Skolformer = Var((Skolform.Komvux, new(Overlapp.Tillatet, [ValfriKurs, Kurskod, Dag("Ny sista dag")]))),
        },
        new(Handelseslag.Avbrott, "61", "Avbrott", "Den studerande har slutat i förtid.")
        {
            Datum = IEfterskott,
            Foljd = Foljd.InomStudietid,
            Verkan = Studietidsverkan.Slutar,
            Skolformer = ForAlla(Overlapp.Tillatet, Dag("Sista studiedag"), ValfriKurs),
        },
        new(Handelseslag.BytAvSkola, "62", "Byte av skola", "Den studerande har slutat hos er och börjat på en annan skola.")
        {
            Datum = IEfterskott,
            Foljd = Foljd.InomStudietid,
            Verkan = Studietidsverkan.Slutar,
            Skolformer = ForAlla(Overlapp.Tillatet, Dag("Sista studiedag hos er")),
        },
        new(Handelseslag.EjPaborjat, "63", "Ej påbörjat", "Den studerande var antagen eller väntad men kom aldrig.")
        {
            Datum = IEfterskott,
            Foljd = Foljd.UtanforStudietid,
            Skolformer = ForAlla(Overlapp.InteSammaSlagOchUtbildning, Dag("Planerad start"), ValfriKurs),
        },
        new(Handelseslag.Skolk, "51", "Skolk", "Spridd ogiltig frånvaro. Rapporteras på en egen sida, av alla skolor.")
        {
            Datum = IEfterskott,
            Stod = Stodvillkor.BaraStudiehjalp,
            ArEgenSida = true,
            ArAllaKanalers = true,
            Skolformer = Var([.. AllaSkolformer.Except([Skolform.Yrkeshogskola, Skolform.Hogskola, Skolform.AnnanEftergymnasial]).Select(s => (s, new Skolformsregel(Overlapp.InteSammaSlag, [
                Dag("Första skolkdag"),
                new(Handelsefalt.SistaDag, Frivilligt, "Sista skolkdag", "Bara om den studerande är tillbaka i stabila heltidsstudier."),
                new(Handelsefalt.Timmar, Frivilligt, "Timmar ogiltig frånvaro", "Måste anges innan det har gått 30 dagar."),
                new(Handelsefalt.Tillfallen, Frivilligt, "Antal tillfällen", "Måste anges innan det har gått 30 dagar."),
                new(Handelsefalt.Bekraftelse, Frivilligt, "Bekräftelse", "ja, om det är minst 4 timmar vid flera tillfällen. Måste anges innan det har gått 30 dagar."),
                new(Handelsefalt.Stodform, Frivilligt, "Valt stöd", "Bara i utbildningar där den studerande väljer stöd.", Stodformer),
            ])))]),
        },
        new(Handelseslag.Studieresultat, "71", "Studieresultat", "Vad den studerande har klarat av.")
        {
            Datum = IEfterskott,
            Foljd = Foljd.EfterStudiestart,
            Skolformer = Var(
                (Skolform.Komvux, new(Overlapp.InteSammaSlagOchUtbildning, [Kurs, Kurskod, Dag("Betygsdatum"), new(Handelsefalt.Resultat, Obligatoriskt, "Betyg", Alternativ: Betyg) { ArPerStuderande = true }])),
                (Skolform.Folkhogskola, new(Overlapp.InteSammaSlag, [Dag("Periodens första dag"), Sista with { Etikett = "Periodens sista dag" }, new(Handelsefalt.Resultat, Obligatoriskt, "Resultat", Alternativ: Godkanden) { ArPerStuderande = true }])),
                (Skolform.Yrkeshogskola, new(Overlapp.InteSammaSlag, [Dag("Periodens första dag"), Sista with { Etikett = "Periodens sista dag" }, YhPoang with { Etikett = "Godkända yh-poäng", Hjalp = null, ArPerStuderande = true }])),
                (Skolform.Hogskola, new(Overlapp.InteSammaSlagOchUtbildning, [
                    Kurs,
                    Kurskod,
                    Dag("Periodens första dag"),
                    Sista with { Etikett = "Periodens sista dag" },
                    new(Handelsefalt.Poang, Obligatoriskt, "Godkända högskolepoäng", "Bara kurser och delar som ger poäng enligt kursplanen.") { ArPerStuderande = true },
                ]))),
        },
        new(Handelseslag.Kursregistrering, "81", "Kursregistrering", "Den studerande är registrerad på en kurs.")
        {
            Datum = AvenIForvag,
            Verkan = Studietidsverkan.Borjar,
            Skolformer = Var((Skolform.Hogskola, new(Overlapp.InteSammaUtbildning, Kursfalt))),
        },
        new(Handelseslag.Intyg2441W, "82", "Intyg om kursregistrering (2441W)", "Används bara när registreringen inte kan skickas elektroniskt.")
        {
            Datum = AvenIForvag,
            Verkan = Studietidsverkan.Borjar,
            ArAllaKanalers = true,
            ArIntyg = true,
            Skolformer = Var((Skolform.Hogskola, new(Overlapp.InteSammaUtbildning, Kursfalt))),
        },
        new(Handelseslag.Handledarintyg, "83", "Handledarintyg", "För ett självständigt arbete som tar större delen av en termin.")
        {
            Datum = IEfterskott,
            Foljd = Foljd.EfterStudiestart,
            ArAllaKanalers = true,
            ArIntyg = true,
            Skolformer = Var((Skolform.Hogskola, new(Overlapp.InteSammaSlagOchUtbildning, [
                Kurs,
                Kurskod with { Krav = Obligatoriskt },
                new(Handelsefalt.Totalpoang, Obligatoriskt, "Kursens poäng totalt"),
                new(Handelsefalt.Poang, Obligatoriskt, "Poäng som bedöms vara gjorda"),
                Dag("Bedömningsdag"),
                new(Handelsefalt.Handledare, Obligatoriskt, "Handledare", "Handledaren bedömer alltid, och namnges därför alltid."),
                new(Handelsefalt.UtfardadAv, Frivilligt, "Utfärdat av", "Fyll i om handledaren har utsett någon annan att utfärda intyget."),
            ]))),
        },
        new(Handelseslag.Avstangning, "91", "Avstängning", "Den studerande är avstängd genom ett beslut.")
        {
            Datum = AvenIForvag,
            Foljd = Foljd.InomStudietid,
            ArEgenSida = true,
            ArAllaKanalers = true,
            Skolformer = Var((Skolform.Hogskola, new(Overlapp.InteSammaSlag, [
                Dag("Avstängningens första dag"),
                Sista with { Etikett = "Avstängningens sista dag" },
                new(Handelsefalt.Beslut, Obligatoriskt, "Beslutet", "En fil som bara handlar om den här personen: PDF, JPEG eller PNG, högst 20 MB."),
            ]))),
        },
    ];

    private static readonly FrozenDictionary<string, Handelsetyp> EfterKod = Tabell.ToFrozenDictionary(t => t.Kod);

    private static readonly FrozenDictionary<Handelseslag, Handelsetyp> EfterSlag = Tabell.ToFrozenDictionary(t => t.Slag);

    public static IReadOnlyList<Handelsetyp> Alla => Tabell;

    private static Faltkrav Inriktning => new(Handelsefalt.Kurskod, Frivilligt, "Inriktning", "Sju tecken, till exempel 405812C.");

    private static Faltkrav[] Kursfalt =>
    [
        Kurs,
        Kurskod with { Krav = Obligatoriskt },
        Dag("Kursens första dag"),
        Sista with { Etikett = "Kursens sista dag" },
        new(Handelsefalt.Poang, Obligatoriskt, "Högskolepoäng i perioden", "1,5 högskolepoäng i veckan är heltid."),
    ];

    public static Handelsetyp Typ(this Handelseslag slag) => EfterSlag[slag];

    /// <returns>Null when there is no such code.</returns>
    public static Handelsetyp? MedKod(string kod) => EfterKod.GetValueOrDefault(kod);

    /// <summary>The events that a school form reports, in the order of the table.</summary>
    public static IEnumerable<Handelsetyp> For(Skolform skolform) => Tabell.Where(t => t.Skolformer.ContainsKey(skolform));

    /// <summary>Whether ogiltig frånvaro (skolk) is reported at a school form at all: nothing of it is shown where it is not.</summary>
    public static bool HarSkolk(this Skolform skolform) => Handelseslag.Skolk.Typ().For(skolform) is not null;

    private static Faltkrav Dag(string etikett) => new(Handelsefalt.ForstaDag, Obligatoriskt, etikett);

    private static Faltkrav[] PoangEllerOmfattning(string? hjalp) =>
    [
        new(Handelsefalt.Poang, NagotAv, "Poäng", hjalp is null ? "Ange poäng eller omfattning." : $"Ange poäng eller omfattning. {hjalp}"),
        new(Handelsefalt.Omfattning, NagotAv, "Omfattning i procent", "100 är heltid."),
    ];

    private static FrozenDictionary<Skolform, Skolformsregel> Var(params (Skolform Skolform, Skolformsregel Regel)[] rader) => rader.ToFrozenDictionary(r => r.Skolform, r => r.Regel);

    private static FrozenDictionary<Skolform, Skolformsregel> ForAlla(Overlapp overlapp, params Faltkrav[] falt) =>
        AllaSkolformer.ToFrozenDictionary(s => s, _ => new Skolformsregel(overlapp, falt));
}
