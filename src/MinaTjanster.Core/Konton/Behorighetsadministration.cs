using MinaTjanster.Core.Skolor;
using static MinaTjanster.Core.Konton.Behorighetsslag;

namespace MinaTjanster.Core.Konton;

/// <summary>Who gives and takes a behörighet.</summary>
public enum Administrator
{
    /// <summary>The school itself, in Identity Manager.</summary>
    Skolan,

    /// <summary>CSN's behörighetshandläggare, on an order from the school.</summary>
    Csn,

    /// <summary>CSN's blankettservice.</summary>
    Blankettservice,
}

/// <summary>
/// Who administers what: the one table that page, service and test ask (domain.md section 2).
/// </summary>
public static class Behorighetsadministration
{
    /// <summary>What can be held at a school, in the order people are shown it.</summary>
    public static IReadOnlyList<Behorighetsslag> Skolslag { get; } =
        [StudietiderUtbildningar, Behorighetsslag.Studeranderapportering, CsnOrder, Behorighetsadministrator, Behorighetsansvarig];

    /// <summary>What can be held at CSN, in the order people are shown it.</summary>
    public static IReadOnlyList<Behorighetsslag> Csnslag { get; } = [.. Enum.GetValues<Behorighetsslag>().Where(s => s.ArCsn())];

    /// <summary>The services a reporter uses, which lapse when nobody confirms them. An administrator does not lapse: nobody would be left to mend it.</summary>
    public static bool ArTjanst(this Behorighetsslag slag) => slag is StudietiderUtbildningar or Behorighetsslag.Studeranderapportering or CsnOrder;

    /// <summary>
    /// Who administers the behörighet at such a school. S&amp;U: the school. SR: CSN for gymnasieskola and for folkhögskola and komvux that do not
    /// report by file, else the school. The two administrating roles: CSN. CSN-order: blankettservice. CSN's own: CSN.
    /// </summary>
    public static Administrator For(Behorighetsslag slag, Skolform skolform, Rapporteringssatt satt) => slag switch
    {
        StudietiderUtbildningar => Administrator.Skolan,
        Behorighetsslag.Studeranderapportering => SrAdministreras(skolform, satt),
        CsnOrder => Administrator.Blankettservice,
        _ => Administrator.Csn,
    };

    public static Administrator For(Behorighetsslag slag, Skola skola) => For(slag, skola.Skolform, skola.Rapporteringssatt);

    private static Administrator SrAdministreras(Skolform skolform, Rapporteringssatt satt) => skolform switch
    {
        Skolform.Gymnasieskola => Administrator.Csn,
        Skolform.Komvux or Skolform.Folkhogskola => satt == Rapporteringssatt.Fil ? Administrator.Skolan : Administrator.Csn,
        _ => Administrator.Skolan,
    };

    /// <summary>The behörighet as a user reads it.</summary>
    public static string Text(this Behorighetsslag slag) => slag switch
    {
        StudietiderUtbildningar => "Studietider och utbildningar",
        Behorighetsslag.Studeranderapportering => "Studeranderapportering",
        Behorighetsadministrator => "Behörighetsadministratör",
        Behorighetsansvarig => "Behörighetsansvarig",
        CsnOrder => "CSN-order",
        CsnHandlaggare => "Handläggare",
        CsnSkyddadeIdentiteter => "Skyddade personuppgifter",
        CsnBehorighetshandlaggare => "Behörighetshandläggare",
        CsnBlankettservice => "Blankettservice",
        CsnKontaktperson => "Kontaktperson för skolor",
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };

    /// <summary>Who gives it, as a user reads it.</summary>
    public static string Text(this Administrator administrator) => administrator switch
    {
        Administrator.Skolan => "skolans behörighetsadministratör",
        Administrator.Csn => "CSN",
        Administrator.Blankettservice => "CSN:s blankettservice",
        _ => throw new ArgumentOutOfRangeException(nameof(administrator), administrator, null),
    };
}
