using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Studietidsformular;

/// <summary>A break as typed. One that is left empty is none.</summary>
public sealed class UppehallInput
{
    public string? ForstaDag { get; set; }

    public string? SistaDag { get; set; }

    public bool ArTomt() => string.IsNullOrWhiteSpace(ForstaDag) && string.IsNullOrWhiteSpace(SistaDag);
}

/// <summary>A studietid as typed, and what its page shows beside the fields.</summary>
public sealed class StudietidInput
{
    /// <summary>Stands for no education in particular.</summary>
    public const string HelaSkolan = "skolan";

    private const int TommaRader = 2;

    /// <summary>More breaks than any läsår has.</summary>
    private const int FlestRader = 20;

    private int _tomma;

    public string? Utbildning { get; set; }

    public string? ForstaDag { get; set; }

    public string? SistaDag { get; set; }

    public string? Poang { get; set; }

    public string? Omfattning { get; set; }

    public List<UppehallInput> Uppehall { get; set; } = [];

    /// <summary>Those who are touched have been shown, and the school goes on.</summary>
    public bool Bekraftad { get; set; }

    public string? Version { get; set; }

    /// <summary>"Rader" asks for more empty rows for breaks.</summary>
    public string? Atgard { get; set; }

    [BindNever, ValidateNever]
    public Formularsida Sida { get; set; } = null!;

    /// <summary>The empty rows go, so that a row's number is the one that the rule says; some are added at the end to type in.</summary>
    public void Rensa()
    {
        _tomma = (Uppehall ?? []).Count(u => u is null || u.ArTomt());
        Uppehall = [.. (Uppehall ?? []).Where(u => u is not null && !u.ArTomt()).Take(FlestRader)];
    }

    /// <summary>More than there were, whether or not those are filled in.</summary>
    public void LaggTillFlerRader()
    {
        Uppehall.AddRange(Enumerable.Range(0, Math.Min(_tomma, FlestRader)).Select(_ => new UppehallInput()));
        LaggTillRader();
    }

    public void LaggTillRader() => Uppehall.AddRange(Enumerable.Range(0, TommaRader).Select(_ => new UppehallInput()));

    public void Fyll(Studietid studietid)
    {
        var uppgift = studietid.Uppgift;
        (ForstaDag, SistaDag) = (Dag(uppgift.Period.ForstaDag), Dag(uppgift.Period.SistaDag));
        Poang = uppgift.PoangTiondelar is { } poang ? Tiondelar.Text(poang) : null;
        Omfattning = uppgift.Omfattning?.ToString(CultureInfo.InvariantCulture);
        Uppehall = [.. uppgift.Uppehall.Select(u => new UppehallInput { ForstaDag = Dag(u.ForstaDag), SistaDag = Dag(u.SistaDag) })];
        Version = $"{studietid.Version}";
    }

    /// <summary>What was typed; and where some of it cannot be read, the sentences of that and of all that can be judged without it.</summary>
    public (Studietidsuppgift? Uppgift, IReadOnlyList<(string Falt, string Mening)> Fel) Tolka(Skolform skolform, Lasar lasar)
    {
        List<(string, string)> fel = [];
        var period = Las(ForstaDag, SistaDag, nameof(ForstaDag), nameof(SistaDag), "Skriv", "dagen", fel);
        var uppehall = Uppehall.Select((u, i) => Las(u.ForstaDag, u.SistaDag, $"Uppehall[{i}].ForstaDag", $"Uppehall[{i}].SistaDag", $"Uppehåll {i + 1}: skriv", "dagen", fel)).ToList();
        var (poang, omfattning) = Studietidsomfattning.Tolka(Poang, Omfattning, skolform);
        var lasta = uppehall.OfType<Dagperiod>().ToList();
        if (fel.Count == 0)
            return (new(period!, lasta, poang, omfattning), []);

        var delvis = Studietidsregel.Bedom(
            new(period ?? new(lasar.ForstaDag, lasar.SistaDag), lasta.Count == uppehall.Count ? lasta : [], poang, omfattning), new(skolform, lasar, []));
        fel.AddRange(delvis.Refusals
            .Where(r => period is not null || r.Field is Studietidsfalt.Omfattning or Studietidsfalt.Poang)
            .Select(r => (r.Field ?? "", r.Sentence)));
        return (null, fel);
    }

