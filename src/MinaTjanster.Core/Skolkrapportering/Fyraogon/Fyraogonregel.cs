using MinaTjanster.Core.Skolkrapportering.Beslutsgang;

namespace MinaTjanster.Core.Skolkrapportering.Fyraogon;

public sealed record FyraogonVantar(DateTime? Nar) : Refusal(
    "ARENDE-FYRAOGONVANTAR", $"Utfallet väntar på en kollegas kontroll. Det beslutades{ArendeErrors.Tidpunkt(Nar)}.");

public sealed record FyraogonInget() : Refusal("ARENDE-FYRAOGONINGET", "Ärendet väntar inte på någon kontroll. En kollega kan ha hunnit före, eller så har ärendet ändrats.");

public sealed record FyraogonEget() : Refusal("ARENDE-FYRAOGONEGET", "Du har själv beslutat utfallet. En kollega ska kontrollera det.");

public sealed record FyraogonAnnans() : Refusal("ARENDE-FYRAOGONANNANS", "Någon annan har beslutat utfallet. Bara den som beslutade kan återta det.");

public sealed record FyraogonAndrat() : Refusal(
    "ARENDE-FYRAOGONANDRAT", "Uppskattningen är en annan än när utfallet beslutades. Lämna tillbaka ärendet så att utfallet beslutas på nytt.");

public sealed record FyraogonMedPersonnummer() : Refusal("ARENDE-FYRAOGONPNR", "Skriv inte personnummer i kommentaren. Ta bort det och försök igen.", "Ord");

public sealed record FyraogonUtanOrsak() : Refusal("ARENDE-FYRAOGONORSAK", "Välj varför du lämnar tillbaka utfallet.", "Orsak");

public sealed record FyraogonUtanOrd() : Refusal("ARENDE-FYRAOGONORD", "Skriv varför du lämnar tillbaka utfallet: Annat säger det inte.", "Ord");

public sealed record FyraogonForLangt() : Refusal("ARENDE-FYRAOGONLANGD", $"Kommentaren är för lång. Skriv högst {Utfallskontroll.MaxOrd} tecken.", "Ord");

/// <summary>Which outcomes are drawn, and who may check them (ADR 0053).</summary>
public static class Fyraogonregel
{
    /// <summary>Numbers of the lot: one of each hundred is a percent.</summary>
    public const int Lotter = 100;

    /// <summary>What was sent back is checked again, whatever the settings. The amount goes before the lot: the random sample is of what is below it.</summary>
    /// <param name="lott">The case's own, from 0; drawn once.</param>
    /// <param name="ateromtagen">The case's latest outcome that was checked, or needed no check, was sent back.</param>
    public static Kontrollurval Urval(Fyraogoninstallning installning, int belopp, int lott, bool ateromtagen) =>
        ateromtagen ? Kontrollurval.Omprovning
        : installning.Belopp > 0 && belopp >= installning.Belopp ? Kontrollurval.Belopp
        : lott < installning.Andel ? Kontrollurval.Slump
        : Kontrollurval.Inget;

    /// <summary>Why this person cannot check the case's outcome, or null.</summary>
    public static Refusal? Hinder(Arende arende, long kontoId) => arende switch
    {
        { Status: Arendestatus.Atertaget } => new ArendeAtertaget(arende.Atertaget),
        { KontrollVantar: null } => new FyraogonInget(),
        _ when arende.KontrollAvserKontoId == kontoId => new FyraogonEget(),
        _ => null,
    };

    /// <summary>Why this person cannot withdraw the outcome that waits, or null.</summary>
    public static Refusal? AterkallaHinder(Arende arende, long kontoId) => arende switch
    {
        { Status: Arendestatus.Atertaget } => new ArendeAtertaget(arende.Atertaget),
        { KontrollVantar: null } => new FyraogonInget(),
        _ when arende.KontrollAvserKontoId != kontoId => new FyraogonAnnans(),
        _ => null,
    };
}

public static class Fyraogontexter
{
    /// <summary>The reasons that a handläggare chooses among.</summary>
    public static IReadOnlyList<Returorsak> Valbara { get; } = [.. Enum.GetValues<Returorsak>().Where(o => o != Returorsak.Inaktuell)];

    public static string Text(this Kontrollurval urval) => urval switch
    {
        Kontrollurval.Inget => "Kontrolleras inte",
        Kontrollurval.Slump => "Slumpvis utvalt",
        Kontrollurval.Belopp => "Utvalt på grund av beloppet",
        Kontrollurval.Omprovning => "Beslutat på nytt efter återlämning",
        _ => throw new ArgumentOutOfRangeException(nameof(urval), urval, null),
    };

    public static string Text(this Returorsak orsak) => orsak switch
    {
        Returorsak.FelBelopp => "Beloppet eller perioden är fel",
        Returorsak.FelUtfall => "Utfallet borde vara ett annat",
        Returorsak.Motivering => "Motiveringen räcker inte eller är svår att förstå",
        Returorsak.ElevensSvar => "Svaret på frågan är inte bemött",
        Returorsak.Underlag => "Underlaget styrker inte frånvaron",
        Returorsak.Annat => "Annat",
        Returorsak.Inaktuell => "Uppskattningen har ändrats",
        _ => throw new ArgumentOutOfRangeException(nameof(orsak), orsak, null),
    };

    public static string Text(this Utfallsval val, Utfallskontroll k) => (val, k) switch
    {
        (Utfallsval.IngetKrav, _) => "Inget krävs tillbaka",
        (_, { FelUtbetalt: 0 }) => "Inget har betalats ut felaktigt",
        _ => $"{Tid.SvenskText.Kronor(k.Avraknas)} avräknas och {Tid.SvenskText.Kronor(k.Aterkravs)} återkrävs",
    };
}
