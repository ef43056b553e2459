using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>Why a studietid did not come along to the next läsår.</summary>
public enum Utelamnadsskal
{
    /// <summary>The next läsår has it already, in the report or approved.</summary>
    RedanMed,

    /// <summary>Its education is no longer offered.</summary>
    UtbildningenArkiverad,

    /// <summary>Its education is not offered in the next läsår.</summary>
    UtbildningenUtanforLasaret,

    /// <summary>Moved, it would fall outside the next läsår.</summary>
    UtanforLasaret,

    /// <summary>The rule refuses it, moved.</summary>
    Nekad,
}

/// <param name="Studietid">This läsår's.</param>
/// <param name="Vad">Its education and days.</param>
/// <param name="Mening">What the rule says, where it was asked and refused.</param>
public sealed record UtelamnadStudietid(Studietid Studietid, string Vad, Utelamnadsskal Skal, string? Mening = null);

/// <summary>What a roll-over led to.</summary>
/// <param name="RapportId">The next läsår's report; null when nothing came along and there was none.</param>
/// <param name="Antal">Proposals made.</param>
/// <param name="Flyttade">How many of them begin or end on another weekday, since a public holiday was in the way.</param>
public sealed record Framskrivningsutfall(long? RapportId, int Antal, int Flyttade, IReadOnlyList<UtelamnadStudietid> Utelamnade);

/// <summary>
/// Roll-over (domain.md section 7 [V]): proposes the active school's next läsår from the approved studietider of one, all moved by the same number of days. Done again it
/// adds only what is missing.
/// </summary>
public sealed class FramskrivningService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>For tests: the last that happens before the proposal is committed.</summary>
    internal Func<Task>? ForeBekraftelse { get; set; }

    /// <param name="fran">The läsår that is copied.</param>
    public async Task<Result<Framskrivningsutfall>> SkrivFramAsync(Lasar fran, CancellationToken ct)
    {
        var skolaId = anvandare.AktivSkola!.Id;
        Studietidsrapport? rapport = null;
        var svar = (await Rapportserie.GorAsync(
            db,
            async () =>
            {
                rapport = null;
                var oppen = await Rapportserie.OppenAsync(db, audit, skolaId, fran.Nasta, klocka, ct);
                if (!oppen.IsAccepted)
                    return Result<Framskrivningsutfall>.Refused(oppen.Refusals);

                rapport = oppen.Value;
                return await SkrivFramAsync(rapport, fran, ct);
            },
            ForeBekraftelse,
            ct))!;
        if (!svar.IsAccepted)
        {
            await audit.AddRefusalAsync(Acts.StudyTimesRolledOver, AuditObjects.Skola, skolaId, skolaId, svar.Refusals);
            return svar;
        }

        // A new report has got its id in the save.
        return svar.Value with { RapportId = rapport!.Id is > 0 and var id ? id : null };
    }

    private async Task<Result<Framskrivningsutfall>> SkrivFramAsync(Studietidsrapport rapport, Lasar fran, CancellationToken ct)
    {
        var kallor = (await Lasarslage.LaddaAsync(db, rapport.SkolaId, fran, s => s.Status == Studietidsstatus.Galler, ct)).Galler;
        if (kallor.Count == 0)
            return new IngetAttSkrivaFram(fran);

        var utbildningar = await db.Utbildningar.AsNoTracking().ToDictionaryAsync(u => u.Id, ct);
        var skolform = await Studietidsprovning.SkolformAsync(db, rapport.SkolaId, ct);
        var fore = await Lasarslage.LaddaAsync(db, rapport.SkolaId, fran.Nasta, null, ct);
        // What is about to be removed or moved away counts too: somebody has been there.
        var finns = fore.Galler.Concat(fore.Forslag).ToLookup(s => s.UtbildningId);
        List<Studietid> nya = [];
        List<UtelamnadStudietid> ute = [];
        var dagar = Framskrivning.Dagar(kallor.Min(k => k.ForstaDag));
        foreach (var kallan in kallor.GroupBy(k => k.UtbildningId))
        {
            var utbildning = kallan.Key is { } id ? utbildningar[id] : null;
            List<Studietid> egna = [];
            foreach (var kalla in kallan)
            {
                var (uppgift, _) = Studietidsskillnad.Framskriven(kalla.Uppgift, dagar);
                if (Utelamna(kalla, utbildning, uppgift, fran.Nasta, skolform, [.. finns[kallan.Key]], egna) is { } utelamnad)
                    ute.Add(utelamnad);
                else
                    egna.Add(new(rapport.SkolaId, kallan.Key, uppgift, flyttad: Marke(Framskrivning.Flytta(kalla.Uppgift.Period, dagar))));
            }

            nya.AddRange(egna);
        }

        if (nya.Count == 0)
        {
            // Nothing to save: not even a report that was begun for it.
            if (db.Entry(rapport).State == EntityState.Added)
                db.ChangeTracker.Clear();
            return new Framskrivningsutfall(null, 0, 0, ute);
        }

        nya.ForEach(rapport.LaggTill);
        Rapportserie.Ror(db, rapport);
        var flyttade = nya.Count(n => n.Flyttad != Flyttmarke.Ingen);
        audit.AddForNew(
            Acts.StudyTimesRolledOver, AuditObjects.Studietidsrapport, () => rapport.Id, rapport.SkolaId, changes: $"Från läsåret: {fran}\nStudietider: {nya.Count}\nUtelämnade: {ute.Count}");
        return new Framskrivningsutfall(null, nya.Count, flyttade, ute);
    }

    /// <param name="finns">What the next läsår had of the education before.</param>
    /// <param name="egna">What this roll-over has made of it so far.</param>
    private static UtelamnadStudietid? Utelamna(
        Studietid kalla, Utbildning? utbildning, Studietidsuppgift uppgift, Lasar nasta, Skolor.Skolform skolform, IReadOnlyList<Studietid> finns, IReadOnlyList<Studietid> egna)
    {
        var vad = Studietidstext.MedDatum(utbildning, kalla.Uppgift);
        switch (Studietidsprovning.ProvaUtbildning(utbildning, nasta))
        {
            case UtbildningenArkiveradForStudietid:
                return new(kalla, vad, Utelamnadsskal.UtbildningenArkiverad);
            case not null:
                return new(kalla, vad, Utelamnadsskal.UtbildningenUtanforLasaret);
        }

        if (!nasta.Innehaller(uppgift.Period.ForstaDag) || !nasta.Innehaller(uppgift.Period.SistaDag))
            return new(kalla, vad, Utelamnadsskal.UtanforLasaret);
        if (finns.Any(f => f.Uppgift.Period.Overlappar(uppgift.Period)))
            return new(kalla, vad, Utelamnadsskal.RedanMed);

        var bedomning = Studietidsregel.Bedom(uppgift, new(skolform, nasta, [.. finns.Concat(egna).Select(s => s.Uppgift.Period)]));
        return bedomning.ArGodtagen ? null : new(kalla, vad, Utelamnadsskal.Nekad, bedomning.Refusals[0].Sentence);
    }

    private static Flyttmarke Marke(Framskrivenperiod period) => (period.Forsta.ArFlyttad, period.Sista.ArFlyttad) switch
    {
        (true, true) => Flyttmarke.Bada,
        (true, false) => Flyttmarke.ForstaDag,
        (false, true) => Flyttmarke.SistaDag,
        _ => Flyttmarke.Ingen,
    };
}
