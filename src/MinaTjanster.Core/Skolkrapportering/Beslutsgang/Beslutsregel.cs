using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>How the student answered the hearing.</summary>
public enum Horandesvar
{
    /// <summary>Not at all, through the last day.</summary>
    IngetSvar,

    /// <summary>In writing or by telephone.</summary>
    Synpunkter,
}

/// <summary>What the handläggare decides about what was wrongly paid.</summary>
public enum Utfallsval
{
    /// <summary>Offset against coming payments as far as they reach, the rest demanded back (<see cref="Avrakning"/>).</summary>
    EnligtUppskattningen,

    /// <summary>Nothing is taken back.</summary>
    IngetKrav,
}

/// <summary>What the handläggare has decided, before it is judged.</summary>
public sealed record Utfallsuppgift(Utfallsval Val, Horandesvar Svar, string? Motivering);

/// <summary>When an outcome may be decided, and which reason code it has. Days are dated data [V].</summary>
public static class Beslutsregel
{
    private static readonly (DateOnly Fran, int Dagar)[] Svarstider = [(DateOnly.MinValue, 14)];

    /// <summary>How many days the student has to answer a question that is asked on a day.</summary>
    public static int Svarsdagar(DateOnly dag) => Svarstider.Last(s => s.Fran <= dag).Dagar;

    /// <summary>The last day for the student's answer to a hearing whose letter is posted on a day, inclusive. As many days as the letter says.</summary>
    public static DateOnly SvarSenast(Skolkbeslut fraga, DateOnly skickat) => skickat.AddDays(Svarsdagar(fraga.Beslutat.SvenskDag()));

    /// <summary>
    /// Who is to lose money is heard first, and has until the last day to answer, counted from the day the letter was posted; an answer ends the wait, also to a letter that nobody has marked as posted. Where nothing was wrongly paid, nobody need be heard.
    /// </summary>
    public static Refusal? Hinder(Arende arende, Avrakning avrakning, Utfallsuppgift uppgift, DateOnly idag)
    {
        if (avrakning.FelUtbetalt.Belopp == 0)
        {
            return null;
        }

        if (SkaFragas(arende, avrakning))
        {
            return new ArendeInteKommunicerat();
        }

        if (arende.StudentenSvararSenast is null && !(uppgift.Svar == Horandesvar.Synpunkter && arende.FraganArUtskriven))
        {
            return new ArendeFraganInteSkickad();
        }

        return uppgift.Svar == Horandesvar.IngetSvar && arende.StudentenSvararSenast is { } senast && idag <= senast ? new ArendeSvarstidPagar(senast)
            : (uppgift.Svar == Horandesvar.Synpunkter || uppgift.Val == Utfallsval.IngetKrav) && string.IsNullOrWhiteSpace(uppgift.Motivering) ? new ArendeBeslutMotiveras()
            : null;
    }

    /// <summary>Has the student not been asked, or only about less than this: a smaller sum, or less of it to pay back?</summary>
    /// <param name="arende">With its decisions.</param>
    public static bool SkaFragas(Arende arende, Avrakning avrakning) =>
        arende.Kommunicerat is null
        || avrakning.FelUtbetalt.Belopp > arende.KommuniceratBelopp
        || avrakning.Aterkravs > arende.Beslut.LastOrDefault(b => b is { Slag: Skolkbeslutsslag.Kommunicering, Makulerat: null })?.Aterkravs;

    /// <summary>The reason code of an outcome: one of the three of domain.md section 5, or that nothing is taken back.</summary>
    public static string Orsak(Avrakning avrakning, Utfallsval val) => avrakning switch
    {
        { FelUtbetalt.Belopp: 0 } => Beslutsorsaker.IngetFelaktigt,
        _ when val == Utfallsval.IngetKrav => Beslutsorsaker.InteStyrkt,
        { Aterkravs: 0 } => Beslutsorsaker.HelaAvraknas,
        { Avraknas: 0 } => Beslutsorsaker.Aterkrav,
        _ => Beslutsorsaker.DelAvraknas,
    };
}

/// <summary>A step of a case as domain.md section 5 has them.</summary>
public enum Beslutssteg
{
    Stoppat,
    Underlag,
    Kommunicering,
    Bedomning,
    Utfall,
    Avslutat,
}

public enum Steglage
{
    Klart,
    Nu,
    Kommer,

    /// <summary>Nobody was to lose anything, so nobody was heard.</summary>
    BehovsInte,
}

public sealed record Gangsteg(Beslutssteg Steg, Steglage Lage);

