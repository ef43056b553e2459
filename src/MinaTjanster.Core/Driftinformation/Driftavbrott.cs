using System.Globalization;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Driftinformation;

/// <summary>What an outage can concern, as schools know it. Stored by name.</summary>
public enum Drifttjanst
{
    Studeranderapportering,
    StudietiderUtbildningar,
    Ladok,
    IdentityManager,
    CsnOrder,
}

public static class Drifttjanster
{
    public static string Text(this Drifttjanst tjanst) => tjanst switch
    {
        Drifttjanst.Studeranderapportering => "Studeranderapportering",
        Drifttjanst.StudietiderUtbildningar => "Studietider och utbildningar",
        Drifttjanst.Ladok => "Överföring från Ladok",
        Drifttjanst.IdentityManager => "Identity Manager och behörigheter",
        Drifttjanst.CsnOrder => "CSN-order",
        _ => throw new ArgumentOutOfRangeException(nameof(tjanst), tjanst, null),
    };

    public static bool ArAlla(IReadOnlyCollection<Drifttjanst> tjanster) => tjanster.Count == Enum.GetValues<Drifttjanst>().Length;

    public static string Text(IReadOnlyCollection<Drifttjanst> tjanster) => ArAlla(tjanster) ? "alla tjänster" : string.Join(", ", tjanster.Select(t => t.Text()));
}

public enum Avbrottsstatus
{
    Galler,

    /// <summary>Called off before it began, or registered by mistake: shown to nobody, no certificate.</summary>
    Installt,
}

/// <summary>The facts of an outage as accepted.</summary>
/// <param name="Borjar">UTC, inclusive.</param>
/// <param name="Slutar">UTC, exclusive.</param>
/// <param name="Laslage">Nothing can be sent meanwhile in the whole portal: then all services and school forms are concerned.</param>
public sealed record Avbrottsuppgift(
    string Rubrik, string Text, DateTime Borjar, DateTime Slutar, IReadOnlyList<Drifttjanst> Tjanster, IReadOnlyList<Skolform> Skolformer, bool Laslage);

/// <summary>A time in which something of the portal cannot be used, planned or not. CSN's, read by all.</summary>
public sealed class Driftavbrott : IVersionerad
{
    public const int MaxRubrik = 100;
    public const int MaxText = 2_000;

    private Driftavbrott()
    {
    }

    /// <param name="uppgift">Accepted by <see cref="Avbrottsregel"/>.</param>
    /// <param name="nyckel">The one-time key of the form: a second post finds the first's.</param>
    public Driftavbrott(Avbrottsuppgift uppgift, string nummer, string nyckel, long kontoId, DateTime skapad)
    {
        (Nummer, Nyckel, SkapadAvKontoId, Skapad) = (nummer, nyckel, kontoId, skapad);
        Satt(uppgift);
    }

    public long Id { get; private set; }

    /// <summary>What people say: DA-7K4M-29QX.</summary>
    public string Nummer { get; private set; } = "";

    public string Nyckel { get; private set; } = "";

    public string Rubrik { get; private set; } = "";

    /// <summary>Plain paragraphs.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC, inclusive.</summary>
    public DateTime Borjar { get; private set; }

    /// <summary>UTC, exclusive: what is planned until it has ended.</summary>
    public DateTime Slutar { get; private set; }

    public string Tjanstetext { get; private set; } = "";

    public string Skolformstext { get; private set; } = "";

    public bool Laslage { get; private set; }

    public Avbrottsstatus Status { get; private set; }

    public long SkapadAvKontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Drifttjanst> Tjanster => Mottagare.Las<Drifttjanst>(Tjanstetext);

    public IReadOnlyList<Skolform> Skolformer => Mottagare.Las<Skolform>(Skolformstext);

    public Avbrottsuppgift Uppgift => new(Rubrik, Text, Borjar, Slutar, Tjanster, Skolformer, Laslage);

