namespace MinaTjanster.Core.Meddelanden;

public enum Mejlstatus
{
    Vantar,
    Skickat,
    Misslyckat,

    /// <summary>
    /// Written where a mail to a real account would have been, so that an unknown username costs the same (domain.md section 3).
    /// Never sent, never shown, purged within a day.
    /// </summary>
    Attrapp,
}

/// <summary>How a mail's text is kept. Stored by name.</summary>
public enum Mejlslag
{
    /// <summary>In clear, as long as the row.</summary>
    Vanligt,

    /// <summary>Holds a code or a one-time password: protected while it waits, erased when it has been sent or given up.</summary>
    Hemligt,
}

/// <summary>A mail in the outbox, written in the same save as its cause (design decisions 20 and 23). Never holds a personnummer.</summary>
public sealed class UtgaendeMejl
{
    public const int MaxAmne = 200;
    public const int MaxText = 8000;

    private UtgaendeMejl()
    {
    }

    /// <param name="kontoId">Whom it concerns, when that is an account.</param>
    public UtgaendeMejl(string till, string amne, string text, DateTime tid, long? kontoId = null)
    {
        Till = till;
        Amne = amne;
        Text = text;
        Skapad = tid;
        NastaForsok = tid;
        KontoId = kontoId;
    }

    internal static UtgaendeMejl Hemligt(string till, string amne, byte[] skyddadText, DateTime tid, long? kontoId, bool attrapp) =>
        new(till, amne, "", tid, kontoId)
        {
            Slag = Mejlslag.Hemligt,
            SkyddadText = skyddadText,
            Status = attrapp ? Mejlstatus.Attrapp : Mejlstatus.Vantar,
        };

    public long Id { get; private set; }

    public string Till { get; private set; } = "";

    public string Amne { get; private set; } = "";

    /// <summary>Empty for a secret mail, whose text stands in <see cref="SkyddadText"/>; <see cref="Mejlskydd.Text"/> reads both.</summary>
    public string Text { get; private set; } = "";

    public Mejlslag Slag { get; private set; }

    /// <summary>The protected text of a secret mail; null when it has been erased, and for other mails.</summary>
    public byte[]? SkyddadText { get; private set; }

    /// <summary>The account it concerns, so that an undelivered mail can be shown to its administrator; null when it concerns none.</summary>
    public long? KontoId { get; private set; }

    public DateTime Skapad { get; private set; }

    public Mejlstatus Status { get; private set; }

    public int AntalForsok { get; private set; }

    /// <summary>Not tried before this instant; while a worker holds it, the end of the worker's lease.</summary>
    public DateTime NastaForsok { get; private set; }

    public DateTime? Skickat { get; private set; }

    public string? SenasteFel { get; private set; }

    /// <summary>A secret mail's text is erased.</summary>
    /// <param name="behall">Keep it all the same (<see cref="Mejlinstallning"/>).</param>
    public void HarSkickats(DateTime tid, bool behall = false)
    {
        Status = Mejlstatus.Skickat;
        Skickat = tid;
        AntalForsok++;
        SenasteFel = null;
        Radera(behall);
    }

    /// <param name="nasta">When to try again, or null to give up.</param>
    /// <param name="behall">Keep a secret mail's text although it is given up.</param>
    public void HarMisslyckats(string fel, DateTime? nasta, bool behall = false)
    {
        AntalForsok++;
        SenasteFel = fel.Length > 500 ? fel[..500] : fel;
        if (nasta is null)
        {
            Status = Mejlstatus.Misslyckat;
            Radera(behall);
        }
        else
        {
            NastaForsok = nasta.Value;
        }
    }

    private void Radera(bool behall)
    {
        if (!behall)
        {
            SkyddadText = null;
        }
    }
}
