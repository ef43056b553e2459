using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Publicerat;

/// <summary>An event and what became of it.</summary>
/// <param name="Kanal">How it was sent.</param>
/// <param name="Fonster">When the window in which it was sent closed, UTC.</param>
/// <param name="Publicerad">Payments have been told of it: what was sent late can cease at a moment before.</param>
/// <param name="Upphorde">UTC; null while it holds.</param>
public sealed record Handelseforlopp(
    long Id, long? ErsatterId, Handelseuppgift Uppgift, Sandningskanal Kanal, DateTime Fonster, Handelsestatus Status, DateTime? Upphorde, bool Publicerad = false);

/// <summary>What comes of a window.</summary>
/// <param name="Rattelser">Corrections that CSN is told of: what was reported, and what is said now.</param>
public sealed record Publiceringsbeslut(
    IReadOnlyList<(long HandelseId, Publiceringsslag Slag)> Publiceras, IReadOnlyList<(long HandelseId, long? NyHandelseId)> Rattelser);

/// <summary>
/// What payments are told of one student when a window closes (domain.md section 6, Ladok). Pure: it sees how the events stood when the window
/// closed, however late it is asked.
/// </summary>
public static class Publiceringsregel
{
    /// <param name="handelser">The student's events that were sent or ceased in the window.</param>
    /// <param name="fonster">When the window closed, UTC.</param>
    public static Publiceringsbeslut Bedom(IReadOnlyList<Handelseforlopp> handelser, DateTime fonster)
    {
        // What was sent and ceased in the same window leaves no trace.
        var nya = handelser.Where(h => h.Fonster == fonster && !h.Publicerad && !Upphorde(h, fonster)).ToList();
        List<(long, Publiceringsslag)> publiceras = [];
        List<(long, long?)> rattelser = [];
        var tillCsn = new HashSet<long>();
        var kanda = handelser.Where(h => (h.Fonster < fonster || h.Publicerad) && Upphorde(h, fonster)).Select(h => (Tidigare: h, Sist: Sista(h, handelser, fonster))).ToList();
        var anmaldaIgen = AnmaldaIgen(
            [.. kanda.Where(k => k.Sist == k.Tidigare || Upphorde(k.Sist, fonster)).Select(k => k.Tidigare)],
            // What was reported anew, not what a change has made of something known.
            nya.Where(n => !kanda.Exists(k => k.Sist == n)));
        foreach (var (tidigare, sist) in kanda)
        {
            if (sist != tidigare && !Upphorde(sist, fonster))
            {
                // A change. Elsewhere the new event, which says what it replaces, is published as it is.
                if (sist.Kanal == Sandningskanal.Ladok)
                {
                    rattelser.Add((tidigare.Id, sist.Id));
                    tillCsn.Add(sist.Id);
                }
            }
            else if (anmaldaIgen.Contains(tidigare) || HarPasserat(tidigare.Uppgift, sist.Upphorde!.Value.SvenskDag()))
            {
                // Taken back and reported anew: the new one says it all. Taken back when the time was over: nothing is to be paid or stopped.
            }
            else if (tidigare.Kanal == Sandningskanal.Ladok)
            {
                rattelser.Add((tidigare.Id, null));
            }
            else
            {
                publiceras.Add((tidigare.Id, Publiceringsslag.Borttagen));
            }
        }

        publiceras.AddRange(nya.Where(n => !tillCsn.Contains(n.Id)).Select(n => (n.Id, Publiceringsslag.Ny)));
        return new(publiceras, rattelser);
    }

    /// <summary>The removals that a new registration settles: each the one of its course that lies nearest, overlapping ones first.</summary>
    private static HashSet<Handelseforlopp> AnmaldaIgen(List<Handelseforlopp> tillbakatagna, IEnumerable<Handelseforlopp> anmalda)
    {
        var igen = new HashSet<Handelseforlopp>();
        foreach (var ny in anmalda)
        {
            var narmast = tillbakatagna.Where(t => !igen.Contains(t) && SammaKurs(ny.Uppgift, t.Uppgift))
                .OrderBy(t => ny.Uppgift.Overlappar(t.Uppgift.ForstaDag, t.Uppgift.Slut) ? 0 : 1)
                .ThenBy(t => Math.Abs(ny.Uppgift.ForstaDag.DayNumber - t.Uppgift.ForstaDag.DayNumber))
                .FirstOrDefault();
            if (narmast is not null)
                igen.Add(narmast);
        }

        return igen;
    }

    /// <summary>The end of a chain of changes within the window.</summary>
    private static Handelseforlopp Sista(Handelseforlopp handelse, IReadOnlyList<Handelseforlopp> handelser, DateTime fonster)
    {
        while (handelse.Status == Handelsestatus.Ersatt && Upphorde(handelse, fonster) && handelser.FirstOrDefault(h => h.ErsatterId == handelse.Id) is { } nasta)
            handelse = nasta;
        return handelse;
    }

    private static bool Upphorde(Handelseforlopp handelse, DateTime fonster) =>
        handelse.Upphorde is { } tid && Sandningsfonster.Stanger(tid) <= fonster;

    /// <summary>Only where a course is named: two absences of one student are two things.</summary>
    private static bool SammaKurs(Handelseuppgift ny, Handelseuppgift tidigare) =>
        ny.Slag == tidigare.Slag && (tidigare.Kurskod ?? tidigare.Utbildning) is not null && ny.SammaUtbildning(tidigare.Utbildning, tidigare.Kurskod);

    /// <summary>An event of one day has no period that could be over: an avbrott goes on having effect.</summary>
    private static bool HarPasserat(Handelseuppgift uppgift, DateOnly dag) => uppgift.SistaDag < dag;
}
