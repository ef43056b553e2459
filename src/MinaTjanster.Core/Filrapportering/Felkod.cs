namespace MinaTjanster.Core.Filrapportering;

/// <summary>What a code is about.</summary>
public enum Felgrupp
{
    HelaFilen,
    Raden,
    Handelsen,
    Skolk,
    Studietider,
    Varning,

    /// <summary>What a system that asks or sends is answered.</summary>
    Anrop,
}

/// <summary>The service where a code is met.</summary>
public enum Felomrade
{
    Studeranderapportering,
    Studietider,

    /// <summary>Every file, whatever it holds.</summary>
    Filer,
    System,
}

/// <summary>A code as the public catalogue explains it, without the facts of a case.</summary>
/// <param name="Fel">What is wrong.</param>
/// <param name="Gor">What to do.</param>
public sealed record Felkod(string Kod, Felgrupp Grupp, string Fel, string Gor)
{
    /// <summary>What the reader of a file answers before it knows what the file holds.</summary>
    private static readonly string[] Radlasarens = ["RAD-CITATTECKEN", "RAD-LANGD", "RAD-FA-FALT", "RAD-MANGA-FALT", "RAD-FALT-LANGD"];

    public Felomrade Omrade => Grupp switch
    {
        Felgrupp.Studietider => Felomrade.Studietider,
        Felgrupp.Anrop => Felomrade.System,
        Felgrupp.HelaFilen => Felomrade.Filer,
        Felgrupp.Varning when Kod.StartsWith("ST-", StringComparison.Ordinal) => Felomrade.Studietider,
        Felgrupp.Varning when Kod.StartsWith("FIL-", StringComparison.Ordinal) => Felomrade.Filer,
        _ => Array.IndexOf(Radlasarens, Kod) >= 0 ? Felomrade.Filer : Felomrade.Studeranderapportering,
    };

    /// <summary>How it looks when it is wrong and when it is right; null where the sentences are enough.</summary>
    public Felexempel? Exempel => Felexempel.For(Kod);

    /// <summary>Where the code is explained.</summary>
    public string Adress => $"{Felkatalog.Bas}#{Kod}";
}
