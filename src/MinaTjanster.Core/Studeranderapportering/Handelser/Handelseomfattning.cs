using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Omfattning;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>The scope of what is reported, in percent of full time (domain.md section 6, Scope).</summary>
internal static class Handelseomfattning
{
    private const int DagarPerVecka = 7;

    /// <summary>1–100; never over full time. Points that no week can be counted for are full time, and warned of.</summary>
    public static int Procent(Handelseuppgift uppgift, Skolform skolform) =>
        uppgift.PoangTiondelar is null && uppgift.Omfattning is { } angiven
            ? angiven
            : Math.Clamp(Del(uppgift, skolform).Omfattning?.Procent ?? 100, 1, 100);

    /// <summary>What is reported, as the rules of scope see it. A högskola states points alone: its weeks are those of the calendar [V].</summary>
    public static Studiedel Del(Handelseuppgift uppgift, Skolform skolform)
    {
        var period = new Dagperiod(uppgift.ForstaDag, uppgift.Slut);
        return new Studiedel(skolform, period)
        {
            Poangtiondelar = uppgift.PoangTiondelar,
            Procent = uppgift.Omfattning,
            Veckor = skolform == Skolform.Hogskola && uppgift.PoangTiondelar is not null ? (period.Dagar + DagarPerVecka - 1) / DagarPerVecka : null,
        };
    }
}
