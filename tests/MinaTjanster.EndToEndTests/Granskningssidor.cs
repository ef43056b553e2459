using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.TestCommon;

namespace MinaTjanster.EndToEndTests;

/// <summary>The pages on which CSN and schools write to each other, notes are kept and several cases are approved, and what they show while they are walked.</summary>
internal static class Granskningssidor
{
    public static IEnumerable<Portalsida> Alla { get; } =
    [
        new("/granskning/{arendeId:long}/meddelanden", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}/meddelanden"),
        new("/granskning/{arendeId:long}/anteckningar", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}/anteckningar"),
        new("/granskning/godkann-flera", Personer.GretaGranberg, _ => "/granskning/godkann-flera"),
        new("/granskning/{arendeId:long}/fyra-ogon", Personer.StigSkyman, u => $"/granskning/{u.ArendeForKontroll}/fyra-ogon"),
        new("/granskning/{arendeId:long}", Personer.GretaGranberg, u => $"/granskning/{u.ArendeForKontroll}"),
        new("/granskning", Personer.GretaGranberg, _ => "/granskning?flik=vantar"),
        new("/granskning", Personer.StigSkyman, _ => "/granskning?flik=fyra-ogon"),
        new("/granskning/kvalitet", Personer.GretaGranberg, _ => "/granskning/kvalitet"),
        new("/ogiltig-franvaro/{id:long}/meddelanden", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportMedKomplettering}/meddelanden"),
        new("/ogiltig-franvaro/{id:long}/meddelanden", Personer.AnnaLind, u => $"/ogiltig-franvaro/{u.RapportUtanUnderlag}/meddelanden"),
    ];

    /// <summary>The outcome is decided, and drawn for a check. The caller saves.</summary>
    public static void VantaPaKontroll(Arende arende, Avrakning avrakning, DateTime nu)
    {
        var handlaggare = arende.HandlaggareKontoId!.Value;
        arende.Godkann(handlaggare, nu);
        arende.BeslutaUtfall(handlaggare, avrakning, new(Utfallsval.EnligtUppskattningen, Horandesvar.IngetSvar, null), new Fyraogoninstallning(Andel: 100), nu);
    }

    /// <summary>CSN has written about the case, the school has answered, and CSN has written again. The caller saves.</summary>
    public static void Forbered(Arende arende, long gretaId, long annaId, DateTime nu)
    {
        arende.Skriv(Meddelandepart.Csn, "Vilken klass går eleven i?", gretaId, Hemlighet.Ny(), nu);
        arende.Skriv(Meddelandepart.Skolan, "EK25A.", annaId, Hemlighet.Ny(), nu);
        arende.Skriv(Meddelandepart.Csn, "Tack. Har eleven bytt klass under hösten?", gretaId, Hemlighet.Ny(), nu);
    }
}
