namespace MinaTjanster.TestCommon;

/// <summary>The folder of the solution, found upwards from where the tests run.</summary>
public static class Projektrot
{
    public static string Mapp { get; } = Find();

    public static string Fil(params string[] delar) => Path.Combine([Mapp, .. delar]);

    private static string Find()
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(mapp.FullName, "MinaTjanster.sln")))
        {
            mapp = mapp.Parent ?? throw new InvalidOperationException("The solution was not found above the tests.");
        }

        return mapp.FullName;
    }
}
