using MinaTjanster.Core.Dokumentlagring.Pdf;

namespace MinaTjanster.Core.Tests.Dokumentlagring;

/// <summary>Inter as the web's build puts it beside the program.</summary>
internal static class Testteckensnitt
{
    public static readonly Pdftypsnitt Inter = Pdftypsnitt.LoadInter(Path.Combine(AppContext.BaseDirectory, "Teckensnitt"));
}
