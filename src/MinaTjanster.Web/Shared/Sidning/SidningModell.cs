namespace MinaTjanster.Web.Shared.Sidning;

/// <summary>The paging component: <c>&lt;partial name="Sidning/_Sidning" model="new SidningModell(…)" /&gt;</c>. Pages count from 1.</summary>
/// <param name="Url">The address of a page.</param>
public sealed record SidningModell(int Sida, int AntalRader, int RaderPerSida, Func<int, string> Url)
{
    public int AntalSidor => Math.Max(1, (AntalRader + RaderPerSida - 1) / RaderPerSida);

    public int Forsta => AntalRader == 0 ? 0 : ((Sida - 1) * RaderPerSida) + 1;

    public int Sista => Math.Min(AntalRader, Sida * RaderPerSida);

    /// <summary>First, last, this page and its neighbours; null where pages are left out.</summary>
    public IEnumerable<int?> Sidor()
    {
        var forra = 0;
        foreach (var sida in Enumerable.Range(1, AntalSidor).Where(s => s == 1 || s == AntalSidor || Math.Abs(s - Sida) <= 1))
        {
            if (sida - forra > 1)
                yield return null;
            yield return sida;
            forra = sida;
        }
    }
}
