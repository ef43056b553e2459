using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studietider;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>Brings made-up cases through the decisions, by the case's own verbs.</summary>
public static class Seedbeslut
{
    /// <summary>Decides the outcome by the estimate, and closes the case.</summary>
    public static void AvslutaMedBeslut(this Arende arende, long kontoId, DateTime tid)
    {
        var rapport = arende.Skolkrapport;
        var fel = Uppskattning.Berakna(rapport.ForstaDag, rapport.SistaDag, rapport.Rapportdag);
        var avrakning = Avrakning.Berakna(fel, rapport.SistaDag, rapport.Rapportdag, Lasar.For(rapport.Rapportdag).SistaDag);
        arende.BeslutaUtfall(kontoId, avrakning, Utfallsval.EnligtUppskattningen, motivering: null, tid);
        arende.Avsluta(kontoId, tid);
    }

    /// <summary>The letters of the case were printed and posted, once their windows had closed.</summary>
    public static void SkickaBreven(this Arende arende, long kontoId, string nyckel, DateTime tid)
    {
        foreach (var beslut in arende.Beslut.Where(b => b.GallerFran <= tid && b is { Utskriven: null, Makulerat: null }))
        {
            beslut.SkrivUt(tid, nyckel);
            beslut.MarkeraSkickat(tid, kontoId);
        }
    }
}
