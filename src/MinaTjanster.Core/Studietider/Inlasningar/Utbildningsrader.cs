using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Inlasningar;

/// <summary>Reads rows of utbildningar in, by the same service as the form, and writes them.</summary>
internal sealed class Utbildningsrader(PortalDbContext db, UtbildningService service, UtbildningQuery fraga)
{
    private static readonly Inlasningsformat Format = Inlasningsformat.Utbildningar;

    private Utbildningsform? _form;

    /// <summary>As <see cref="LasAsync"/> reads it.</summary>
    public static string[] Skriv(Utbildning utbildning)
    {
        var u = utbildning.Uppgift;
        return
        [
            $"{utbildning.Id}",
            u.Namn,
            u.Slag.Text(),
            u.Niva.Text(),
            $"{u.Avdelning}",
            u.Kod ?? "",
            $"{u.Omfattning}",
            u.Undervisning.Text(),
            u.PoangTiondelar is { } poang ? Tiondelar.Text(poang) : "",
            new Lasar(u.FranLasar).ToString(),
            u.TillLasar is { } till ? new Lasar(till).ToString() : "",
            "",
        ];
    }

    public async Task<Radsvar> LasAsync(IReadOnlyList<string> varden, CancellationToken ct)
    {
        var form = _form ??= Utbildningsformer.For(await fraga.SkolformAsync(ct));
        var formular = Formular(varden);
        var uppgift = formular.Tolka(form);
        var val = Val(formular, varden, form).ToList();
        var nummer = Varde(varden, Inlasningsformat.Nummer);
        if (nummer.Length > 0)
            return await AndraAsync(nummer, uppgift, val, Inlasningsformat.ArJa(Varde(varden, Inlasningsformat.Bekraftelse)), ct);

        // The rule as it stores it, so that a code in small letters is the same.
        var bedomning = Utbildningsregel.Bedom(uppgift, form.Skolform);
        if (!bedomning.ArGodtagen || val.Count > 0)
            return Radsvar.Nekad(Alla(val, bedomning.Refusals));
        if (await FinnsAsync(bedomning.Uppgift!, ct))
            return Radsvar.Oforandrad;

        return Radsvar.For(await service.LaggTillAsync(uppgift, ct));
    }

    private async Task<Radsvar> AndraAsync(string nummer, Utbildningsuppgift uppgift, List<InlastValFel> val, bool bekraftad, CancellationToken ct)
    {
        if (!long.TryParse(nummer, out var id) || await db.Utbildningar.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct) is not { } nu)
            return Radsvar.Nekad([new InlasningsnummerFel(Inlasningsformat.Nummer)]);

        var bedomning = await service.BedomAsync(uppgift, id, ct);
        return !bedomning.ArGodtagen || val.Count > 0 ? Radsvar.Nekad(Alla(val, bedomning.Refusals))
            : bedomning.Uppgift == nu.Uppgift ? Radsvar.Oforandrad
            : Radsvar.For((await service.AndraAsync(id, uppgift, nu.Version, bekraftad, ct))!);
    }

    private async Task<bool> FinnsAsync(Utbildningsuppgift uppgift, CancellationToken ct)
    {
        var nyckel = SvenskText.SorteringsNyckel(uppgift.Namn);
        var lika = await db.Utbildningar.AsNoTracking().Where(u => u.Sorteringsnyckel == nyckel && u.Status == Utbildningsstatus.Aktuell).ToListAsync(ct);
        return lika.Exists(u => u.Uppgift == uppgift);
    }

    private static Utbildningsformular Formular(IReadOnlyList<string> varden) => new()
    {
        Namn = Varde(varden, "namn"),
        Slag = Val<Utbildningsslag>(Varde(varden, "slag"), s => s.Text()),
        Niva = Val<Utbildningsniva>(Varde(varden, "niva"), n => n.Text()),
        Avdelning = Varde(varden, "avdelning").ToUpperInvariant(),
        Kod = Varde(varden, "kod"),
        Omfattning = Varde(varden, "takt"),
        Undervisning = Val<Undervisningssatt>(Varde(varden, "undervisning"), u => u.Text()),
        PoangTiondelar = Varde(varden, "poang"),
        FranLasar = Varde(varden, "fran_lasar"),
        TillLasar = Varde(varden, "till_lasar"),
    };

    /// <summary>What is written and is none of the school form's: the form asks only where there is a choice, a file may say anything.</summary>
    private static IEnumerable<InlastValFel> Val(Utbildningsformular formular, IReadOnlyList<string> varden, Utbildningsform form)
    {
        if (Finns("slag", formular.Slag, form.Slag) is { } slag)
            yield return new("slag", slag, string.Join(", ", form.Slag.Select(s => s.Text())));
        if (Finns("niva", formular.Niva, form.Nivaer) is { } niva)
            yield return new("niva", niva, string.Join(", ", form.Nivaer.Select(n => n.Text())));
        if (Finns("avdelning", formular.Avdelning, form.Avdelningar) is { } avdelning)
            yield return new("avdelning", avdelning, string.Join(", ", form.Avdelningar));

        string? Finns<T>(string kolumn, string? tolkat, IReadOnlyList<T> val)
            where T : struct, Enum =>
            Varde(varden, kolumn) is { Length: > 0 } skrivet && !val.Any(v => v.ToString() == tolkat) ? skrivet : null;
    }

    /// <summary>The rule says that one of the alternatives is to be chosen; of a column that has another, the file's own words say it better.</summary>
    private static List<Refusal> Alla(List<InlastValFel> val, IEnumerable<Refusal> regelns) =>
        [.. val, .. regelns.Where(r => r is not UtbildningsvaletFinnsInte || !val.Exists(v => v.Kolumn == Format.Kolumn(r.Field)))];

    private static string Varde(IReadOnlyList<string> varden, string kolumn) => varden[Format.Plats(kolumn)].Trim();

    /// <summary>The name that the form posts, for the word that people read; what is neither stays and is refused.</summary>
    private static string Val<T>(string text, Func<T, string> ord)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => SvenskText.Folda(ord(v)) == SvenskText.Folda(text)).Select(v => v.ToString()).FirstOrDefault() ?? text;
}
