using System.Globalization;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Driftinformation;

public enum Nyhetsstatus
{
    /// <summary>Only CSN sees it.</summary>
    Utkast,
    Publicerad,

    /// <summary>It was published; may be again.</summary>
    Nedtagen,
}

/// <summary>The facts of a news item as accepted.</summary>
/// <param name="Fran">First day, inclusive.</param>
/// <param name="Till">Last day, inclusive; null until it is taken down.</param>
public sealed record Nyhetsuppgift(string Rubrik, string Text, IReadOnlyList<Skolform> Skolformer, DateOnly Fran, DateOnly? Till);

/// <summary>A news item as typed.</summary>
public sealed record Nyhetstext(string? Rubrik, string? Text, IReadOnlyList<string> Skolformer, string? Fran, string? Till);

/// <summary>Something that CSN tells schools. CSN's, read by all in its school forms while it is published and its days last.</summary>
public sealed class Nyhet : IVersionerad
{
    public const int MaxRubrik = 120;
    public const int MaxText = 4_000;

    private Nyhet()
    {
    }

    /// <param name="uppgift">Accepted by <see cref="Nyhetsregel"/>.</param>
    /// <param name="nyckel">The one-time key of the form: a second post finds the first's.</param>
    public Nyhet(Nyhetsuppgift uppgift, string nyckel, long kontoId, DateTime skapad)
    {
        (Nyckel, SkapadAvKontoId, Skapad) = (nyckel, kontoId, skapad);
        Andra(uppgift);
    }

    public long Id { get; private set; }

    public string Nyckel { get; private set; } = "";

    public string Rubrik { get; private set; } = "";

    /// <summary>Plain paragraphs; addresses in it become links.</summary>
    public string Text { get; private set; } = "";

    public string Skolformstext { get; private set; } = "";

    public DateOnly Fran { get; private set; }

    public DateOnly? Till { get; private set; }

    public Nyhetsstatus Status { get; private set; }

    public long SkapadAvKontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Skolform> Skolformer => Mottagare.Las<Skolform>(Skolformstext);

    public Nyhetsuppgift Uppgift => new(Rubrik, Text, Skolformer, Fran, Till);

    /// <summary>Both days included.</summary>
    public bool Visas(DateOnly idag) => Status == Nyhetsstatus.Publicerad && Fran <= idag && !ArSlut(idag);

    public bool ArSlut(DateOnly idag) => Till < idag;

    /// <param name="uppgift">Accepted by <see cref="Nyhetsregel"/>.</param>
    public void Andra(Nyhetsuppgift uppgift)
    {
        (Rubrik, Text, Fran, Till) = (uppgift.Rubrik, uppgift.Text, uppgift.Fran, uppgift.Till);
        Skolformstext = Mottagare.Lagra(uppgift.Skolformer);
    }

    public void Publicera() => Status = Nyhetsstatus.Publicerad;

    /// <exception cref="InvalidOperationException">It is not published.</exception>
    public void TaNed() => Status = Status == Nyhetsstatus.Publicerad ? Nyhetsstatus.Nedtagen : throw new InvalidOperationException("The news item is not published.");

    /// <summary>The fields as a reader sees them, but for the text.</summary>
    public static IReadOnlyList<(string Namn, string Varde)> Rader(Nyhetsuppgift u) =>
    [
        ("Rubrik", u.Rubrik),
        ("Skolformer", Mottagare.Text(u.Skolformer)),
        ("Visas från", Dag(u.Fran)),
        ("Visas till och med", u.Till is { } till ? Dag(till) : "tills vidare"),
    ];

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What a news item must be. Touches no database.</summary>
public static class Nyhetsregel
{
    /// <param name="nu">The item that is changed: its last day may have been; null for a new one.</param>
    public static Result<Nyhetsuppgift> Bedom(Nyhetstext text, Nyhet? nu, DateOnly idag)
    {
        List<Refusal> fel = [];
        var rubrik = SvenskText.Enkelrad(text.Rubrik);
        if (rubrik is null or { Length: > Nyhet.MaxRubrik })
            fel.Add(new NyhetUtanRubrik());
        var brodtext = Avbrottsregel.Brodtext(text.Text);
        if (brodtext.Length is 0 or > Nyhet.MaxText)
            fel.Add(new NyhetUtanText());
        if (Personnummermask.Finns($"{rubrik}\n{brodtext}"))
            fel.Add(new NyhetMedPersonnummer());

        var former = Mottagare.Kanda<Skolform>(text.Skolformer);
        if (former.Count == 0)
            fel.Add(new NyhetUtanSkolform());

        var arFran = Datumtolk.TryTolka(text.Fran, out var fran);
        if (!arFran)
            fel.Add(new NyhetFranFel());
        DateOnly? till = null;
        if (!string.IsNullOrWhiteSpace(text.Till))
        {
            if (Datumtolk.TryTolka(text.Till, out var sista) && (sista >= idag || sista == nu?.Till) && (!arFran || sista >= fran))
                till = sista;
            else
                fel.Add(new NyhetTillFel());
        }

        return fel.Count > 0 ? Result<Nyhetsuppgift>.Refused(fel) : new Nyhetsuppgift(rubrik!, brodtext, former, fran, till);
    }
}
