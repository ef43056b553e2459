namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>An account's authenticator app. The row is there when the first code has shown that the app works.</summary>
public sealed class Autentiseringsapp
{
    private Autentiseringsapp()
    {
    }

    /// <param name="nyckel">Protected by data protection.</param>
    /// <param name="senasteSteg">The step of the code that showed that it works: it is used.</param>
    public Autentiseringsapp(long kontoId, byte[] nyckel, DateTime aktiverad, long senasteSteg)
    {
        KontoId = kontoId;
        Nyckel = nyckel;
        Aktiverad = aktiverad;
        SenasteSteg = senasteSteg;
    }

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    /// <summary>The shared key, encrypted: whoever reads the table cannot make codes.</summary>
    public byte[] Nyckel { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime Aktiverad { get; private set; }

    /// <summary>The latest step whose code was used; only codes of later steps are taken. Changed by one conditional statement.</summary>
    public long SenasteSteg { get; private set; }

    /// <summary>UTC; null before it was first used to sign in.</summary>
    public DateTime? SenastAnvand { get; private set; }
}

/// <summary>One of the codes for the day the phone is lost. Single use.</summary>
public sealed class Aterstallningskod
{
    private Aterstallningskod()
    {
    }

    public Aterstallningskod(long kontoId, string hash, DateTime skapad)
    {
        KontoId = kontoId;
        Hash = hash;
        Skapad = skapad;
    }

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    /// <summary>SHA-256 of the code without hyphens: enough, since the code has more than 112 random bits (ASVS 6.5.2).</summary>
    public string Hash { get; private set; } = "";

    public DateTime Skapad { get; private set; }

    /// <summary>UTC; null while it can be used.</summary>
    public DateTime? Anvand { get; private set; }
}

/// <summary>What a begun step leads to.</summary>
public enum Faktorandamal
{
    /// <summary>The password was right; the second factor is awaited.</summary>
    Inloggning,

    /// <summary>The password was given again; the new app's first code is awaited.</summary>
    NyApp,

    /// <summary>The password was given again; the new passkey is awaited.</summary>
    NyPassernyckel,
}

/// <summary>
/// Carries the permission of one step to the next, as <see cref="Losenordsbiljett"/> does, but as a row: so that it works once. Void after ten minutes,
/// and when the account's stamp changes (a new password, a changed factor).
/// </summary>
public sealed class Faktorsteg
{
    public static readonly TimeSpan Livslangd = TimeSpan.FromMinutes(10);

    private Faktorsteg()
    {
    }

    public Faktorsteg(string nyckelHash, Konto konto, Faktorandamal andamal, long? sessionId, DateTime skapad)
    {
        NyckelHash = nyckelHash;
        KontoId = konto.Id;
        Stampel = konto.SecurityStamp!;
        Andamal = andamal;
        SessionId = sessionId;
        Skapad = skapad;
    }

    public long Id { get; private set; }

    /// <summary>SHA-256 of the key, which for a login is the cookie's.</summary>
    public string NyckelHash { get; private set; } = "";

    public long KontoId { get; private set; }

    public string Stampel { get; private set; } = "";

    public Faktorandamal Andamal { get; private set; }

    /// <summary>The session in which a change was begun, and which alone may finish it; null for a login.</summary>
    public long? SessionId { get; private set; }

    /// <summary>The new app's key or the passkey's challenge, encrypted; null until there is one.</summary>
    public byte[]? Innehall { get; private set; }

    public DateTime Skapad { get; private set; }

    /// <summary>UTC; null while it can be used. Set by one conditional statement.</summary>
    public DateTime? Anvand { get; private set; }

    public void Minns(byte[] skyddatInnehall) => Innehall = skyddatInnehall;
}