/// <summary>How far the decision has come.</summary>
public static class Beslutslage
{
    /// <summary>What <see cref="Text(Skolkbeslutsslag)"/> of a question begins with, before and now: it stands in the log.</summary>
    internal const string Fraga = "Kommunicering:";

    private const string Fragetext = Fraga + " fråga före beslut";

    /// <summary>The step that the case stands at.</summary>
    public static Beslutssteg Steg(this Arende arende, DateOnly idag) => arende switch
    {
        { Status: Arendestatus.Avslutat or Arendestatus.Atertaget } => Beslutssteg.Avslutat,
        { UtfallBeslutat: not null } => Beslutssteg.Utfall,
        { KontrollVantar: not null } => Beslutssteg.Bedomning,
        { Status: Arendestatus.Godkant, Kommunicerat: not null } => idag > arende.StudentenSvararSenast ? Beslutssteg.Bedomning : Beslutssteg.Kommunicering,
        { Status: Arendestatus.Godkant, Riskbelopp: 0, Uppskattat: not null } => Beslutssteg.Bedomning,
        { Status: Arendestatus.Godkant } => Beslutssteg.Kommunicering,
        _ => Beslutssteg.Underlag,
    };

    /// <summary>The steps to show, in order. One that has been passed without having happened is not said to be done: it is not needed, or left out where it never came to it.</summary>
    /// <param name="arende">With its decisions.</param>
    public static IReadOnlyList<Gangsteg> Gang(this Arende arende, DateOnly idag)
    {
        var nu = arende.Steg(idag);
        List<Gangsteg> gang = [];
        foreach (var steg in Enum.GetValues<Beslutssteg>())
        {
            if (steg >= nu)
                gang.Add(new(steg, steg == nu ? Steglage.Nu : Steglage.Kommer));
            else if (arende.HarGjort(steg))
                gang.Add(new(steg, Steglage.Klart));
            else if (steg == Beslutssteg.Kommunicering && (arende.UtfallBeslutat is not null || arende.Status == Arendestatus.Godkant))
                gang.Add(new(steg, Steglage.BehovsInte));
        }

        return gang;
    }

    private static bool HarGjort(this Arende arende, Beslutssteg steg) => steg switch
    {
        Beslutssteg.Stoppat => true, // by the report itself
        Beslutssteg.Underlag => arende.Godkant is not null,
        Beslutssteg.Kommunicering => arende.Kommunicerat is not null && (arende.StudentenSvararSenast is not null || arende.FraganArUtskriven),
        _ => arende.UtfallBeslutat is not null,
    };

    /// <summary>As the case stands at the step: until the letter has been posted, there is nothing to answer.</summary>
    /// <param name="mottagare">Whom the question is to.</param>
    public static string Text(this Gangsteg steg, Arende arende, Brevmottagare mottagare) => steg.Steg switch
    {
        Beslutssteg.Stoppat when arende.Skolkrapport.SistaDag is not null => "Interimistiskt beslut",
        Beslutssteg.Stoppat => "Utbetalningen stoppad",
        Beslutssteg.Underlag => "Underlaget granskas",
        Beslutssteg.Kommunicering when steg.Lage == Steglage.Nu && arende.StudentenSvararSenast is null => "Frågan ska skickas",
        Beslutssteg.Kommunicering => $"{mottagare.Forst()} får svara",
        Beslutssteg.Bedomning => "Bedömning",
        Beslutssteg.Utfall => "Utfall beslutat",
        Beslutssteg.Avslutat when arende.Status == Arendestatus.Atertaget => "Återtaget av skolan",
        Beslutssteg.Avslutat => "Avslutat",
        _ => throw new ArgumentOutOfRangeException(nameof(steg), steg, null),
    };

    /// <summary>As <see cref="Text(Skolkbeslutsslag)"/>, but does not say that payments stop when the student is back.</summary>
    public static string Text(this Skolkbeslut beslut) => beslut is { Slag: Skolkbeslutsslag.Stopp, SistaDag: not null } ? "Interimistiskt beslut" : beslut.Slag.Text();

    public static string Text(this Skolkbeslutsslag slag) => slag switch
    {
        Skolkbeslutsslag.Stopp => "Interimistiskt beslut: utbetalningen stoppas",
        Skolkbeslutsslag.Kommunicering => Fragetext,
        Skolkbeslutsslag.Utfall => "Beslut om utfall",
        Skolkbeslutsslag.Aterupptagande => "Beslut: utbetalningen återupptas",
        Skolkbeslutsslag.Upphavande => "Beslut: stoppet upphävs",
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };
}
