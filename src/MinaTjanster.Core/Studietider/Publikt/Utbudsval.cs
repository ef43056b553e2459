using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>The choices of a post, or of a search, as one number: four bits each, 0 where there is none.</summary>
/// <param name="Mask">The bits of what is chosen.</param>
/// <param name="Varde">A post is among the hits when its number has these in the mask.</param>
internal sealed record Utbudsval(int Mask, int Varde)
{
    private const int Bitar = 4;

    public static Utbudsval For(Skolform? skolform, Utbildningsniva? niva, Undervisningssatt? undervisning, Takt? takt)
    {
        var (mask, varde) = (0, 0);
        foreach (var val in (int?[])[(int?)skolform, (int?)niva, (int?)undervisning, (int?)takt])
        {
            mask = (mask << Bitar) | (val is null ? 0 : (1 << Bitar) - 1);
            varde = (varde << Bitar) | (val + 1 ?? 0);
        }

        return new(mask, varde);
    }
}
