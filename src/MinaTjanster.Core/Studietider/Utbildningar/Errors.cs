using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Studietider.Utbildningar;

public sealed record UtbildningUtanNamn() : Refusal("UTB-NAMN", "Skriv vad utbildningen heter.", nameof(Utbildningsuppgift.Namn));

public sealed record UtbildningForLangtNamn() : Refusal("UTB-NAMNLANGD", $"Skriv ett namn på högst {Utbildningsuppgift.MaxNamn} tecken.", nameof(Utbildningsuppgift.Namn));

public sealed record UtbildningUtanKod(string Etikett) : Refusal("UTB-KOD", $"Skriv {Etikett.ToLowerInvariant()}.", nameof(Utbildningsuppgift.Kod));

public sealed record UtbildningForLangKod(string Etikett) : Refusal("UTB-KODLANGD", $"{Etikett}: skriv högst {Utbildningsuppgift.MaxKod} tecken.", nameof(Utbildningsuppgift.Kod));

public sealed record FelStudievagskodForUtbildning() : Refusal(
    "UTB-STUDIEVAGSKOD", "Studievägskoden är fel. Den har högst 9 tecken: programmet på plats 1–2, inriktningen på 3–5, och oanvända platser är 0. Exempel: NANAT0000.", nameof(Utbildningsuppgift.Kod));

public sealed record FelInriktningForUtbildning() : Refusal(
    "UTB-INRIKTNING", "Inriktningskoden är fel. Den har sju tecken: nivån 206, 306, 405 eller 505 följd av tre siffror och en bokstav. Exempel: 405812C.", nameof(Utbildningsuppgift.Kod));

public sealed record UtbildningensNivaOchInriktning(Utbildningsniva Niva) : Refusal(
    "UTB-NIVA", $"Inriktningen hör till nivån {Niva.Text().ToLowerInvariant()}. Rätta nivån eller inriktningen.", nameof(Utbildningsuppgift.Niva));

public sealed record UtbildningensAvdelning(Avdelning Avdelning) : Refusal(
    "UTB-AVDELNING", $"Inriktningen hör till avdelning {Avdelning}. Rätta avdelningen eller inriktningen.", nameof(Utbildningsuppgift.Avdelning));

public sealed record UtbildningsvaletFinnsInte(string Falt) : Refusal("UTB-VAL", "Välj något av alternativen.", Falt);

public sealed record UtbildningsomfattningFel() : Refusal("UTB-OMFATTNING", "Skriv takten i procent, ett heltal 1–100. 100 är heltid.", nameof(Utbildningsuppgift.Omfattning));

public sealed record UtbildningspoangFel() : Refusal("UTB-POANG", "Skriv poäng som är större än 0, med högst en decimal.", nameof(Utbildningsuppgift.PoangTiondelar));

public sealed record UtbildningslasarFel(string Falt) : Refusal("UTB-LASAR", "Skriv läsåret som 2026/27.", Falt);

public sealed record UtbildningslasarBaklanges() : Refusal("UTB-LASARORDNING", "Det sista läsåret kan inte ligga före det första. Rätta något av dem.", nameof(Utbildningsuppgift.TillLasar));

public sealed record UtbildningenFinnsRedan(string Namn) : Refusal(
    "UTB-FINNS", $"{Namn} finns redan, med samma kod, takt och undervisning. Öppna den i stället, eller ändra något som skiljer dem åt.", nameof(Utbildningsuppgift.Namn));

public sealed record UtbildningenArArkiverad() : Refusal("UTB-ARKIVERAD", "Utbildningen är arkiverad. Ta tillbaka den ur arkivet först.");

public sealed record UtbildningenArRedan(Utbildningsstatus Status) : Refusal(
    "UTB-STATUS", Status == Utbildningsstatus.Arkiverad ? "Utbildningen är redan arkiverad." : "Utbildningen är inte arkiverad.");

/// <summary>Studietider that hold, or wait at CSN, hang on it.</summary>
public sealed record UtbildningenHarStudietider(int Antal) : Refusal(
    "UTB-STUDIETIDER", $"{(Antal == 1 ? "En studietid gäller" : $"{Antal} studietider gäller")} för utbildningen och har inte slutat. Ta bort dem först, eller arkivera utbildningen när de har slutat.");

/// <summary>What students know the education by, or what they are paid by.</summary>
/// <param name="Antal">Students of the school who are reported in it.</param>
public sealed record UtbildningenBerorStuderande(int Antal) : Refusal(
    "UTB-BERORDA",
    $"{(Antal == 1 ? "En studerande är rapporterad" : $"{Antal} studerande är rapporterade")} i utbildningen. Bekräfta att du vill ändra namn, kod, takt eller poäng ändå.",
    "Bekraftad");

/// <summary>Two had it open.</summary>
public sealed record UtbildningenAndradAvAnnan() : Refusal(
    "UTB-VERSION", "Någon annan har ändrat utbildningen sedan du öppnade sidan. Inget är sparat. Här ser du det som gäller nu bredvid det du skrev.");
