using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>
/// An absence list that a school has uploaded or pasted, kept as the bytes it came as and read anew each time (docs/adr/0044). It goes with its
/// document, after <see cref="Franvarocoachinstallning.ListaDagar"/> days or when the school removes it.
/// </summary>
public sealed class Franvarolista : ISkolagd
{
    /// <summary>Bytes [V]: half as much again as a large school's year of lessons.</summary>
    public const long MaxStorlek = 60L * 1024 * 1024;

    /// <summary>Characters that can be pasted [V]: beyond it a file is the way.</summary>
    public const int MaxInklistrat = 2_000_000;

    /// <summary>Characters of a stored mapping: all columns, and a list's words for absence.</summary>
    public const int MaxMappning = 20_000;

    private Franvarolista()
    {
    }

    /// <param name="uppladdad">UTC.</param>
    /// <param name="mappning">How its columns are read; null until somebody has chosen.</param>
    public Franvarolista(long skolaId, long dokumentId, long kontoId, DateTime uppladdad, string? mappning)
    {
        SkolaId = skolaId;
        DokumentId = dokumentId;
        KontoId = kontoId;
        Uppladdad = uppladdad;
        Mappning = mappning;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    /// <summary>The bytes.</summary>
    public long DokumentId { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public long KontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Uppladdad { get; private set; }

    /// <summary>A <see cref="Kolumnmappning"/> as text; null until the columns are recognised or chosen.</summary>
    public string? Mappning { get; private set; }

    /// <summary>Its columns are read so from now on.</summary>
    public void Mappa(string mappning) => Mappning = mappning;
}

/// <summary>What a school has chosen in the Frånvarocoach, for the next list too: how its columns are read, and what counts as ogiltig frånvaro.</summary>
public sealed class Franvaroinstallning : ISkolagd
{
    private Franvaroinstallning()
    {
    }

    public Franvaroinstallning(long skolaId) => SkolaId = skolaId;

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    /// <summary>The last mapping that was chosen by hand, as text; null where none was needed.</summary>
    public string? Mappning { get; private set; }

    public bool RaknaSenAnkomst { get; private set; } = true;

    public bool RaknaMissadLektion { get; private set; } = true;

    public bool RaknaGickTidigare { get; private set; } = true;

    public bool RaknaAnmaldEjGodkand { get; private set; } = true;

    public Raknas Raknas => new(RaknaSenAnkomst, RaknaMissadLektion, RaknaGickTidigare, RaknaAnmaldEjGodkand);

    public void Mappa(string mappning) => Mappning = mappning;

    public void Rakna(Raknas raknas)
    {
        RaknaSenAnkomst = raknas.SenAnkomst;
        RaknaMissadLektion = raknas.MissadLektion;
        RaknaGickTidigare = raknas.GickTidigare;
        RaknaAnmaldEjGodkand = raknas.AnmaldEjGodkand;
    }
}

/// <summary>Settings of the Frånvarocoach.</summary>
/// <param name="ListaDagar">[V] Days that a list is kept (<c>Franvarocoach:ListaDagar</c>): from one reading off to the next.</param>
public sealed record Franvarocoachinstallning(int ListaDagar = 30);
