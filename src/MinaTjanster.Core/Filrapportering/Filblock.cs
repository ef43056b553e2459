using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>
/// A chunk of rows of one school: loads the students' state in a few queries, then judges the rows in order with the pure rule, each upon what the
/// earlier ones have made. What it holds is written by <see cref="Blockskrivare"/>.
/// </summary>
internal sealed class Filblock(PortalDbContext db, NyPortalDbContext nyDb, Filsandning sandning)
{
    private static readonly Action<Studerande, long> StuderandeId = Bulkladdning.Sattare<Studerande>(nameof(Studerande.Id));
    private static readonly Action<Skolkrapport, long> SkolkrapportId = Bulkladdning.Sattare<Skolkrapport>(nameof(Skolkrapport.Id));

    private readonly Dictionary<Personnummer, Filelev> _elever = [];
    private readonly HashSet<Personnummer> _skyddade = [];
    private readonly Dictionary<long, Handelse> _nya = [];
    private readonly Dictionary<long, (Skolkrapport Rapport, Arende Arende)> _skolk = [];
    private readonly Dictionary<(Personnummer, string), List<Radutfall>> _nekade = [];
    private readonly Dictionary<long, Studerande> _nyaElever = [];
    private ILookup<Personnummer, StudierHosAnnan>? _hosAndra;
    private long _tillfalligt;

    public List<Radutfall> Utfall { get; } = [];

    public IEnumerable<Filelev> Paverkade => _elever.Values.Where(e => e.Paverkad);

    /// <summary>New events in the order of their rows; keys are negative.</summary>
    public IReadOnlyCollection<Handelse> NyaHandelser => _nya.Values;

    public HashSet<long> Ersatta { get; } = [];

    public HashSet<long> Tillbakatagna { get; } = [];

    public List<(Skolkrapport Rapport, Arende Arende, string Historik)> NyaSkolkrapporter { get; } = [];

    public List<Skolkakt> Skolkakter { get; } = [];

    public async Task LaddaAsync(IReadOnlyList<Tolkadrad> rader, CancellationToken ct)
    {
        var personer = rader.Where(r => r.Person is not null).Select(r => r.Person!).Distinct().ToList();
        if (personer.Count == 0)
            return;

        var lagen = new HandelselageService(db, nyDb);
        foreach (var (_, laddad) in await lagen.LaddaUtanSparningAsync(sandning.Skola, personer, sandning.Rapportdag, ct))
            _elever.Add(laddad.Studerande.Personnummer, new Filelev(laddad.Studerande, laddad.Lage, finns: true));

        var okanda = personer.FindAll(p => !_elever.ContainsKey(p));
        if (okanda.Count > 0)
            _hosAndra = await lagen.HosAndraAsync(sandning.Skola.Id, okanda, sandning.Rapportdag, ct);

        var skolkelever = rader.Where(r => r is { Typ.Slag: Handelseslag.Skolk, Person: not null } && _elever.TryGetValue(r.Person, out var elev) && elev.Lage.Skolkrapporter.Count > 0)
            .Select(r => _elever[r.Person!].Studerande.Id).Distinct().ToList();
        if (skolkelever.Count > 0)
        {
            // Tracked: changed by their verbs and saved with the chunk.
            var rapporter = await db.Skolkrapporter.Where(r => skolkelever.Contains(r.StuderandeId) && r.Status != Skolkrapportstatus.Borttagen).ToListAsync(ct);
            var arenden = await db.Arenden.Include(a => a.Kompletteringar).Include(a => a.Beslut).Where(a => skolkelever.Contains(a.Skolkrapport.StuderandeId)).ToDictionaryAsync(a => a.SkolkrapportId, ct);
            foreach (var rapport in rapporter)
                _skolk.Add(rapport.Id, (rapport, arenden[rapport.Id]));
        }
    }

