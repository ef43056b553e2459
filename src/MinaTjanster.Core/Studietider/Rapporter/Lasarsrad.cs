namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>How a studietid of a läsår stands.</summary>
public enum Lasarsradslag
{
    /// <summary>Approved, and nothing is proposed about it.</summary>
    Galler,

    Ny,

    /// <summary>Approved, and the report changes it.</summary>
    Andras,

    /// <summary>Approved, and the report removes it.</summary>
    TasBort,
}

/// <summary>A studietid of a läsår: what holds, and what the report would do to it.</summary>
/// <param name="Galler">Null for a new one.</param>
/// <param name="Forslag">Null where nothing is proposed.</param>
public sealed record Lasarsrad(Lasarsradslag Slag, Studietid? Galler, Studietid? Forslag)
{
    /// <summary>What it becomes; what holds, where it is removed.</summary>
    public Studietid Visad => Slag == Lasarsradslag.TasBort ? Galler! : Forslag ?? Galler!;

    /// <summary>In order of time.</summary>
    public static IReadOnlyList<Lasarsrad> For(IReadOnlyList<Studietid> galler, IReadOnlyList<Studietid> forslag)
    {
        var ersatter = forslag.Where(f => f.ErsatterId is not null).ToDictionary(f => f.ErsatterId!.Value);
        return
        [
            .. galler.Select(g => ersatter.GetValueOrDefault(g.Id) switch
                {
                    null => new Lasarsrad(Lasarsradslag.Galler, g, null),
                    { Atgard: Studietidsatgard.Borttagning } f => new(Lasarsradslag.TasBort, g, f),
                    var f => new(Lasarsradslag.Andras, g, f),
                })
                .Concat(forslag.Where(f => f.Atgard == Studietidsatgard.Ny).Select(f => new Lasarsrad(Lasarsradslag.Ny, null, f)))
                .OrderBy(r => r.Visad.ForstaDag).ThenBy(r => r.Visad.Id),
        ];
    }
}
