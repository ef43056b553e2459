namespace MinaTjanster.Core.Konton;

/// <summary>What has become of a code. Stored by name.</summary>
public enum Kodstatus
{
    /// <summary>May be typed until <see cref="Engangskod.GiltigTill"/>, three times at most.</summary>
    Utgiven,

    /// <summary>Typed right, once.</summary>
    Anvand,

    /// <summary>A newer one was asked for.</summary>
    Upphavd,
}

/// <summary>
/// A one-time code for a forgotten password (domain.md section 3). One is made for every typed username, known or not: that of an unknown name
/// has no account, and a hash that nobody knows the code of.
/// </summary>
public sealed class Engangskod
{
    private Engangskod()
    {
    }

    public Engangskod(string nyckelHash, string anvandarnyckel, long? kontoId, string stampel, string kodhash, DateTime tid, DateTime giltigTill)
    {
        NyckelHash = nyckelHash;
        Anvandarnyckel = anvandarnyckel;
        KontoId = kontoId;
        Stampel = stampel;
        Kodhash = kodhash;
        Skapad = tid;
        GiltigTill = giltigTill;
    }

    public long Id { get; private set; }

    /// <summary>SHA-256 of the random handle that the browser's cookie carries, lower-case hex.</summary>
    public string NyckelHash { get; private set; } = "";

    /// <summary>The typed username as <see cref="InloggningssparrService.Nyckel"/> hashes it: codes are limited by this, known name or not.</summary>
    public string Anvandarnyckel { get; private set; } = "";

    /// <summary>Null for a name that gets no code.</summary>
    public long? KontoId { get; private set; }

    /// <summary>The account's security stamp when the code was made: a password set in the meantime voids the code.</summary>
    public string Stampel { get; private set; } = "";

    public string Kodhash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    /// <summary>UTC; from this instant it is void.</summary>
    public DateTime GiltigTill { get; private set; }

    public int AntalForsok { get; private set; }

    public Kodstatus Status { get; private set; }
}

/// <summary>
/// One row for each name that codes were asked for lately. Writing it first makes requests for the same name wait for one another on every database,
/// so that the count of codes holds under any number of parallel requests.
/// </summary>
public sealed class Kodsparr
{
    private Kodsparr()
    {
    }

    public Kodsparr(string nyckel, DateTime tid)
    {
        Nyckel = nyckel;
        Senast = tid;
    }

    /// <summary>As <see cref="Engangskod.Anvandarnyckel"/>.</summary>
    public string Nyckel { get; private set; } = "";

    public DateTime Senast { get; private set; }
}
