using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Konton.Systemkonton;

public sealed record SystemkontonamnSaknas() : Refusal("SYSTEMKONTO-NAMN", "Skriv ett namn på systemkontot, till exempel Ladok produktion.", "Namn");

public sealed record SystemkontonamnForLangt() : Refusal("SYSTEMKONTO-NAMNLANGD", $"Skriv ett namn på högst {Systemkonto.MaxNamn} tecken.", "Namn");

public sealed record SystemkontonamnUpptaget() : Refusal("SYSTEMKONTO-UPPTAGET", "Skolan har redan ett systemkonto med det namnet. Välj ett annat namn.", "Namn");

public sealed record SystemkontoBaraLadok(Rapporteringssatt Satt) : Refusal("SYSTEMKONTO-KANAL", "Bara skolor som rapporterar genom Ladok har systemkonton.");

public sealed record SystemkontotRedanSkapat() : Refusal(
    "SYSTEMKONTO-SKAPAT", "Systemkontot är redan skapat. Nyckeln visas bara en gång. Fick du inte med dig den: återkalla systemkontot och skapa ett nytt.");

public sealed record SystemkontotRedanAterkallat() : Refusal("SYSTEMKONTO-ATERKALLAT", "Systemkontot är redan återkallat. Ingenting har ändrats nu.");

/// <summary>One answer for every key that does not hold: unknown, revoked or too old.</summary>
public sealed record NyckelnGallerInte() : Refusal(
    "NYCKEL", "Nyckeln gäller inte. Kontrollera den, eller be skolans behörighetsadministratör om en ny i Identity Manager under Systemkonton.");
