using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>How an outcome comes through the check by a colleague.</summary>
/// <param name="Dras">Is it drawn by lot? By its amount it may be drawn all the same.</param>
/// <param name="Vantar">Where it is drawn it still waits.</param>
/// <param name="Ater">Why it is sent back first, or null.</param>
public sealed record Seedkontroll(long KollegaId, bool Dras, bool Vantar, Returorsak? Ater);

/// <summary>Brings made-up cases through the decisions, by the case's own verbs.</summary>
public static class Seedbeslut
{
    /// <summary>A day more than the student has to answer.</summary>
    private const int DagarTillSvar = 15;

    /// <summary>Asks the student where something was wrongly paid, decides the outcome by the estimate when the answer day has passed, and closes the case.</summary>
    /// <param name="kontroll">Null for what was decided before there were such checks.</param>
    public static void AvslutaMedBeslut(this Arende arende, long kontoId, DateTime tid, Seedkontroll? kontroll = null)
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

        if (kontroll is null)
            arende.BeslutaUtfall(kontoId, avrakning, Utfallsval.EnligtUppskattningen, motivering: null, tid);
        else if (!MedKontroll(arende, kontoId, avrakning, kontroll, ref tid))
            return;
        arende.Avsluta(kontoId, tid);
    }

    /// <returns>False where the outcome still waits for the colleague.</returns>
    private static bool MedKontroll(Arende arende, long kontoId, Avrakning avrakning, Seedkontroll kontroll, ref DateTime tid)
    {
        var uppgift = new Utfallsuppgift(Utfallsval.EnligtUppskattningen, Horandesvar.IngetSvar, null);
        var installning = new Fyraogoninstallning(Andel: kontroll.Dras ? 100 : 0);
        arende.BeslutaUtfall(kontoId, avrakning, uppgift, installning, tid);
        if (arende.KontrollVantar is null)
            return true;
        if (kontroll.Vantar)
            return false;
        if (kontroll.Ater is { } orsak)
        {
            arende.LamnaTillbakaUtfallet(kontroll.KollegaId, orsak, ord: null, handlaggareKvar: true, tid = tid.AddMinutes(40));
            arende.BeslutaUtfall(kontoId, avrakning, uppgift, installning, tid = tid.AddMinutes(40));
        }

        arende.InstamIUtfallet(kontroll.KollegaId, avrakning, tid = tid.AddMinutes(40));
        return true;
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
