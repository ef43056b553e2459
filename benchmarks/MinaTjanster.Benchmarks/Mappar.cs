namespace MinaTjanster.Benchmarks;

/// <summary>Where things are in the checkout.</summary>
internal static class Mappar
{
    public static string Rot { get; } = HittaRot();

    public static string Web => Path.Combine(Rot, "src", "MinaTjanster.Web");

    /// <summary>Databases and raw figures; git-ignored, kept from one run to the next.</summary>
    public static string Resultat => Directory.CreateDirectory(Path.Combine(Rot, "benchmarks", "resultat")).FullName;

    private static string HittaRot()
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(mapp.FullName, "MinaTjanster.sln")))
        {
            mapp = mapp.Parent ?? throw new InvalidOperationException("The solution was not found above the benchmark.");
        }

        return mapp.FullName;
    }
}
