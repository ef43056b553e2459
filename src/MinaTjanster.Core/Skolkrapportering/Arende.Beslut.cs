using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Skolkrapportering;

/// <remarks>
/// CSN's decisions in the case (ADR 0046). Those that follow from what the school reports are made in the same save as the report, to hold when its window closes;
/// the hearing and the outcome are the handläggare's.
/// </remarks>
public sealed partial class Arende
{
    private readonly List<Skolkbeslut> _beslut = [];

    /// <summary>In the order they were made. Loaded by whoever changes the report or decides.</summary>
    public IReadOnlyList<Skolkbeslut> Beslut => _beslut;

    /// <summary>UTC; null until the student has been asked about what the handläggare means to decide, and again when that changes.</summary>
    public DateTime? Kommunicerat { get; private set; }

    /// <summary>Whole kronor that the student was told of as wrongly paid.</summary>
    public int KommuniceratBelopp { get; private set; }

    /// <summary>The last day for the student's answer, inclusive.</summary>
    public DateOnly? StudentenSvararSenast { get; private set; }

    /// <summary>UTC; null until the outcome is decided.</summary>
    public DateTime? UtfallBeslutat { get; private set; }

    /// <summary>The interim stop, by the rule: the report itself stops the payments. Nothing shows of it when the report is taken back within its window.</summary>
    public void BeslutaStopp(DateTime tid) => Besluta(Skolkbeslutsslag.Stopp, Beslutsorsaker.Rapporterad, tid);

    /// <summary>What follows from a change of the report: a last day resumes the payments, a removed one stops them anew. The caller has changed the report.</summary>
    public void BeslutaEfterAndring(Skolkuppgift fore, DateTime tid)
    {
        var efter = Skolkrapport.Uppgift;

        // What has not left its window says what holds when it does.
        foreach (var oppet in _beslut.Where(b => tid < b.GallerFran))
        {
            oppet.Uppdatera(efter);
        }

        if (fore.SistaDag == efter.SistaDag || _beslut.FindLast(b => b is { Slag: Skolkbeslutsslag.Stopp or Skolkbeslutsslag.Aterupptagande, Makulerat: null }) is not { } senast)
        {
            return;
        }

        if (ArOppet && (efter.SistaDag is null || efter.SistaDag > fore.SistaDag))
        {
            // More may be wrongly paid than the student was told.
            OppnaBeslutet();
        }

        if (tid >= senast.GallerFran)
        {
            Besluta(
                efter.SistaDag is null ? Skolkbeslutsslag.Stopp : Skolkbeslutsslag.Aterupptagande,
                efter.SistaDag is null ? Beslutsorsaker.FortsattFranvaro : Beslutsorsaker.Tillbaka,
                tid);
        }
        else if (senast.Slag == Skolkbeslutsslag.Aterupptagande && efter.SistaDag is null)
        {
            // Told and taken back in one window: they cancel out. A stop in its window tells of the last day itself.
            senast.Makulera(tid);
        }
    }

    /// <summary>Asks the student about what the handläggare means to decide.</summary>
    /// <param name="dokument">Files of the underlag that go with the letter.</param>
    public Skolkbeslut Kommunicera(long kontoId, Avrakning avrakning, DateOnly svarSenast, IReadOnlyCollection<long> dokument, DateTime tid)
    {
        Krav(Status == Arendestatus.Godkant && HandlaggareKontoId == kontoId && Kommunicerat is null && UtfallBeslutat is null, "only its handläggare asks, once, when the underlag is approved");
        var beslut = Besluta(Skolkbeslutsslag.Kommunicering, Beslutsorsaker.Hores, tid, tid);
        beslut.AvKonto(kontoId);
        beslut.Belopp(avrakning);
        beslut.Hor(svarSenast, dokument);
        (Kommunicerat, KommuniceratBelopp, StudentenSvararSenast) = (tid, avrakning.FelUtbetalt.Belopp, svarSenast);
        return beslut;
    }

    /// <summary>Decides the outcome, once <see cref="Beslutsregel.Hinder"/> has nothing against it.</summary>
    public Skolkbeslut BeslutaUtfall(long kontoId, Avrakning avrakning, Utfallsval val, string? motivering, DateTime tid)
    {
        Krav(Status == Arendestatus.Godkant && HandlaggareKontoId == kontoId && UtfallBeslutat is null, "only its handläggare decides the outcome, once");
        var beslut = Besluta(Skolkbeslutsslag.Utfall, Beslutsregel.Orsak(avrakning, val), tid, tid);
        beslut.AvKonto(kontoId);
        beslut.Belopp(avrakning);
        beslut.Motivera(motivering);
        if (val == Utfallsval.IngetKrav)
        {
            beslut.UtanKrav();
        }

        UtfallBeslutat = tid;
        return beslut;
    }

    /// <summary>The report fell: letters that have not been printed are not sent, and where one has, the student is told that the stop is lifted.</summary>
    private void UpphavBeslut(DateTime tid)
    {
        var harSkickats = _beslut.Exists(b => b.ArUtskrivet);
        _beslut.Where(b => !b.ArUtskrivet).ToList().ForEach(b => b.Makulera(tid));
        if (_beslut.Count > 0 && tid >= SynligFran)
        {
            var upphavt = Besluta(Skolkbeslutsslag.Upphavande, Beslutsorsaker.Atertagen, tid);
            if (!harSkickats)
            {
                upphavt.Makulera(tid);
            }
        }
    }

    /// <summary>The underlag is reviewed again: who was heard about the old one is heard anew.</summary>
    private void OppnaBeslutet() => (Kommunicerat, UtfallBeslutat, StudentenSvararSenast) = (null, null, null);

    private Skolkbeslut Besluta(Skolkbeslutsslag slag, string orsak, DateTime tid, DateTime? gallerFran = null)
    {
        var beslut = new Skolkbeslut(SkolaId, slag, orsak, Skolkrapport.Uppgift, Skolkrapport.Rapportdag, tid, gallerFran ?? Sandningsfonster.Stanger(tid));
        _beslut.Add(beslut);
        return beslut;
    }
}
