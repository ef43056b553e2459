using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MinaTjanster.Core.Data;

/// <summary>Marks a column computed for sorting or searching, to be compared by code point on both engines (design decision 17).</summary>
internal static class Foldad
{
    public const string Annotation = "MinaTjanster:Foldad";

    public static PropertyBuilder<string> ArFoldad(this PropertyBuilder<string> egenskap)
    {
        egenskap.HasAnnotation(Annotation, true);
        return egenskap;
    }
}
