using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Areas.Kontoadministration.Anvandarbehorigheter;

/// <summary>As typed, one row for each behörighet that the reader administers at the school.</summary>
public sealed class BehorigheterInput
{
    public List<BehorighetInput> Rader { get; set; } = [];

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Anvandarrad Rad { get; set; } = null!;

    [BindNever, ValidateNever]
    public Skola Skola { get; set; } = null!;

    /// <summary>What somebody else administers.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<Behorighetsslag> Ovriga { get; set; } = [];
}

public sealed class BehorighetInput
{
    public string? Slag { get; set; }

    public bool Ska { get; set; }

    /// <summary>Last day it holds, inclusive; empty for no end.</summary>
    public string? GiltigTill { get; set; }
}
