namespace MinaTjanster.Core.Meddelanden;

public enum Mejlstatus
{
    Vantar,
    Skickat,
    Misslyckat,
}

/// <summary>A mail in the outbox, written in the same save as its cause (design decisions 20 and 23). Never holds a personnummer.</summary>
public sealed class UtgaendeMejl
{
    public const int MaxAmne = 200;
    public const int MaxText = 8000;

    private UtgaendeMejl()
    {
    }

    public UtgaendeMejl(string till, string amne, string text, DateTime tid)
    {
        Till = till;
        Amne = amne;
        Text = text;
        Skapad = tid;
        NastaForsok = tid;
    }

    public long Id { get; private set; }

    public string Till { get; private set; } = "";

    public string Amne { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTime Skapad { get; private set; }

    public Mejlstatus Status { get; private set; }

    public int AntalForsok { get; private set; }

    /// <summary>Not tried before this instant; while a worker holds it, the end of the worker's lease.</summary>
    public DateTime NastaForsok { get; private set; }

    public DateTime? Skickat { get; private set; }

    public string? SenasteFel { get; private set; }

    public void HarSkickats(DateTime tid)
    {
        Status = Mejlstatus.Skickat;
        Skickat = tid;
        AntalForsok++;
        SenasteFel = null;
    }

    /// <param name="nasta">When to try again, or null to give up.</param>
    public void HarMisslyckats(string fel, DateTime? nasta)
    {
        AntalForsok++;
        SenasteFel = fel.Length > 500 ? fel[..500] : fel;
        if (nasta is null)
        {
            Status = Mejlstatus.Misslyckat;
        }
        else
        {
            NastaForsok = nasta.Value;
        }
    }
}
