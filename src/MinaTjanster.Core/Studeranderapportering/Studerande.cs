using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>Whether a person's data is protected (skyddade personuppgifter, domain.md section 6).</summary>
public enum Personskydd
{
    Inget,
    Skyddad,
}

/// <summary>A student at one school, unique by (school, personnummer) (design decision 14).</summary>
public sealed class Studerande : ISkolagd, IVersionerad
{
    public const int MaxNamn = 80;
    public const int MaxKlass = 20;

    /// <summary>Shown in place of name and personnummer where the reader is not cleared.</summary>
    public const string SkyddadText = "Skyddade personuppgifter";

    /// <summary>A protected name must not show by its place in a list either: they stand last (~ follows every letter of the keys).</summary>
    internal const string SkyddadNyckel = "~";

    private readonly List<Studieperiod> _studieperioder = [];
    private readonly List<Sokord> _sokord = [];

    /// <summary>For the database: whatever reads a protected student has read her, and the work it is for knows (ADR 0050).</summary>
    private Studerande(PortalDbContext db, long id, long skolaId, Personskydd skydd)
    {
        (Id, SkolaId, Skydd) = (id, skolaId, skydd);
        if (skydd == Personskydd.Skyddad)
            db.Omfang.NoteraSkyddad(id, skolaId);
    }

    public Studerande(long skolaId, Personnummer personnummer, string fornamn, string efternamn, Personskydd skydd = Personskydd.Inget, string? klass = null)
    {
        SkolaId = skolaId;
        Personnummer = personnummer;
        Fornamn = fornamn;
        Efternamn = efternamn;
        Skydd = skydd;
        Klass = klass;
        Sorteringsnyckel = skydd == Personskydd.Skyddad ? SkyddadNyckel : SvenskText.SorteringsNyckel($"{efternamn} {fornamn}");
        // A protected person is found by exact personnummer only, never by name.
        if (skydd == Personskydd.Inget)
        {
            _sokord.AddRange(SvenskText.OrdI($"{fornamn} {efternamn}").Distinct().Select(ord => new Sokord(skolaId, ord)));
        }
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public Personnummer Personnummer { get; private set; } = null!;

    public string Fornamn { get; private set; } = "";

    public string Efternamn { get; private set; } = "";

    /// <summary>Class or group at the school, such as EK24B; null where unknown.</summary>
    public string? Klass { get; private set; }

    public Personskydd Skydd { get; private set; }

    /// <summary>The day from which the school expects the student, by an admissions list; null for others.</summary>
    public DateOnly? VantadFran { get; private set; }

    /// <summary>What the admissions list says that they shall study.</summary>
    public string? VantadUtbildning { get; private set; }

    /// <summary>"Efternamn Förnamn" as a key whose ordinal order is the Swedish alphabet's (design decision 17).</summary>
    public string Sorteringsnyckel { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<Studieperiod> Studieperioder => _studieperioder;

    public IReadOnlyList<Sokord> Sokord => _sokord;

    public bool ArSkyddad => Skydd == Personskydd.Skyddad;

    /// <summary>The name for a reader: protected people are masked unless the reader is cleared.</summary>
    public string NamnFor(bool farSeSkyddade) => VisatNamn(Skydd, Fornamn, Efternamn, farSeSkyddade);

    /// <summary>The personnummer for a reader, as ÅÅÅÅMMDD-NNNN, masked as <see cref="NamnFor"/>.</summary>
    public string PersonnummerFor(bool farSeSkyddade) => VisatPersonnummer(Skydd, Personnummer, farSeSkyddade);

    public static string VisatNamn(Personskydd skydd, string fornamn, string efternamn, bool farSeSkyddade) =>
        skydd == Personskydd.Skyddad && !farSeSkyddade ? SkyddadText : $"{fornamn} {efternamn}";

    public static string VisatPersonnummer(Personskydd skydd, Personnummer personnummer, bool farSeSkyddade) =>
        skydd == Personskydd.Skyddad && !farSeSkyddade ? "xxxxxxxx-xxxx" : personnummer.Fullt;

    /// <summary>What could point at a protected person in a list, the class or the education, for a reader: null where it is masked.</summary>
    public static string? VisadUppgift(Personskydd skydd, string? uppgift, bool farSeSkyddade) =>
        skydd == Personskydd.Skyddad && !farSeSkyddade ? null : uppgift;

    /// <summary>Notes that the school expects the student; a later list overrides an earlier one.</summary>
    /// <param name="fran">Inclusive.</param>
    public void Vanta(DateOnly fran, string? utbildning)
    {
        VantadFran = fran;
        VantadUtbildning = utbildning;
    }

    /// <summary>The person's data has become protected: found and listed by name no more. The words must have been loaded.</summary>
    public void Skydda()
    {
        Skydd = Personskydd.Skyddad;
        Sorteringsnyckel = SkyddadNyckel;
        _sokord.Clear();
    }

    public void LaggTill(Studieperiod period)
    {
        if (period.SkolaId != SkolaId)
        {
            throw new ArgumentException("The period belongs to another school.", nameof(period));
        }

        _studieperioder.Add(period);
    }

    internal void TaBortPerioder(Predicate<Studieperiod> vilka) => _studieperioder.RemoveAll(vilka);
}

/// <summary>One folded word of a student's name, for prefix search on an index (design decision 17).</summary>
public sealed class Sokord : ISkolagd
{
    public const int MaxOrd = 60;

    private Sokord()
    {
    }

    public Sokord(long skolaId, string ord)
    {
        SkolaId = skolaId;
        Ord = ord.Length > MaxOrd ? ord[..MaxOrd] : ord;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long StuderandeId { get; private set; }

    public string Ord { get; private set; } = "";
}
