using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>Judges a studietid against its education and the others of the läsår: the one way in to <see cref="Studietidsregel"/> for form, sending and roll-over.</summary>
internal sealed class Studietidsprovning(Skolform skolform, Lasar lasar, ILookup<long?, Studietid> blir)
{
    /// <summary>What the report would make of the läsår now.</summary>
    public static Studietidsprovning For(Skolform skolform, Lasar lasar, Lasarslage lage) => new(skolform, lasar, lage.Blir().ToLookup(s => s.UtbildningId));

    public static Task<Skolform> SkolformAsync(PortalDbContext db, long skolaId, CancellationToken ct) =>
        db.Skolor.Where(s => s.Id == skolaId).Select(s => s.Skolform).SingleAsync(ct);

    /// <summary>Whether the education may have studietider in the läsår; null where nothing hinders. The whole school always may.</summary>
    public static Refusal? ProvaUtbildning(Utbildning? utbildning, Lasar lasar) =>
        utbildning is null ? null
        : utbildning.Status == Utbildningsstatus.Arkiverad ? new UtbildningenArkiveradForStudietid(utbildning.Uppgift.Namn)
        : lasar.Startar < utbildning.Uppgift.FranLasar || lasar.Startar > utbildning.Uppgift.TillLasar ? new UtbildningenUtanforLasaret(utbildning.Uppgift.Namn, lasar)
        : null;

    /// <param name="utom">The row that is judged, where the läsår has it already; or the approved one that it replaces.</param>
    public Studietidsbedomning Bedom(Utbildning? utbildning, Studietidsuppgift uppgift, long? utom = null) =>
        ProvaUtbildning(utbildning, lasar) is { } hinder
            ? new([hinder], [])
            : Studietidsregel.Bedom(uppgift, Lage(utbildning, utom));

    /// <summary>A removal is never refused: what the läsår is without it.</summary>
    /// <param name="borttagen">What is removed, which the läsår does not have any more.</param>
    public Studietidsbedomning BedomBorttagning(Utbildning? utbildning, Studietidsuppgift borttagen) =>
        new([], [.. Studietidsvarningar.ForBorttagning(borttagen.Period, Lage(utbildning, null))]);

    /// <summary>A row of the report, whatever it does.</summary>
    public Studietidsbedomning BedomRad(Utbildning? utbildning, Studietid rad) =>
        rad.Atgard == Studietidsatgard.Borttagning ? BedomBorttagning(utbildning, rad.Uppgift) : Bedom(utbildning, rad.Uppgift, rad.Id);

    private Studietidslage Lage(Utbildning? utbildning, long? utom) =>
        new(skolform, lasar, [.. blir[utbildning?.Id].Where(s => s.Id != utom).Select(s => s.Uppgift.Period)])
        {
            Utbildning = utbildning is null ? null : new(utbildning.Uppgift.Slag, utbildning.Uppgift.Omfattning, [.. blir[null].Select(s => s.Uppgift.Period)]),
        };
}

/// <summary>How a studietid is named in the log and in refusals.</summary>
internal static class Studietidstext
{
    public static string Vad(Utbildning? utbildning) => utbildning?.Uppgift.Namn ?? "Hela skolan";

    public static string Dagar(Studietidsuppgift uppgift) => $"{uppgift.Period.ForstaDag:yyyy-MM-dd} – {uppgift.Period.SistaDag:yyyy-MM-dd}";

    public static string MedDatum(Utbildning? utbildning, Studietidsuppgift uppgift) =>
        $"{Vad(utbildning)}, {SvenskText.Datum(uppgift.Period.ForstaDag)}–{SvenskText.Datum(uppgift.Period.SistaDag)}";
}
