namespace MinaTjanster.Web.Areas.Kontoadministration.NyAnvandare;

/// <summary>A new user as typed.</summary>
public sealed class NyAnvandareInput : KontoInput
{
    /// <summary>Asked only when the school has a user of the same name: it is somebody else.</summary>
    public bool AnnanPerson { get; set; }
}
