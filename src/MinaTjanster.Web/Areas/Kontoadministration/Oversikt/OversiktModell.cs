using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Areas.Kontoadministration.Oversikt;

/// <param name="Nu">UTC.</param>
public sealed record OversiktModell(Core.Konton.Skolval Skola, IReadOnlyList<Anvandarrad> Anvandare, Attesteringssida? Attestering, DateTime Nu)
{
    /// <summary>Behörigheter that the open round waits for; 0 when none is open.</summary>
    public int AntalAttBekrafta => Attestering is { Runda.Status: Attesteringsstatus.Oppen } sida ? sida.Rader.Count(r => r.Bekraftelse == Bekraftelse.Saknas) : 0;

    public int AntalAktiva => Anvandare.Count(a => a.Lage != Kontolage.Avslutat);

    public int AntalAdministratorer => Anvandare.Count(a => a.Lage != Kontolage.Avslutat && a.Har(Behorighetsslag.Behorighetsadministrator));

    public bool HarForFaAdministratorer => AntalAdministratorer < Administratorsvakt.Onskade;

    public IReadOnlyList<Anvandarrad> Lasta => [.. Anvandare.Where(a => a.LastTill is not null && a.Lage != Kontolage.Avslutat)];

    public IReadOnlyList<Anvandarrad> Inaktiva => [.. Anvandare.Where(a => a.ArInaktiv(Nu))];

    public IReadOnlyList<Anvandarrad> Olevererade => [.. Anvandare.Where(a => a.OlevereratMejl is not null && a.Lage != Kontolage.Avslutat)];

    public IReadOnlyList<Anvandarrad> ForGamlaEngangslosenord => [.. Anvandare.Where(a => a.Lage == Kontolage.EngangslosenordForGammalt)];
}
