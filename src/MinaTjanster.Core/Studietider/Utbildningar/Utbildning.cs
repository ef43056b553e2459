using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studietider.Utbildningar;

/// <summary>Whether the education is still offered.</summary>
public enum Utbildningsstatus
{
    Aktuell,

    /// <summary>No longer offered: kept, since students and studietider may hang on it, and hidden unless asked for.</summary>
    Arkiverad,
}

/// <summary>What can be studied at a school (domain.md section 7): a programme, a course or an inriktning.</summary>
public sealed class Utbildning : ISkolagd, IVersionerad
{
    private Utbildning()
    {
    }

    /// <param name="uppgift">Accepted by <see cref="Utbildningsregel"/>.</param>
    public Utbildning(long skolaId, Utbildningsuppgift uppgift)
    {
        SkolaId = skolaId;
        Satt(uppgift);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public Utbildningsuppgift Uppgift { get; private set; } = null!;

    public Utbildningsstatus Status { get; private set; }

    /// <summary>The name as it sorts, computed in code, the same on both engines.</summary>
    public string Sorteringsnyckel { get; private set; } = "";

    /// <summary>The folded words of name and code, each after a space: what the list searches in.</summary>
    public string Sokord { get; private set; } = "";

    public int Version { get; private set; }

    /// <param name="uppgift">Accepted by <see cref="Utbildningsregel"/>.</param>
    /// <exception cref="InvalidOperationException">It is archived.</exception>
    public void Andra(Utbildningsuppgift uppgift)
    {
        if (Status == Utbildningsstatus.Arkiverad)
            throw new InvalidOperationException("What is archived is taken back before it is changed.");

        Satt(uppgift);
    }

    /// <exception cref="InvalidOperationException">It is archived already.</exception>
    public void Arkivera() => Byt(Utbildningsstatus.Aktuell, Utbildningsstatus.Arkiverad);

    /// <exception cref="InvalidOperationException">It is not archived.</exception>
    public void Aterta() => Byt(Utbildningsstatus.Arkiverad, Utbildningsstatus.Aktuell);

    private void Satt(Utbildningsuppgift uppgift)
    {
        Uppgift = uppgift;
        Sorteringsnyckel = Tid.SvenskText.SorteringsNyckel(uppgift.Namn);
        Sokord = $" {string.Join(' ', Tid.SvenskText.OrdI($"{uppgift.Namn} {uppgift.Kod}"))}";
    }

    private void Byt(Utbildningsstatus fran, Utbildningsstatus till)
    {
        if (Status != fran)
            throw new InvalidOperationException($"The education is {Status}.");

        Status = till;
    }
}
