using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;

namespace MinaTjanster.Core.Skolkrapportering;

/// <remarks>What CSN and the school write to each other about the case (ADR 0048).</remarks>
public sealed partial class Arende
{
    private readonly List<Arendemeddelande> _meddelanden = [];

    /// <summary>In the order they were sent. Loaded by whoever writes or reads them.</summary>
    public IReadOnlyList<Arendemeddelande> Meddelanden => _meddelanden;

    /// <summary>UTC instant of CSN's message that waits for the school; null when none does.</summary>
    public DateTime? SkolanSkaSvara { get; private set; }

    /// <summary>UTC instant of the school's message that waits for CSN; null when none does.</summary>
    public DateTime? SkolanHarSvarat { get; private set; }

    /// <summary>A closed case's messages are read only. A school writes when CSN has.</summary>
    /// <param name="behoverSvar">Of CSN's own: whether the school is to answer. Nothing waits for the school after what only tells it something.</param>
    public void Skriv(Meddelandepart fran, string text, long kontoId, string nyckel, DateTime tid, bool behoverSvar = true)
    {
        KravOppet();
        Krav(fran == Meddelandepart.Csn || _meddelanden.Exists(m => m.Fran == Meddelandepart.Csn), "the school answers what CSN has written");
        LasMeddelanden(fran, tid);
        _meddelanden.Add(new(SkolaId, fran, text, kontoId, nyckel, tid));
        SkolanSkaSvara = fran == Meddelandepart.Csn && behoverSvar ? tid : null;
        SkolanHarSvarat = fran == Meddelandepart.Skolan ? tid : null;
    }

    /// <summary>The reader says that what the other side has written needs no answer.</summary>
    public void LasMeddelanden(Meddelandepart lasare, DateTime tid)
    {
        KravOppet();
        _meddelanden.Where(m => m.Fran != lasare).ToList().ForEach(m => m.Las(tid));
        if (lasare == Meddelandepart.Csn)
        {
            SkolanHarSvarat = null;
        }
        else
        {
            SkolanSkaSvara = null;
        }
    }

    /// <summary>Nobody waits for an answer in a closed case.</summary>
    private void SlutaVantaPaSvar() => (SkolanSkaSvara, SkolanHarSvarat) = (null, null);
}
