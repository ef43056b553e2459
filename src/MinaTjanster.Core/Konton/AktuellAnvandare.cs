using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Konton;

/// <summary>A behörighet of the signed-in person, with its school's name.</summary>
/// <param name="Rapporteringssatt">How the school reports; null at CSN.</param>
/// <param name="Skolform">The kind of school; null at CSN.</param>
public sealed record InnehavdBehorighet(
    Behorighetsslag Slag, long? SkolaId, string? Skolkod, string? Skolnamn, Rapporteringssatt? Rapporteringssatt = null, Skolform? Skolform = null);

/// <summary>A school the person may choose.</summary>
public sealed record Skolval(long Id, string Skolkod, string Namn, Rapporteringssatt? Rapporteringssatt, Skolform? Skolform)
{
    /// <summary>Whether ogiltig frånvaro is reported here at all; nothing of it is shown where it is not.</summary>
    public bool HarSkolk => Skolform?.HarSkolk() ?? true;
}

/// <summary>Who is signed in, read with the session on each request; anonymous until then.</summary>
public sealed class AktuellAnvandare
{
    private Sessionsuppgift? _session;

    public bool ArInloggad => _session is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Sessionsuppgift Session => _session ?? throw new InvalidOperationException("Nobody is signed in.");

    public long KontoId => Session.KontoId;

    public string Namn => Session.Namn;

    /// <summary>The chosen school, if the person still holds something there; null for CSN staff.</summary>
    public Skolval? AktivSkola { get; private set; }

    /// <summary>The schools the person may choose from, by name.</summary>
    public IReadOnlyList<Skolval> Skolor { get; private set; } = [];

    /// <summary>Signed in, and not merely to add the second factor that is required first.</summary>
    public bool HarFullSession => ArInloggad && Session.Niva == Sessionsniva.Full;

    public bool ArCsn => HarFullSession && Session.Behorigheter.Any(b => b.Slag.ArCsn());

    public void LoggaIn(Sessionsuppgift session)
    {
        _session = session;
        if (session.Niva != Sessionsniva.Full)
        {
            // No school either: whatever reads a school's rows throws.
            return;
        }

        Skolor = [.. session.Behorigheter
            .Where(b => b.SkolaId is not null)
            .Select(b => new Skolval(b.SkolaId!.Value, b.Skolkod!, b.Skolnamn!, b.Rapporteringssatt, b.Skolform))
            .Distinct()
            .OrderBy(s => s.Namn, StringComparer.CurrentCulture)];
        AktivSkola = Skolor.FirstOrDefault(s => s.Id == session.SkolaId) ?? (Skolor.Count == 1 ? Skolor[0] : null);
    }

    /// <summary>Does the person hold the right now: at the active school, or at CSN?</summary>
    public bool Har(Rattighet rattighet) =>
        HarFullSession && Session.Behorigheter.Any(b =>
            Rollmatris.Rader[rattighet].Contains(b.Slag) && (b.SkolaId is null || b.SkolaId == AktivSkola?.Id));

    /// <summary>The schools where the person holds the right now, whichever is chosen.</summary>
    public IReadOnlyList<long> SkolorMed(Rattighet rattighet) => HarFullSession
        ? [.. Session.Behorigheter.Where(b => b.SkolaId is not null && Rollmatris.Rader[rattighet].Contains(b.Slag)).Select(b => b.SkolaId!.Value).Distinct()]
        : [];

    /// <summary>Does the person hold the right at CSN, and so for all schools?</summary>
    public bool HarNationellt(Rattighet rattighet) => Har(rattighet) && Session.Behorigheter.Any(b => Rollmatris.Rader[rattighet].Contains(b.Slag) && b.SkolaId is null);

    /// <summary>Does the person hold this at the active school, or at CSN?</summary>
    public bool Innehar(Behorighetsslag slag) =>
        HarFullSession && Session.Behorigheter.Any(b => b.Slag == slag && (b.SkolaId is null || b.SkolaId == AktivSkola?.Id));
}

/// <summary>A live session and its person, as read from the database.</summary>
public sealed record Sessionsuppgift(
    long SessionId,
    long KontoId,
    string Anvandarnamn,
    string Namn,
    string? Epost,
    string? Telefon,
    long? SkolaId,
    DateTime Skapad,
    DateTime SenastAktiv,
    IReadOnlyList<InnehavdBehorighet> Behorigheter)
{
    /// <summary>What it opens; nothing much until somebody has judged it.</summary>
    public Sessionsniva Niva { get; init; }

    /// <summary>The person must have a second factor.</summary>
    public bool FaktorKravs { get; init; }
}
