namespace MinaTjanster.Core.Konton;

/// <summary>What a page or act asks for.</summary>
public enum Rattighet
{
    /// <summary>See the active school's students.</summary>
    VisaStuderande,

    /// <summary>Report, end, change and delete skolk for the active school.</summary>
    RapporteraSkolk,

    /// <summary>Upload and send frånvarounderlag for the active school.</summary>
    SkickaUnderlag,

    /// <summary>CSN: see the queue and cases of all schools, and decide them.</summary>
    GranskaUnderlag,

    /// <summary>CSN: register underlag that came on paper.</summary>
    RegistreraPapper,

    /// <summary>See names and personnummer of people with protected identity.</summary>
    SeSkyddadeIdentiteter,

    /// <summary>Manage the active school's users and what is asked of them (Identity Manager).</summary>
    AdministreraAnvandare,
}

/// <summary>Who may do what: the whole matrix, in one place (design decision 7). docs/behorigheter.md is tested against it.</summary>
public static class Rollmatris
{
    public static IReadOnlyDictionary<Rattighet, IReadOnlySet<Behorighetsslag>> Rader { get; } = new Dictionary<Rattighet, IReadOnlySet<Behorighetsslag>>
    {
        [Rattighet.VisaStuderande] = Slag(Behorighetsslag.Studeranderapportering),
        [Rattighet.RapporteraSkolk] = Slag(Behorighetsslag.Studeranderapportering),
        [Rattighet.SkickaUnderlag] = Slag(Behorighetsslag.Studeranderapportering),
        [Rattighet.GranskaUnderlag] = Slag(Behorighetsslag.CsnHandlaggare),
        [Rattighet.RegistreraPapper] = Slag(Behorighetsslag.CsnHandlaggare),
        [Rattighet.SeSkyddadeIdentiteter] = Slag(Behorighetsslag.CsnSkyddadeIdentiteter),
        [Rattighet.AdministreraAnvandare] = Slag(Behorighetsslag.Behorighetsadministrator),
    };

    /// <summary>True when the right reaches all schools (CSN staff), false when it is for the active school.</summary>
    public static bool ArNationell(this Rattighet rattighet) => Rader[rattighet].All(s => s.ArCsn());

    public static bool ArCsn(this Behorighetsslag slag) => slag is
        Behorighetsslag.CsnHandlaggare or
        Behorighetsslag.CsnSkyddadeIdentiteter or
        Behorighetsslag.CsnBehorighetshandlaggare or
        Behorighetsslag.CsnBlankettservice or
        Behorighetsslag.CsnKontaktperson;

    private static HashSet<Behorighetsslag> Slag(params Behorighetsslag[] slag) => [.. slag];
}
