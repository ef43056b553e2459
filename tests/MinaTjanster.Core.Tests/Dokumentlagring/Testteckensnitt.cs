using MinaTjanster.Core.Dokumentlagring.Pdf;

namespace MinaTjanster.Core.Tests.Dokumentlagring;

/// <summary>Inter as the web restores it from npm (src/MinaTjanster.Web/package.json).</summary>
internal static class Testteckensnitt
{
    public static readonly Pdftypsnitt Inter = new(Load("400Regular", "Inter_400Regular.ttf"), Load("600SemiBold", "Inter_600SemiBold.ttf"));

    private static Pdfteckensnitt Load(string folder, string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "MinaTjanster.sln")))
            root = root.Parent ?? throw new InvalidOperationException("MinaTjanster.sln was not found above the test's folder.");
        return Pdfteckensnitt.Load(Path.Combine(root.FullName, "src/MinaTjanster.Web/node_modules/@expo-google-fonts/inter", folder, file));
    }
}
