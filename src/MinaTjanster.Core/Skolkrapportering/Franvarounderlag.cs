using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;

namespace MinaTjanster.Core.Skolkrapportering;

public enum Underlagsstatus
{
    Utkast,
    Inskickat,
}

public enum Ankomstsatt
{
    /// <summary>Uploaded by the school.</summary>
    Portal,

    /// <summary>Came by post and was registered by a handläggare.</summary>
    Papper,
}

/// <summary>Does the first skolk day itself have ogiltig frånvaro in the underlag?</summary>
public enum ForstaDagensFranvaro
{
    EjAngivet,
    Ja,
    Nej,
}

/// <summary>What the underlag says, told once by whoever sends it. Days inclusive, times in minutes.</summary>
public sealed record Underlagsuppgift(
    DateOnly TackerFran,
    DateOnly TackerTill,
    int OgiltigMinuter,
    int Tillfallen,
    int UndervisningMinuter,
    ForstaDagensFranvaro ForstaDagen);

/// <summary>The evidence for one report (domain.md section 5): files and the facts they show. A draft until it is sent; after that it never changes.</summary>
public sealed class Franvarounderlag : ISkolagd, IVersionerad
{
    public const int MaxForklaring = 1000;

    private readonly List<Dokument> _dokument = [];

    private Franvarounderlag()
    {
    }

    /// <param name="sandningsnyckel">One-time key: a second post of the check page finds this underlag already sent.</param>
    public Franvarounderlag(long skolaId, long skolkrapportId, Ankomstsatt ankomstsatt, string sandningsnyckel, long kontoId, DateTime tid)
    {
        SkolaId = skolaId;
        SkolkrapportId = skolkrapportId;
        Ankomstsatt = ankomstsatt;
        Sandningsnyckel = sandningsnyckel;
        SkapadAvKontoId = kontoId;
        Skapad = tid;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long SkolkrapportId { get; private set; }

    public Underlagsstatus Status { get; private set; }

    public Ankomstsatt Ankomstsatt { get; private set; }

    public string Sandningsnyckel { get; private set; } = "";

    /// <summary>UL-7K4M-29QX, once sent.</summary>
    public string? Kvittensnummer { get; private set; }

    public DateOnly? TackerFran { get; private set; }

    public DateOnly? TackerTill { get; private set; }

    public int? OgiltigMinuter { get; private set; }

    public int? Tillfallen { get; private set; }

    public int? UndervisningMinuter { get; private set; }

    public ForstaDagensFranvaro ForstaDagen { get; private set; }

    /// <summary>The school's answer to the warnings, or null.</summary>
    public string? Forklaring { get; private set; }

    /// <summary>Pages that came by post; null for files.</summary>
    public int? AntalPapperssidor { get; private set; }

    public long SkapadAvKontoId { get; private set; }

    public DateTime Skapad { get; private set; }

    /// <summary>Who sent it, or registered it; others may have filled in the draft. Null while a draft.</summary>
    public long? SkickadAvKontoId { get; private set; }

    /// <summary>UTC; null while a draft.</summary>
    public DateTime? Skickad { get; private set; }

    /// <summary>The Swedish day it was sent, or the paper arrived. Decides whether it is late.</summary>
    public DateOnly? Ankomstdag { get; private set; }

    /// <summary>The day on the försättsblad of what came by post: until then it can cover. Null for what was uploaded, and where the paper has no date.</summary>
    public DateOnly? Avsantdag { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Dokument> Dokument => _dokument;

    public bool ArInskickat => Status == Underlagsstatus.Inskickat;

    /// <summary>The facts, or null while they are not all told.</summary>
    public Underlagsuppgift? Uppgift =>
        TackerFran is { } fran && TackerTill is { } till && OgiltigMinuter is { } ogiltig && Tillfallen is { } tillfallen && UndervisningMinuter is { } undervisning
            ? new Underlagsuppgift(fran, till, ogiltig, tillfallen, undervisning, ForstaDagen)
            : null;

    /// <exception cref="InvalidOperationException">It has been sent.</exception>
    public void Ange(Underlagsuppgift uppgift, string? forklaring)
    {
        KravUtkast();
        TackerFran = uppgift.TackerFran;
        TackerTill = uppgift.TackerTill;
        OgiltigMinuter = uppgift.OgiltigMinuter;
        Tillfallen = uppgift.Tillfallen;
        UndervisningMinuter = uppgift.UndervisningMinuter;
        ForstaDagen = uppgift.ForstaDagen;
        Forklaring = forklaring;
    }

    /// <exception cref="InvalidOperationException">It has been sent, or facts are missing.</exception>
    public void Skicka(string kvittensnummer, long kontoId, DateTime tid, DateOnly ankomstdag, int? antalPapperssidor = null, DateOnly? avsantdag = null)
    {
        KravUtkast();
        if (Uppgift is null)
        {
            throw new InvalidOperationException("The underlag's facts are missing.");
        }

        Kvittensnummer = kvittensnummer;
        SkickadAvKontoId = kontoId;
        Skickad = tid;
        Ankomstdag = ankomstdag;
        AntalPapperssidor = antalPapperssidor;
        Avsantdag = avsantdag;
        Status = Underlagsstatus.Inskickat;
    }

    private void KravUtkast()
    {
        if (ArInskickat)
        {
            throw new InvalidOperationException("The underlag has been sent.");
        }
    }
}