    public void Bedom(IReadOnlyList<Tolkadrad> rader)
    {
        foreach (var rad in rader)
        {
            var utfall = new Radutfall(rad);
            Utfall.Add(utfall);
            if (rad is { Person: { } skyddad, Skydd: Personskydd.Skyddad })
                _skyddade.Add(skyddad);
            if (rad.Fel.Count > 0)
                utfall.Fel = rad.Fel;
            else
                Bedom(rad, utfall);

            if (rad is not { Person: { } person, Typ: { } typ })
                continue;

            if (utfall.Fel.Count > 0)
            {
                if (!_nekade.TryGetValue((person, typ.Kod), out var lista))
                    _nekade.Add((person, typ.Kod), lista = []);
                lista.Add(utfall);
            }
            else if (_nekade.TryGetValue((person, typ.Kod), out var tidigare))
            {
                // The list of errors stands until the student passes with the same.
                foreach (var nekad in tidigare.Where(t => Radsak.Samma(t.Rad.Varden, rad.Varden)))
                    nekad.ArRattad = true;
            }
        }
    }

    /// <summary>The key that a student has been given, by the temporary one; of one whom the school had, that student's own.</summary>
    public long NyNyckel(long studerandeId) => _nyaElever.TryGetValue(studerandeId, out var ny) ? ny.Id : studerandeId;

    /// <summary>The student of a row, as far as the school has one; for who may see the row.</summary>
    public Personskydd Skydd(Tolkadrad rad) =>
        rad.Skydd == Personskydd.Skyddad || (rad.Person is { } person && (_skyddade.Contains(person) || (_elever.TryGetValue(person, out var elev) && elev.Studerande.ArSkyddad)))
            ? Personskydd.Skyddad
            : Personskydd.Inget;

    /// <summary>Persons whom some row calls protected, refused or not: every row of theirs is masked.</summary>
    public IReadOnlyCollection<Personnummer> Skyddade => _skyddade;

    private void Bedom(Tolkadrad rad, Radutfall utfall)
    {
        if (!_elever.TryGetValue(rad.Person!, out var elev))
        {
            var ny = NyElev(rad);
            if (!ny.IsAccepted)
            {
                utfall.Fel = ny.Refusals;
                return;
            }

            elev = ny.Value;
        }

        var fel = (rad.Typ!.Slag, rad.Atgard) switch
        {
            (Handelseslag.Skolk, Filatgard.Ny) => NySkolk(rad, elev, utfall),
            (Handelseslag.Skolk, _) => AndraSkolk(rad, elev),
            (_, Filatgard.Ny) => Ny(rad, elev, utfall, null),
            // The same file, mended, is sent once more: what it changed is as it says.
            (_, Filatgard.Andra) when elev.Lage.Av(rad.Typ.Slag).Any(h => h.Uppgift == rad.Uppgift) => [new HandelseRedanRapporterad(rad.Typ, rad.Maldag)],
            (_, Filatgard.Andra) => Mal(rad, elev) is var mal && mal.IsAccepted ? Ny(rad, elev, utfall, mal.Value) : mal.Refusals,
            _ => TaTillbaka(rad, elev),
        };
        utfall.ArOforandrad = fel is [HandelseRedanRapporterad or RapportenOforandrad];
        utfall.Fel = utfall.ArOforandrad ? [] : fel;
        if (utfall.Fel.Count > 0)
            return;

        // Also by a row that says nothing else that is new: the file is sent again with the protection filled in.
        if (rad.Skydd == Personskydd.Skyddad)
            elev.Skydda();
        if (utfall.ArOforandrad)
            return;

        utfall.Varningar = [.. rad.Varningar, .. utfall.Varningar];
        elev.Paverkad = true;
        _elever.TryAdd(rad.Person!, elev);
    }

