using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>Brings made-up cases through the decisions, by the case's own verbs.</summary>
public static class Seedbeslut
{
    /// <summary>A day more than the student has to answer.</summary>
    private const int DagarTillSvar = 15;

    /// <summary>Asks the student where something was wrongly paid, decides the outcome by the estimate when the answer day has passed, and closes the case.</summary>
    public static void AvslutaMedBeslut(this Arende arende, long kontoId, DateTime tid)
    {
        var avrakning = Avrakning(arende.Skolkrapport);
        if (avrakning.FelUtbetalt.Belopp > 0)
        {
            var fragat = tid.AddDays(-DagarTillSvar);
            var fraga = arende.Kommunicera(kontoId, avrakning, [], fragat);
            fraga.SkrivUt(fragat, $"{fragat.Ticks:x32}");
            fraga.MarkeraSkickat(fragat, kontoId);
            arende.RaknaSvarstid(fraga);
        }

        arende.BeslutaUtfall(kontoId, avrakning, Utfallsval.EnligtUppskattningen, motivering: null, tid);
        arende.Avsluta(kontoId, tid);
    }

    /// <summary>What the report comes to, as it stands.</summary>
    internal static Avrakning Avrakning(Skolkrapport rapport) => Skolkrapportering.Avrakning.Berakna(
        Uppskattning.Berakna(rapport.ForstaDag, rapport.SistaDag, rapport.Rapportdag), rapport.SistaDag, rapport.Rapportdag, Lasar.For(rapport.Rapportdag).SistaDag);

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
