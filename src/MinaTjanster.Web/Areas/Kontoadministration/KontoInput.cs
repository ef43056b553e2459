namespace MinaTjanster.Web.Areas.Kontoadministration;

/// <summary>A person's facts as typed.</summary>
public class KontoInput
{
    public string? Namn { get; set; }

    public string? Epost { get; set; }

    public string? Telefon { get; set; }

    public string? Personnummer { get; set; }
}