    /// <summary>A student whom the school does not have is added with the first event that can begin studies.</summary>
    private Result<Filelev> NyElev(Tolkadrad rad)
    {
        if (rad.Atgard != Filatgard.Ny || rad.Typ!.Slag is not (Handelseslag.Antagen or Handelseslag.BorjatStudera or Handelseslag.StudietidForTermin or Handelseslag.Kursregistrering or Handelseslag.EjPaborjat))
            return new RadStuderandeSaknas();

        var (fornamn, efternamn) = (rad.Varde(Filformat.Fornamn), rad.Varde(Filformat.Efternamn));
        if (fornamn.Length == 0 || efternamn.Length == 0)
            return new RadNamnSaknas() with { Field = fornamn.Length == 0 ? Filformat.Fornamn : Filformat.Efternamn };

        var studerande = new Studerande(sandning.Skola.Id, rad.Person!, fornamn, efternamn, rad.Skydd, rad.VardeEllerNull(Filformat.Klass));
        StuderandeId(studerande, --_tillfalligt);
        _nyaElever.Add(studerande.Id, studerande);
        return new Filelev(
            studerande,
            new Rapporteringslage(sandning.Skola.Skolform, rad.Person!.Fodelsedag, [], [], [], [.. _hosAndra?[rad.Person!] ?? []], sandning.Rapportdag),
            finns: false);
    }

    private IReadOnlyList<Refusal> Ny(Tolkadrad rad, Filelev elev, Radutfall utfall, Handelselage? ersatter)
    {
        var bedomning = Andringsregel.Bedom(rad.Uppgift!, elev.Lage, ersatter?.Id, sandning.Dagar);
        if (!bedomning.ArGodtagen)
            return bedomning.Refusals;

        var handelse = new Handelse(elev.Studerande.Id, sandning.Sandning, rad.Uppgift!, rad.Forklaring is not null && bedomning.Varningar.Count > 0 ? rad.Forklaring : null, ersatter?.Id, sandning.Tid);
        handelse.Numrera(--_tillfalligt, elev.Studerande.Id, sandning.Sandning.Id, ersatter?.Id);
        _nya.Add(handelse.Id, handelse);
        if (ersatter is not null)
            Upphor(ersatter.Id, Ersatta, h => h.Ersatt(sandning.Tid));

        elev.Lage = elev.Lage.Med(new Handelselage(handelse.Id, rad.Uppgift!), ersatter?.Id);
        elev.SkrivPerioder(_nya);
        utfall.Varningar = bedomning.Varningar;
        utfall.Handelse = handelse;
        return [];
    }

    private IReadOnlyList<Refusal> TaTillbaka(Tolkadrad rad, Filelev elev)
    {
        var mal = Mal(rad, elev);
        if (!mal.IsAccepted)
            return mal.Refusals;
        if (Andringsregel.ProvaTillbaka(mal.Value.Id, elev.Lage) is { } foljder)
            return [foljder];

        Upphor(mal.Value.Id, Tillbakatagna, h => h.TaTillbaka(sandning.KontoId, sandning.Tid));
        elev.Lage = elev.Lage.Utan(mal.Value.Id);
        elev.SkrivPerioder(_nya);
        return [];
    }

    /// <summary>An event of the chunk itself is changed here, one that is stored is noted.</summary>
    private void Upphor(long id, HashSet<long> lagrade, Action<Handelse> verb)
    {
        if (_nya.TryGetValue(id, out var ny))
            verb(ny);
        else
            lagrade.Add(id);
    }

    private static Result<Handelselage> Mal(Tolkadrad rad, Filelev elev)
    {
        var traffar = elev.Lage.Handelser.Where(h => h.Uppgift.Slag == rad.Typ!.Slag && h.Uppgift.ForstaDag == rad.Maldag).ToList();
        var (utbildning, kurskod) = (rad.VardeEllerNull(Handelsefalt.Utbildning.Kolumn()), rad.VardeEllerNull(Handelsefalt.Kurskod.Kolumn()));
        if (traffar.Count > 1 && (utbildning ?? kurskod) is not null)
            traffar = traffar.FindAll(h => h.Uppgift.SammaUtbildning(utbildning, kurskod?.ToUpperInvariant()));

        return traffar switch
        {
            [var en] => en,
            [] => new RadHandelseFinnsInte(rad.Typ!, rad.Maldag),
            _ => new RadFleraHandelser(rad.Typ!, rad.Maldag),
        };
    }

