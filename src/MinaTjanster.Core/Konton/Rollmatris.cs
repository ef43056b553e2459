namespace MinaTjanster.Core.Konton;

/// <summary>What a page or act asks for.</summary>
public enum Rattighet
{
    /// <summary>See the active school's students.</summary>
    VisaStuderande,

    /// <summary>Report, end, change and delete skolk for the active school.</summary>
    RapporteraSkolk,

    /// <summary>Report, change and take back events of the active school's students, one by one or by file.</summary>
    RapporteraHandelser,

    /// <summary>Report the active school's utbildningar and studietider; keep its own facts and contact persons.</summary>
    RapporteraStudietider,

    /// <summary>Upload and send frånvarounderlag for the active school.</summary>
    SkickaUnderlag,

    /// <summary>CSN: see the queue and cases of all schools, and decide them.</summary>
    GranskaUnderlag,

    /// <summary>CSN: register underlag that came on paper.</summary>
    RegistreraPapper,

    /// <summary>See names and personnummer of people with protected identity.</summary>
    SeSkyddadeIdentiteter,

    /// <summary>Make the log of who has seen a person with protected identity, to hand to that person.</summary>
    LamnaUtAtkomstlogg,

    /// <summary>Identity Manager: the active school's users, their behörigheter and its settings.</summary>
    AdministreraAnvandare,

    /// <summary>Propose a behörighetsadministratör for the active school, for the rektor to sign and CSN to approve.</summary>
    ForeslaAdministrator,

    /// <summary>Order SR behörigheter from CSN for the active school.</summary>
    BestallBehorigheter,

    /// <summary>See a user and decide what the table lets the holder decide; CSN staff at every school.</summary>
    VardaAnvandare,

    /// <summary>Change a user's facts, send one-time passwords, unlock, end; CSN staff at every school.</summary>
    SkotaKonton,

    /// <summary>CSN: search the users of all schools.</summary>
    SeSkolornasAnvandare,

    /// <summary>CSN: decide orders and changes of administrator, send letters, look after accounts.</summary>
    HandlaggBehorigheter,

    /// <summary>CSN: decide how a school reports.</summary>
    AndraRapporteringssatt,

    /// <summary>CSN: review the reports of studietider of one's own schools.</summary>
    GranskaStudietider,

    /// <summary>CSN: set up rounds in which schools are to report studietider, and remind those that have not.</summary>
    SkotaRapporteringsomgangar,

    /// <summary>CSN: keep the page Kontakta CSN: phone hours, and what each contact person answers for.</summary>
    SkotaKontaktsidan,

    /// <summary>CSN: write, publish and take down news to schools.</summary>
    SkotaNyheter,

    /// <summary>CSN: set up outages and the read-only mode, end and cancel them.</summary>
    SkotaDriftavbrott,

    /// <summary>CSN: see what readers answer about the public pages.</summary>
    SeSidomdomen,

    /// <summary>CSN: search the log of everybody's acts and of views.</summary>
    SokILogg,

    /// <summary>Ask CSN for another way to report, for the active school.</summary>
    BegarRapporteringssatt,

    /// <summary>CSN: decide requests for CSN-order.</summary>
    GodkannCsnOrder,

    /// <summary>See the active school's duties with their days in a calendar.</summary>
    SeKalendern,

    /// <summary>CSN: see what is overdue at which school, and remind.</summary>
    BevakaFrister,

    /// <summary>CSN-order: order forms and brochures for the active school.</summary>
    BestallMaterial,

    /// <summary>CSN: pack and send what schools have ordered; keep articles and stock.</summary>
    SkotaCsnOrder,
}

/// <summary>Which schools a right reaches.</summary>
public enum Rackvidd
{
    Skolan,
    AllaSkolor,

    /// <summary>All schools for those who hold it at CSN, the active one for others.</summary>
    SkolanEllerAlla,
}

