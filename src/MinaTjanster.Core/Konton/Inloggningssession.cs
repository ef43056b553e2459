namespace MinaTjanster.Core.Konton;

/// <summary>What a login was made with. Stored by name.</summary>
public enum Inloggningssatt
{
    BaraLosenord,
    TvaSteg,
}

/// <summary>What a session opens. Judged each time it is read, never stored.</summary>
public enum Sessionsniva
{
    /// <summary>Nothing but the pages where a second factor is added, and logging out.</summary>
    BaraRegistrering,

    /// <summary>All that the person's behörigheter open.</summary>
    Full,
}

/// <summary>
/// A login, one row per browser (design decision 11). The cookie holds the key, the row its hash.
/// The row outlives the login by some hours, so that a form posted after a time-out can be kept for its owner.
/// </summary>
public sealed class Inloggningssession
{
    /// <summary>Without activity for this long the session ends (domain.md section 3).</summary>
    public static readonly TimeSpan Inaktivitetsgrans = TimeSpan.FromMinutes(30);

    /// <summary>The dialog comes this long before the end.</summary>
    public static readonly TimeSpan Dialogtid = TimeSpan.FromMinutes(5);

    /// <summary>Whatever is done, a session ends after this long.</summary>
    public static readonly TimeSpan Langsta = TimeSpan.FromHours(12);

    /// <summary>Activity is written at most this often.</summary>
    public static readonly TimeSpan Skrivintervall = TimeSpan.FromMinutes(1);

    private Inloggningssession()
    {
    }

    public Inloggningssession(
        string nyckelHash,
        long kontoId,
        long? skolaId,
        DateTime tid,
        Inloggningssatt satt = Inloggningssatt.BaraLosenord,
        string? webblasare = null)
    {
        Satt = satt;
        Webblasare = webblasare;
        NyckelHash = nyckelHash;
        KontoId = kontoId;
        SkolaId = skolaId;
        Skapad = tid;
        SenastAktiv = tid;
    }

    public long Id { get; private set; }

    /// <summary>SHA-256 of the cookie's key, lower-case hex.</summary>
    public string NyckelHash { get; private set; } = "";

    public long KontoId { get; private set; }

    /// <summary>The school chosen in this session; null for CSN staff and before a choice.</summary>
    public long? SkolaId { get; private set; }

    public DateTime Skapad { get; private set; }

    public DateTime SenastAktiv { get; private set; }

    /// <summary>Set at logout, or when the password is changed elsewhere; null while it lasts or when it merely timed out.</summary>
    public DateTime? Avslutad { get; private set; }

    /// <summary>An account with a second factor has no live session that was made without it.</summary>
    public Inloggningssatt Satt { get; private set; }

    /// <summary>In our own words (<see cref="Webblasarnamn"/>); null when unknown.</summary>
    public string? Webblasare { get; private set; }

    /// <summary>The instant it ends by itself if nothing more is done.</summary>
    public DateTime SlutarVid => Slut(Skapad, SenastAktiv);

    public static DateTime Slut(DateTime skapad, DateTime senastAktiv)
    {
        var inaktiv = senastAktiv + Inaktivitetsgrans;
        var langst = skapad + Langsta;
        return inaktiv < langst ? inaktiv : langst;
    }
}

/// <summary>A search's text, kept with the session: the address holds only <see cref="Nyckel"/> (design decision 10).</summary>
public sealed class Sokning
{
    public const int MaxText = 600;

    private Sokning()
    {
    }

    public Sokning(long sessionId, string nyckel, string text, DateTime tid)
    {
        SessionId = sessionId;
        Nyckel = nyckel;
        Text = text;
        Tid = tid;
    }

    public long Id { get; private set; }

    public long SessionId { get; private set; }

    public string Nyckel { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTime Tid { get; private set; }
}

/// <summary>
/// The fields of a form that was posted after the session had timed out, encrypted, for the same account and school (domain.md section 3:
/// nothing typed is lost). Never sent by itself.
/// </summary>
public sealed class Sparatformular
{
    public static readonly TimeSpan Livslangd = TimeSpan.FromHours(8);

    private Sparatformular()
    {
    }

    public Sparatformular(string nyckel, long kontoId, long? skolaId, string sokvag, byte[] innehall, DateTime tid)
    {
        Nyckel = nyckel;
        KontoId = kontoId;
        SkolaId = skolaId;
        Sokvag = sokvag;
        Innehall = innehall;
        Tid = tid;
    }

    public long Id { get; private set; }

    public string Nyckel { get; private set; } = "";

    public long KontoId { get; private set; }

    public long? SkolaId { get; private set; }

    /// <summary>Path of the form, without query.</summary>
    public string Sokvag { get; private set; } = "";

    public byte[] Innehall { get; private set; } = [];

    public DateTime Tid { get; private set; }
}
