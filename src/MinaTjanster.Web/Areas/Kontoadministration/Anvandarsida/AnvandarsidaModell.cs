using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Areas.Kontoadministration.Anvandarsida;

/// <param name="Nu">UTC.</param>
/// <param name="Hinder">What would be refused, and so is not offered.</param>
public sealed record AnvandarsidaModell(
    Anvandarrad Rad, Skola Skola, AktuellAnvandare Tittare, DateTime Nu, Kontohinder Hinder, IReadOnlyList<Historikrad> Historik)
{
    public bool ArSjalv => Rad.KontoId == Tittare.KontoId;

    public bool ArAktiv => Rad.Lage != Kontolage.Avslutat;

    public bool KanSkota => !ArSjalv && Tittare.Har(Rattighet.SkotaKonton);

    /// <summary>Is there anything in the table that the reader may give or take here?</summary>
    public bool KanGe => !ArSjalv && ArAktiv && Tittare.Administrerar(Skola).Count > 0;

    public string Lista => Tittare.ArCsn ? "/csn/anvandare" : "/identity-manager/anvandare";

    public Innehavrad? Har(Behorighetsslag slag) => Rad.Behorigheter.FirstOrDefault(b => b.Slag == slag);
}