    private IReadOnlyList<Refusal> NySkolk(Tolkadrad rad, Filelev elev, Radutfall utfall)
    {
        var uppgift = rad.Uppgift!;
        if (elev.Lage.Skolkrapporter.FirstOrDefault(r => r.ForstaDag == uppgift.ForstaDag) is { } samma)
        {
            return uppgift.TillSkolk().SagerInget(utover: _skolk[samma.Id].Rapport.Uppgift)
                ? [new HandelseRedanRapporterad(rad.Typ!, uppgift.ForstaDag)]
                : [new RadSkolkMedAndraUppgifter(uppgift.ForstaDag)];
        }

        var bedomning = Handelseregel.Bedom(uppgift, elev.Lage, sandning.Dagar);
        if (!bedomning.ArGodtagen)
            return bedomning.Refusals;

        var (rapport, arende) = Skolkrapportering.Skolkakter.Ny(elev.Studerande, uppgift.TillSkolk(), Hemlighet.Ny(), sandning.KontoId, sandning.Tid, sandning.Rapportdag);
        SkolkrapportId(rapport, --_tillfalligt);
        var val = Skolkrapportering.Skolkakter.ValjStod(elev.Studerande, uppgift.ForstaDag, uppgift.ValdStodform);
        if (val.Count > 0)
            elev.Lage = HandelselageService.MedVal(elev.Lage, elev.Studerande);

        NyaSkolkrapporter.Add((rapport, arende, string.Join('\n', [Skolkandringar.Rader(null, uppgift.TillSkolk()), .. val])));
        _skolk.Add(rapport.Id, (rapport, arende));
        elev.Lage = elev.Lage with { Skolkrapporter = [.. elev.Lage.Skolkrapporter, new AnnanSkolkrapport(rapport.Id, rapport.ForstaDag, rapport.SistaDag)] };
        utfall.Varningar = bedomning.Varningar;
        return [];
    }

    private IReadOnlyList<Refusal> AndraSkolk(Tolkadrad rad, Filelev elev)
    {
        if (elev.Lage.Skolkrapporter.FirstOrDefault(r => r.ForstaDag == rad.Maldag) is not { } mal)
            return [new RadHandelseFinnsInte(rad.Typ!, rad.Maldag)];

        var (rapport, arende) = _skolk[mal.Id];
        var fore = rapport.Uppgift;
        var andra = elev.Lage.Skolkrapporter.Where(r => r.Id != mal.Id).ToList();
        var lage = (elev.Lage with { Skolkrapporter = andra }).TillSkolk();
        IReadOnlyList<Refusal> fel;
        Skolkaktslag slag;
        if (rad.Atgard == Filatgard.TaTillbaka)
        {
            slag = Skolkaktslag.TaBort;
            fel = Skolkrapportering.Skolkakter.TaBort(rapport, arende, rad.Forklaring, sandning.Tid);
        }
        else if (rad.Uppgift is { SistaDag: { } sista, OgiltigMinuter: null, Tillfallen: null, Bekraftad: false } && rad.Uppgift.ForstaDag == rapport.ForstaDag)
        {
            // The last day alone: possible whatever CSN has decided.
            slag = Skolkaktslag.Avsluta;
            fel = Skolkrapportering.Skolkakter.Avsluta(rapport, sista, lage);
        }
        else
        {
            slag = Skolkaktslag.Andra;
            fel = Skolkrapportering.Skolkakter.Andra(rapport, arende, rad.Uppgift!.TillSkolk(), lage.MedVal(rad.Uppgift.ValdStodform));
        }

        if (fel.Count > 0)
            return fel;

        Skolkrapportering.Skolkakter.Meddela(elev.Studerande, rapport, arende, fore, sandning.Tid);
        elev.Lage = elev.Lage with
        {
            Skolkrapporter = slag == Skolkaktslag.TaBort ? andra : [.. andra, new AnnanSkolkrapport(mal.Id, rapport.ForstaDag, rapport.SistaDag)],
        };
        Skolkakter.Add(new(slag, rapport, arende, Skolkandringar.Rader(fore, rapport.Uppgift)));
        return [];
    }
}