    /// <summary>It was told of before it began.</summary>
    public bool ArPlanerat => Skapad < Borjar;

    public bool ArKommande(DateTime nu) => Status == Avbrottsstatus.Galler && nu < Borjar;

    /// <summary>From its first instant until, but not at, its end.</summary>
    public bool Pagar(DateTime nu) => Status == Avbrottsstatus.Galler && Borjar <= nu && nu < Slutar;

    /// <summary>It has been, and can be certified.</summary>
    public bool HarVarit(DateTime nu) => Status == Avbrottsstatus.Galler && Slutar <= nu;

    /// <summary>Told of on the start page: from so many Swedish days before, until it has ended.</summary>
    public bool Annonseras(DateTime nu, int dagarFore) => Status == Avbrottsstatus.Galler && nu < Slutar && Borjar.SvenskDag().AddDays(-dagarFore) <= nu.SvenskDag();

    /// <summary>Told of at the sign-in: from so long before, until it has ended.</summary>
    public bool ArNara(DateTime nu, TimeSpan fore) => Status == Avbrottsstatus.Galler && nu < Slutar && Borjar - fore <= nu;

    /// <param name="uppgift">Accepted by <see cref="Avbrottsregel"/>.</param>
    /// <exception cref="InvalidOperationException">It is called off.</exception>
    public void Andra(Avbrottsuppgift uppgift)
    {
        KravGaller();
        Satt(uppgift);
    }

    /// <summary>It is over, now.</summary>
    /// <exception cref="InvalidOperationException">It is not under way.</exception>
    public void Avsluta(DateTime nu)
    {
        if (!Pagar(nu))
            throw new InvalidOperationException("The outage is not under way.");

        Slutar = nu;
    }

    /// <exception cref="InvalidOperationException">It is under way (end it), or called off already.</exception>
    public void StallIn(DateTime nu)
    {
        KravGaller();
        if (Pagar(nu))
            throw new InvalidOperationException("The outage is under way.");

        Status = Avbrottsstatus.Installt;
    }

    /// <summary>The fields as a reader sees them.</summary>
    public static IReadOnlyList<(string Namn, string Varde)> Rader(Avbrottsuppgift u) =>
    [
        ("Rubrik", u.Rubrik),
        ("Börjar", Tidpunkt(u.Borjar)),
        ("Slutar", Tidpunkt(u.Slutar)),
        ("Tjänster", Drifttjanster.Text(u.Tjanster)),
        ("Skolformer", Mottagare.Text(u.Skolformer)),
        ("Läsläge", u.Laslage ? "ja" : "nej"),
    ];

    /// <summary>2026-11-23 18:00, Swedish time.</summary>
    public static string Tidpunkt(DateTime utc) => utc.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>måndag 23 november 2026 kl. 18.00–20.00, or both days when they are two.</summary>
    public string Nar()
    {
        var (fran, till) = (Borjar.SvenskTidpunkt(), Slutar.SvenskTidpunkt());
        var dag = SvenskText.DagMedVeckodag(DateOnly.FromDateTime(fran));
        dag = char.ToLowerInvariant(dag[0]) + dag[1..];
        return DateOnly.FromDateTime(fran) == DateOnly.FromDateTime(till) ? $"{dag} kl. {fran:HH.mm}–{till:HH.mm}" : $"{dag} kl. {fran:HH.mm} till {SvenskText.Tidpunkt(till)}";
    }

    private void Satt(Avbrottsuppgift u)
    {
        (Rubrik, Text, Borjar, Slutar, Laslage) = (u.Rubrik, u.Text, u.Borjar, u.Slutar, u.Laslage);
        (Tjanstetext, Skolformstext) = (Mottagare.Lagra(u.Tjanster), Mottagare.Lagra(u.Skolformer));
    }

    private void KravGaller()
    {
        if (Status != Avbrottsstatus.Galler)
            throw new InvalidOperationException("The outage is called off.");
    }
}