/// <summary>Who may do what: the whole matrix, in one place (design decision 7). docs/behorigheter.md is tested against it.</summary>
public static class Rollmatris
{
    public static IReadOnlyDictionary<Rattighet, IReadOnlySet<Behorighetsslag>> Rader { get; } = new Dictionary<Rattighet, IReadOnlySet<Behorighetsslag>>
    {
        [Rattighet.VisaStuderande] = Slag(Behorighetsslag.Studeranderapportering),
        [Rattighet.RapporteraSkolk] = Slag(Behorighetsslag.Studeranderapportering),
        [Rattighet.RapporteraHandelser] = Slag(Behorighetsslag.Studeranderapportering),
        [Rattighet.RapporteraStudietider] = Slag(Behorighetsslag.StudietiderUtbildningar),
        [Rattighet.SkickaUnderlag] = Slag(Behorighetsslag.Studeranderapportering),
        [Rattighet.GranskaUnderlag] = Slag(Behorighetsslag.CsnHandlaggare),
        [Rattighet.RegistreraPapper] = Slag(Behorighetsslag.CsnHandlaggare),
        [Rattighet.SeSkyddadeIdentiteter] = Slag(Behorighetsslag.CsnSkyddadeIdentiteter),
        [Rattighet.LamnaUtAtkomstlogg] = Slag(Behorighetsslag.CsnSkyddadeIdentiteter),
        [Rattighet.AdministreraAnvandare] = Slag(Behorighetsslag.Behorighetsadministrator),
        [Rattighet.ForeslaAdministrator] = Slag(Behorighetsslag.Behorighetsadministrator, Behorighetsslag.Behorighetsansvarig),
        [Rattighet.BestallBehorigheter] = Slag(Behorighetsslag.Behorighetsansvarig),
        [Rattighet.VardaAnvandare] = Slag(Behorighetsslag.Behorighetsadministrator, Behorighetsslag.CsnBehorighetshandlaggare, Behorighetsslag.CsnBlankettservice),
        [Rattighet.SkotaKonton] = Slag(Behorighetsslag.Behorighetsadministrator, Behorighetsslag.CsnBehorighetshandlaggare),
        [Rattighet.SeSkolornasAnvandare] = Slag(Behorighetsslag.CsnBehorighetshandlaggare, Behorighetsslag.CsnBlankettservice),
        [Rattighet.HandlaggBehorigheter] = Slag(Behorighetsslag.CsnBehorighetshandlaggare),
        [Rattighet.AndraRapporteringssatt] = Slag(Behorighetsslag.CsnKontaktperson),
        [Rattighet.GranskaStudietider] = Slag(Behorighetsslag.CsnKontaktperson),
        [Rattighet.SkotaRapporteringsomgangar] = Slag(Behorighetsslag.CsnKontaktperson),
        [Rattighet.SkotaKontaktsidan] = Slag(Behorighetsslag.CsnKontaktperson, Behorighetsslag.CsnBehorighetshandlaggare),
        [Rattighet.SkotaNyheter] = Slag(Behorighetsslag.CsnKontaktperson, Behorighetsslag.CsnBehorighetshandlaggare),
        [Rattighet.SkotaDriftavbrott] = Slag(Behorighetsslag.CsnKontaktperson, Behorighetsslag.CsnBehorighetshandlaggare),
        [Rattighet.SeSidomdomen] = Slag(Behorighetsslag.CsnKontaktperson, Behorighetsslag.CsnBehorighetshandlaggare),
        [Rattighet.SokILogg] = Slag(Behorighetsslag.CsnBehorighetshandlaggare),
        [Rattighet.BegarRapporteringssatt] = Slag(Behorighetsslag.Behorighetsadministrator, Behorighetsslag.Behorighetsansvarig, Behorighetsslag.Studeranderapportering),
        [Rattighet.GodkannCsnOrder] = Slag(Behorighetsslag.CsnBlankettservice),
        [Rattighet.SeKalendern] = Slag(Behorighetsslag.Studeranderapportering, Behorighetsslag.StudietiderUtbildningar, Behorighetsslag.Behorighetsadministrator),
        [Rattighet.BevakaFrister] = Slag(Behorighetsslag.CsnHandlaggare, Behorighetsslag.CsnKontaktperson),
        [Rattighet.BestallMaterial] = Slag(Behorighetsslag.CsnOrder),
        [Rattighet.SkotaCsnOrder] = Slag(Behorighetsslag.CsnBlankettservice),
    };

    /// <summary>How far the right reaches: CSN staff reach all schools, others the active one.</summary>
    public static Rackvidd Rackvidd(this Rattighet rattighet) =>
        Rader[rattighet].All(s => s.ArCsn()) ? Konton.Rackvidd.AllaSkolor
        : Rader[rattighet].Any(s => s.ArCsn()) ? Konton.Rackvidd.SkolanEllerAlla
        : Konton.Rackvidd.Skolan;

    public static bool ArCsn(this Behorighetsslag slag) => slag is
        Behorighetsslag.CsnHandlaggare or
        Behorighetsslag.CsnSkyddadeIdentiteter or
        Behorighetsslag.CsnBehorighetshandlaggare or
        Behorighetsslag.CsnBlankettservice or
        Behorighetsslag.CsnKontaktperson;

    private static HashSet<Behorighetsslag> Slag(params Behorighetsslag[] slag) => [.. slag];
}
