using MinaTjanster.Core.Franvarocoach.Listor;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Urvalsgranskning;

/// <summary>What the check page posts: the ids of lines.</summary>
public sealed class UrvalInput
{
    public List<long> Valda { get; set; } = [];

    public List<long> Bekraftade { get; set; } = [];
}

/// <summary>The check page for many.</summary>
/// <param name="Input">What was ticked in a post that was refused; null the first time, when all that can be sent are.</param>
/// <param name="Nu">UTC: decides when CSN sees what is sent now.</param>
public sealed record UrvalModell(Franvarourval Urval, IReadOnlyList<Provadurvalsrad> Rader, bool FarSeSkyddade, UrvalInput? Input, DateTime Nu)
{
    /// <summary>The fields' names, in the order of the page.</summary>
    public List<long> Valda => Input?.Valda ?? [.. Rader.Where(r => r.Bedomning.ArGodtagen).Select(r => r.Rad.Id)];

    public List<long> Bekraftade => Input?.Bekraftade ?? [];

    public int KanSkickas => Rader.Count(r => r.Bedomning.ArGodtagen);

    public int Nekade => Rader.Count - KanSkickas;
}

/// <summary>The receipts of a check page for many.</summary>
/// <param name="Underlag">Where each report's underlag stands.</param>
public sealed record UrvalskvittensModell(Franvarourval Urval, IReadOnlyList<Provadurvalsrad> Rader, IReadOnlyDictionary<long, Underlagsstallning> Underlag, bool FarSeSkyddade)
{
    public IReadOnlyList<Provadurvalsrad> Skickade => [.. Rader.Where(r => r.Rapport is not null)];

    /// <summary>Ticked, and refused when they were sent.</summary>
    public IReadOnlyList<Provadurvalsrad> Nekade => [.. Rader.Where(r => r.Rapport is null && r.Rad.Val == Radval.Vald)];

    /// <summary>Underlag that can be drawn: nobody may open one of a student with protected identity without being cleared.</summary>
    public int AttSkapa => Skickade.Count(r => (FarSeSkyddade || !r.Studerande.ArSkyddad) && Underlag.GetValueOrDefault(r.Rapport!.Id) == Underlagsstallning.Saknas);
}
