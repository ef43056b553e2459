using System.Globalization;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>
/// What students find on the public page: an education at a school with the studietider that hold for it; or a school as a whole, where it has stated
/// studietider and no education. Derived data (ADR 0038): made anew by <see cref="Utbudspublicering"/>, never changed. Public, and so not school-owned.
/// </summary>
public sealed class Utbudspost
{
    /// <summary>The public page.</summary>
    public const string Bas = "/mina-sidor/studietider";

    private readonly List<Utbudstid> _tider = [];

    public required long Id { get; init; }

    public required long SkolaId { get; init; }

    /// <summary>Null for a whole school.</summary>
    public required long? UtbildningId { get; init; }

    public required string Skolkod { get; init; }

    public required string Skola { get; init; }

    public required string Ort { get; init; }

    public required Skolform Skolform { get; init; }

    /// <summary>The education's name; this and what follows is null for a whole school.</summary>
    public required string? Namn { get; init; }

    public required Utbildningsslag? Slag { get; init; }

    public required Utbildningsniva? Niva { get; init; }

    public required string? Kod { get; init; }

    /// <summary>Percent of full time, 1–100.</summary>
    public required int? Takt { get; init; }

    public required Undervisningssatt? Undervisning { get; init; }

    /// <summary>Points of the whole education, in tenths.</summary>
    public required int? PoangTiondelar { get; init; }

    /// <summary>The order of the results: by education, then school. Computed in code, the same on both engines.</summary>
    public required string Sorteringsnyckel { get; init; }

    /// <summary>The folded words of education, code, school and town, each after a space.</summary>
    public required string Sokord { get; init; }

    /// <summary>The first day of the first studietid.</summary>
    public required DateOnly ForstaDag { get; init; }

    /// <summary>The last day of the last studietid.</summary>
    public required DateOnly SistaDag { get; init; }

    /// <summary>The first day of the studietid that begins last.</summary>
    public required DateOnly SenasteStart { get; init; }

    /// <summary>UTC, when it was made.</summary>
    public required DateTime Publicerad { get; init; }

    public IReadOnlyList<Utbudstid> Tider => _tider;

    /// <summary>What it is called where it stands alone.</summary>
    public string Rubrik => Namn ?? $"Hela skolan, {Skola}";

    /// <summary>The path of its own page, without what tells the format. Stays the same when the post is made anew.</summary>
    public string Adress => UtbildningId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{Bas}/{Skolkod}/{id}") : $"{Bas}/{Skolkod}";
}

/// <summary>An approved studietid of a <see cref="Utbudspost"/>.</summary>
public sealed class Utbudstid
{
    public required long Id { get; init; }

    public required long UtbudspostId { get; init; }

    /// <summary>The first of the approved studietider in whose place this one stands, or itself: an identity that outlives changes.</summary>
    public required long UrsprungId { get; init; }

    /// <summary>How many times it has been changed since.</summary>
    public required int Andringar { get; init; }

    public required Studietidsgallande Galler { get; init; }

    /// <summary>Inclusive.</summary>
    public required DateOnly ForstaDag { get; init; }

    /// <summary>Inclusive.</summary>
    public required DateOnly SistaDag { get; init; }

    /// <summary>Points in the period, in tenths.</summary>
    public required int? PoangTiondelar { get; init; }

    /// <summary>Percent of full time.</summary>
    public required int? Omfattning { get; init; }

    /// <summary>The breaks as <see cref="SkrivUppehall"/> writes them: read only together with the studietid.</summary>
    public required string Uppehallstext { get; init; }

    public Dagperiod Period => new(ForstaDag, SistaDag);

    public IReadOnlyList<Dagperiod> Uppehall =>
        [.. Uppehallstext.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(del => new Dagperiod(Dag(del[..8]), Dag(del[9..])))];

    /// <summary>20261219-20270110, with spaces between.</summary>
    public static string SkrivUppehall(IEnumerable<Dagperiod> uppehall) =>
        string.Join(' ', uppehall.OrderBy(u => u.ForstaDag).Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.ForstaDag:yyyyMMdd}-{u.SistaDag:yyyyMMdd}")));

    private static DateOnly Dag(string text) => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);
}

/// <summary>For what the school has stated the studietid.</summary>
public enum Studietidsgallande
{
    Utbildningen,
    HelaSkolan,
}

/// <summary>Counts the changes of what is public: everything made of it is told apart by it, in every copy of the app.</summary>
public sealed class Utbudsutgava
{
    public const long Enda = 1;

    public long Id { get; private set; } = Enda;

    public long Nummer { get; private set; }

    /// <summary>The next post's key. None is ever used again, so that what is remembered of a post never stands for another.</summary>
    public long NastaPost { get; private set; } = 1;
}