    /// <summary>Field by field: what holds, and what was typed.</summary>
    public IEnumerable<(string Falt, string Galler, string Skrivet)> Jamforelse(Studietidsuppgift nu)
    {
        yield return ("Första dag", Dag(nu.Period.ForstaDag), ForstaDag ?? "–");
        yield return ("Sista dag", Dag(nu.Period.SistaDag), SistaDag ?? "–");
        if (Sida.VisarPoang)
            yield return ("Poäng", nu.PoangTiondelar is { } poang ? Tiondelar.Text(poang) : "–", string.IsNullOrWhiteSpace(Poang) ? "–" : Poang.Trim());
        if (Sida.VisarOmfattning)
            yield return ("Omfattning", nu.Omfattning is { } procent ? $"{procent} %" : "–", string.IsNullOrWhiteSpace(Omfattning) ? "–" : $"{Omfattning.Trim().TrimEnd('%', ' ')} %");
        yield return ("Uppehåll", Rader(nu.Uppehall.Select(Studietidsord.Dagar)), Rader(Uppehall.Where(u => !u.ArTomt()).Select(u => $"{u.ForstaDag} – {u.SistaDag}")));

        static string Rader(IEnumerable<string> rader) => string.Join(", ", rader) is { Length: > 0 } text ? text : "Inga";
    }

    private static Dagperiod? Las(string? forsta, string? sista, string forstaFalt, string sistaFalt, string inledning, string dagen, List<(string, string)> fel)
    {
        var (harForsta, harSista) = (Datumtolk.TryTolka(forsta, out var fran), Datumtolk.TryTolka(sista, out var till));
        if (!harForsta)
            fel.Add((forstaFalt, $"{inledning} den första {dagen} som ÅÅÅÅ-MM-DD."));
        if (!harSista)
            fel.Add((sistaFalt, $"{inledning} den sista {dagen} som ÅÅÅÅ-MM-DD."));
        if (!harForsta || !harSista)
            return null;
        if (fran <= till)
            return new(fran, till);

        fel.Add((sistaFalt, "Den sista dagen ligger före den första. Rätta någon av dem."));
        return null;
    }

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What stands around the fields.</summary>
/// <param name="Valbara">The educations to choose from, for a new one.</param>
/// <param name="Nu">What is changed: its own page; null for a new one.</param>
public sealed record Formularsida(Lasar Lasar, Skolform Skolform, IReadOnlyList<Utbildning> Valbara, Studietidssida? Nu)
{
    public string Bas => $"/studietider/{Lasar.Adress}";

    /// <summary>Where the form is posted: after a conflict to the row that holds what is proposed now.</summary>
    public string Adress { get; init; } = Nu is null ? $"/studietider/{Lasar.Adress}/ny" : $"/studietider/tid/{Nu.Studietid.Id}/andra";

    /// <summary>What somebody else has saved meanwhile.</summary>
    public StudietidenAndradAvAnnan? Konflikt { get; init; }

    /// <summary>Students who may be touched, when that has to be answered.</summary>
    public int Berorda { get; init; }

    /// <summary>The signed-in person may see who they are.</summary>
    public bool FarSeStuderande { get; init; }

    public bool VisarPoang => Utbildningsformer.For(Skolform).HarPoang;

    public bool PoangKravs => Utbildningsformer.For(Skolform).DelasVidJul;

    public bool VisarOmfattning => Skolform != Skolform.Gymnasieskola && !PoangKravs;

    public string Vad => Nu?.Utbildning?.Uppgift.Namn ?? Studietidsord.HelaSkolan;

    /// <summary>The approved one that a change would replace: those who are touched study then.</summary>
    public long? BerordaId => (Nu?.Ersatter ?? Nu?.Studietid) is { Status: Studietidsstatus.Galler } galler ? galler.Id : null;

    public IEnumerable<Alternativ> Utbildningarna =>
    [
        new(StudietidInput.HelaSkolan, "Hela skolan"),
        .. Valbara.Select(u => new Alternativ($"{u.Id}", u.Uppgift.Kod is { } kod ? $"{u.Uppgift.Namn} ({kod})" : u.Uppgift.Namn, Grupp: "En utbildning")),
    ];
}
