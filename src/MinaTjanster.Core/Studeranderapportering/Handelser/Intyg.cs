using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>
/// The paper of an event: intyg 2441W or the supervisor's statement, on the school's letterhead (domain.md section 6). It names the student
/// whoever prints it, since a paper must say whom it concerns (ADR 0027).
/// </summary>
public sealed record Intyg(Handelse Handelse, Studerande Studerande, Skola Skola, string SkickadAv)
{
    public string Rubrik => Handelse.Uppgift.Slag.Typ().Rubrik;

    public string Filnamn => $"{(Handelse.Uppgift.Slag == Handelseslag.Handledarintyg ? "handledarintyg" : "intyg-2441w")}-{Handelse.Sandning.Kvittensnummer}.pdf";

    /// <summary>Who has signed for it: the supervisor, or whom the supervisor has appointed; else the school's reporter.</summary>
    public string UtfardatAv => Handelse.Uppgift.UtfardadAv ?? Handelse.Uppgift.Handledare ?? SkickadAv;

    /// <summary>The letterhead's foot; empty until CSN has the school's address.</summary>
    private string Adress => Skola is { Gatuadress: { } gata, Postnummer: { } nummer } ? $"{Skola.Namn}, {gata}, {nummer[..3]} {nummer[3..]} {Skola.Ort} · " : "";

    /// <summary>All that is stated, in the order of the form.</summary>
    public IReadOnlyList<(string Etikett, string Varde)> Uppgifter =>
    [
        .. Handelse.Uppgift.Slag.Typ().For(Skola.Skolform)!.Falt
            .Select(k => (k.Etikett, Varde: Handelsetolk.Text(Handelse.Uppgift, k.Falt)))
            .Where(r => r.Varde is not null).Select(r => (r.Etikett, r.Varde!)),
        ("Utfärdat av", UtfardatAv),
        ("Skickat", $"{Handelse.Sandning.Rapportdag:yyyy-MM-dd}"),
        ("Kvittens", Handelse.Sandning.Kvittensnummer),
    ];

    /// <param name="skapad">When the file is made, UTC.</param>
    public byte[] Pdf(Pdftypsnitt typsnitt, DateTime skapad) =>
        new Pdfbyggare(
                $"{Rubrik} {Handelse.Sandning.Kvittensnummer}", skapad, typsnitt, $"Skolkod {Skola.Skolkod}", $"{Adress}Utskriven ur Mina tjänster {skapad.SvenskDag():yyyy-MM-dd}", Skola.Namn)
            .AddRubrik(Rubrik)
            .AddUppgifter(("Studerande", $"{Studerande.Fornamn} {Studerande.Efternamn}"), ("Personnummer", Studerande.Personnummer.Fullt), ("Lärosäte", $"{Skola.Namn}, {Skola.Ort}"))
            .AddMellanrubrik("Det här intygas")
            .AddUppgifter(Uppgifter.DistinctBy(u => u.Etikett))
            .AddMellanrubrik("Underskrift eller stämpel")
            .AddUppgifter(("Ort och datum", "________________________________"), ("Underskrift", "________________________________"), ("Namnförtydligande", UtfardatAv))
            .ToBytes();
}
