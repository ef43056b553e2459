namespace MinaTjanster.Core.Konton;

/// <summary>
/// Failed attempts for one typed username, known or not (domain.md section 3). The key is a hash, so that giant and unknown names cost the same.
/// </summary>
public sealed class Inloggningssparr
{
    private Inloggningssparr()
    {
    }

    /// <summary>A name not tried before; the attempt itself is counted after.</summary>
    public Inloggningssparr(string nyckel, DateTime tid)
    {
        Nyckel = nyckel;
        SenastForsok = tid;
    }

    /// <summary>SHA-256 of the normalised username, lower-case hex.</summary>
    public string Nyckel { get; private set; } = "";

    public int Antal { get; private set; }

    /// <summary>UTC; null while not locked.</summary>
    public DateTime? LastTill { get; private set; }

    public DateTime SenastForsok { get; private set; }
}
