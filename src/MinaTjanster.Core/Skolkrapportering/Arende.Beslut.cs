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

    /// <summary>The last day for the student's answer, inclusive; null until the letter with the question has been posted.</summary>
    public DateOnly? StudentenSvararSenast { get; private set; }

    /// <summary>UTC; null until the outcome is decided.</summary>
    public DateTime? UtfallBeslutat { get; private set; }

    /// <summary>The interim stop, by the rule: the report itself stops the payments. Nothing shows of it when the report is taken back within its window.</summary>
    public void BeslutaStopp(DateTime tid) => Besluta(Skolkbeslutsslag.Stopp, Beslutsorsaker.Rapporterad, tid);

    /// <summary>What follows from a change of the report: a last day resumes the payments, a removed one stops them anew. The caller has changed the report.</summary>
    /// <param name="avrakning">What the report comes to now.</param>
    public void BeslutaEfterAndring(Skolkuppgift fore, Avrakning avrakning, DateTime tid)
    {
        var efter = Skolkrapport.Uppgift;

        // What has not left its window says what holds when it does. A hearing and an outcome keep the days that their amounts were reckoned by.
        foreach (var oppet in _beslut.Where(b => tid < b.GallerFran && b.GallerUtbetalningen))
        {
            oppet.Uppdatera(efter);
        }

        if (fore.SistaDag == efter.SistaDag)
        {
            return;
        }

        if (ArOppet && (efter.SistaDag is null || efter.SistaDag > fore.SistaDag || ArAnnatAn(avrakning)))
        {
            // Another sum than the student was told. Who has been asked about as much or more, and is to lose less, is not asked once more about it.
            if (efter.SistaDag is { } sista && !(sista > fore.SistaDag) && StudentenSvararSenast is not null && !Beslutsregel.SkaFragas(this, avrakning))
            {
                OppnaUtfallet(tid);
            }
            else
            {
                OppnaBeslutet(tid);
            }
        }
        else if (Status == Arendestatus.Avslutat && ArAnnatAn(avrakning))
        {
            // What is closed is not opened by itself: the case says that its outcome was reckoned by other days.
            RapportAndrad = tid;
        }

        BeslutaUtbetalningen(tid);
    }

    /// <summary>
    /// The payments go on, or stop, from the next window on. Within one window the school's changes cancel out: what has not left it falls when the payments already stand
    /// as the report now says. A case from before the portal decided has no decision: its report stopped the payments all the same.
    /// </summary>
    private void BeslutaUtbetalningen(DateTime tid)
    {
        var tillbaka = Skolkrapport.SistaDag is not null;
        var slag = tillbaka ? Skolkbeslutsslag.Aterupptagande : Skolkbeslutsslag.Stopp;
        if (_beslut.FindLast(b => b is { GallerUtbetalningen: true, Makulerat: null }) is { } senast && tid < senast.GallerFran)
        {
            if (senast.Orsak == Beslutsorsaker.Rapporterad)
            {
                // The report's own stop tells of the last day itself.
                return;
            }

            if (_beslut.FindLast(b => b is { GallerUtbetalningen: true, Makulerat: null } && b.GallerFran <= tid)?.SistaDag == Skolkrapport.SistaDag)
            {
                senast.Makulera(tid);
                return;
            }

            if (senast.Slag == slag)
            {
                return;
            }

            senast.Makulera(tid);
        }

        Besluta(slag, tillbaka ? Beslutsorsaker.Tillbaka : Beslutsorsaker.FortsattFranvaro, tid);
    }

    /// <summary>Asks the student about what the handläggare means to decide.</summary>
    /// <param name="dokument">Files of the underlag that go with the letter.</param>
    public Skolkbeslut Kommunicera(long kontoId, Avrakning avrakning, IReadOnlyCollection<long> dokument, DateTime tid)
    {
        Krav(
            Status == Arendestatus.Godkant && HandlaggareKontoId == kontoId && UtfallBeslutat is null && KontrollVantar is null && Beslutsregel.SkaFragas(this, avrakning),
            "only its handläggare asks, when the underlag is approved, and again only about more");
        OppnaBeslutet(tid);
        var beslut = Besluta(Skolkbeslutsslag.Kommunicering, Beslutsorsaker.Hores, tid, EfterFonstret(tid));
        beslut.AvKonto(kontoId);
        beslut.Belopp(avrakning);
        beslut.Hor(dokument);
        (Kommunicerat, KommuniceratBelopp) = (tid, avrakning.FelUtbetalt.Belopp);
        return beslut;
    }

    /// <summary>The letter with the question has been posted, or was not after all: the student's time to answer counts from that. A question that has been replaced moves nothing.</summary>
    public void RaknaSvarstid(Skolkbeslut fraga)
    {
        if (GallerFragan(fraga) && UtfallBeslutat is null)
        {
            StudentenSvararSenast = fraga.SvarSenast;
        }
    }

    /// <summary>Is it, of the case's own questions, the one that it stands by?</summary>
    public bool GallerFragan(Skolkbeslut fraga) => fraga.Slag == Skolkbeslutsslag.Kommunicering && fraga.Beslutat == Kommunicerat;

    /// <summary>Is the letter with the question that the case stands by on paper? Whoever answers has got it, marked as posted or not.</summary>
    public bool FraganArUtskriven => _beslut.Exists(b => GallerFragan(b) && b.ArUtskrivet);

    /// <summary>Decides the outcome, once <see cref="Beslutsregel.Hinder"/> has nothing against it.</summary>
    public Skolkbeslut BeslutaUtfall(long kontoId, Avrakning avrakning, Utfallsval val, string? motivering, DateTime tid)
    {
        KravEgetUtfall(kontoId);
        return FattaUtfall(kontoId, avrakning, val, motivering, tid);
    }

    private Skolkbeslut FattaUtfall(long kontoId, Avrakning avrakning, Utfallsval val, string? motivering, DateTime tid)
    {
        SlappKontrollen();
        var beslut = Besluta(Skolkbeslutsslag.Utfall, Beslutsregel.Orsak(avrakning, val), tid, EfterFonstret(tid));
        beslut.AvKonto(kontoId);
        beslut.Belopp(avrakning);
        beslut.Motivera(motivering);
        if (val == Utfallsval.IngetKrav)
        {
            beslut.UtanKrav();
        }

        // Another outcome, if it comes to that, is another draw: that this one was not drawn tells of it.
        Lott = null;
        UtfallBeslutat = tid;
        return beslut;
    }

    /// <summary>The report fell: letters that have not been printed are not sent, and where one has, the student is told that the stop is lifted.</summary>
    private void UpphavBeslut(DateTime tid)
    {
        SlappKontrollen();
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

    /// <summary>Who was heard, or told of an outcome, is heard anew. What has not been printed is not sent; the next letter says of what has that it is replaced.</summary>
    private void OppnaBeslutet(DateTime tid)
    {
        FallKontrollen();
        foreach (var brev in _beslut.Where(b => b is { GallerUtbetalningen: false, Slag: not Skolkbeslutsslag.Upphavande, ArUtskrivet: false }))
        {
            brev.Makulera(tid);
        }

        (Kommunicerat, UtfallBeslutat, StudentenSvararSenast) = (null, null, null);
    }

    /// <summary>The outcome is decided anew by the question that stands.</summary>
    private void OppnaUtfallet(DateTime tid)
    {
        FallKontrollen();
        foreach (var brev in _beslut.Where(b => b is { Slag: Skolkbeslutsslag.Utfall, ArUtskrivet: false }))
        {
            brev.Makulera(tid);
        }

        UtfallBeslutat = null;
    }

    /// <summary>
    /// Would what was decided, or asked in a letter that nobody has printed, now be another sum? An outcome that took nothing back stands unless there is more.
    /// </summary>
    private bool ArAnnatAn(Avrakning avrakning) =>
        _beslut.FindLast(b => b is { Slag: Skolkbeslutsslag.Kommunicering or Skolkbeslutsslag.Utfall, Makulerat: null }) is { } senast
        && (UtfallBeslutat is not null || (Kommunicerat is not null && !senast.ArUtskrivet))
        && (senast.Orsak == Beslutsorsaker.InteStyrkt
            ? avrakning.FelUtbetalt.Belopp > senast.FelUtbetalt
            : (avrakning.FelUtbetalt.Belopp, avrakning.Aterkravs) != (senast.FelUtbetalt, senast.Aterkravs));

    /// <summary>When a letter by the report as it stands may go: not before the school can no longer take back its last change.</summary>
    private DateTime EfterFonstret(DateTime tid) => RapportAndrad is { } andrad && Sandningsfonster.Stanger(andrad) is var stanger && stanger > tid ? stanger : tid;

    private Skolkbeslut Besluta(Skolkbeslutsslag slag, string orsak, DateTime tid, DateTime? gallerFran = null)
    {
        var beslut = new Skolkbeslut(SkolaId, slag, orsak, Skolkrapport.Uppgift, Skolkrapport.Rapportdag, tid, gallerFran ?? Sandningsfonster.Stanger(tid));
        _beslut.Add(beslut);
        return beslut;
    }
}
