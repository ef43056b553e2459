using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>A student of a chunk, and what the chunk's rows have made of the state so far. Not tracked: the chunk writes what differs.</summary>
internal sealed class Filelev
{
    private readonly Dictionary<long, (DateOnly SistaDag, Stodform? Val)> _fore;
    private readonly bool _varSkyddad;

    public Filelev(Studerande studerande, Rapporteringslage lage, bool finns)
    {
        Studerande = studerande;
        Lage = lage;
        Finns = finns;
        Version = studerande.Version;
        _varSkyddad = studerande.ArSkyddad;
        _fore = studerande.Studieperioder.ToDictionary(p => p.Id, p => (p.SistaDag, p.ValdStodform));
    }

    public Studerande Studerande { get; }

    public Rapporteringslage Lage { get; set; }

    /// <summary>In the database already.</summary>
    public bool Finns { get; }

    /// <summary>As loaded: another act since then makes the chunk be judged again.</summary>
    public int Version { get; }

    /// <summary>Whether any row of the chunk has changed it.</summary>
    public bool Paverkad { get; set; }

    /// <summary>A student whom the school had, and whom a row has protected.</summary>
    public bool HarSkyddats => Finns && !_varSkyddad && Studerande.ArSkyddad;

    public IEnumerable<Studieperiod> NyaPerioder => Studerande.Studieperioder.Where(p => p.Id == 0);

    public IEnumerable<Studieperiod> AndradePerioder => Studerande.Studieperioder.Where(p => p.Id != 0 && _fore[p.Id] != (p.SistaDag, p.ValdStodform));

    public IEnumerable<long> BorttagnaPerioder => _fore.Keys.Except(Studerande.Studieperioder.Select(p => p.Id));

    /// <summary>What a row that stands says of the student; never that the protection has ended.</summary>
    public void Skydda()
    {
        if (Studerande.ArSkyddad)
            return;

        Studerande.Skydda();
        Paverkad = true;
    }

    /// <summary>Makes the study periods what the events say, as the form does.</summary>
    public void SkrivPerioder(IReadOnlyDictionary<long, Handelse> nya) => Studietidsskrivare.Skriv(Studerande, Lage.Perioder, nya);
}
