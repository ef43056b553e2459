namespace MinaTjanster.Web.Shared.Sidhuvud;

/// <summary>What the layout shows about who is signed in and where they may go.</summary>
/// <param name="Anvandarnamn">Null when nobody is signed in.</param>
/// <param name="Skolor">The schools the person may report for; one is chosen at a time (domain.md section 1).</param>
/// <param name="Meny">Only the services the person holds.</param>
/// <param name="Klocknotis">Shown when the Development clock does not follow the real one.</param>
/// <param name="ArCsn">CSN staff: the header is marked so that one sees whose eyes one looks with.</param>
public sealed record SidhuvudModell(
    string? Anvandarnamn,
    string? PersonNamn,
    IReadOnlyList<SkolvalModell> Skolor,
    IReadOnlyList<MenygruppModell> Meny,
    string? Klocknotis,
    bool ArCsn)
{
    public static SidhuvudModell Anonym { get; } = new(null, null, [], [], null, false);

    public bool ArInloggad => Anvandarnamn is not null;

    public SkolvalModell? ValdSkola => Skolor.FirstOrDefault(s => s.Vald);

    /// <summary>The menu item of the current page: the one whose address is the longest beginning of the path, in whole segments.</summary>
    public string? AktuellUrl(string path) => Meny
        .SelectMany(g => g.Val)
        .Select(v => v.Url)
        .Where(url => path.Equals(url, StringComparison.OrdinalIgnoreCase)
            || (url != "/" && path.StartsWith(url + "/", StringComparison.OrdinalIgnoreCase)))
        .MaxBy(url => url.Length);
}

/// <summary>A school in the header's drop-down.</summary>
public sealed record SkolvalModell(long Id, string Namn, string Skolkod, bool Vald);

/// <param name="Rubrik">Empty for the first group, which needs no heading.</param>
public sealed record MenygruppModell(string Rubrik, IReadOnlyList<MenyvalModell> Val);

/// <param name="Antal">How many wait; null or 0 shows nothing.</param>
/// <param name="AntalForklaring">What the number counts, for those who hear it: <c>underlag saknas</c>.</param>
public sealed record MenyvalModell(string Text, string Url, int? Antal = null, string? AntalForklaring = null);
