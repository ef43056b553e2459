namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>
/// What a PDF may not hold, found by its place in the syntax: as a key, or as what an action (/S), annotation (/Subtype) or object (/Type) is.
/// The same words in a text, on a page or as the name of a font mean nothing.
/// </summary>
internal static class PdfFaror
{
    /// <summary>Dictionaries whose keys the author made up: fonts, images, styles, destinations. Only what they hold is judged.</summary>
    private static readonly HashSet<string> OwnNames =
        ["Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties", "CharProcs", "Dests", "RoleMap", "RoleMapNS", "ClassMap", "Colorants"];

    private static readonly Dictionary<string, Refusal> Keys = new()
    {
        ["JS"] = new PdfMedSkript(),
        ["JavaScript"] = new PdfMedSkript(),
        ["OnInstantiate"] = new PdfMedSkript(), // script of a 3D picture
        ["EF"] = new PdfMedBilaga(),
        ["EmbeddedFiles"] = new PdfMedBilaga(),
        ["XFA"] = new PdfMedXfa(),
        ["RichMedia"] = new PdfMedMedier(),
        ["RichMediaContent"] = new PdfMedMedier(),
        ["RichMediaSettings"] = new PdfMedMedier(),
    };

    private static readonly Dictionary<string, Refusal> Kinds = new()
    {
        ["JavaScript"] = new PdfMedSkript(),
        ["Launch"] = new PdfStartarProgram(),
        ["EmbeddedFile"] = new PdfMedBilaga(),
        ["FileAttachment"] = new PdfMedBilaga(),
        ["RichMedia"] = new PdfMedMedier(),
        ["RichMediaExecute"] = new PdfMedMedier(),
        ["3D"] = new PdfMedMedier(),
        ["Movie"] = new PdfMedMedier(),
        ["Sound"] = new PdfMedMedier(),
        ["Screen"] = new PdfMedMedier(),
        ["Rendition"] = new PdfMedMedier(),
        ["SubmitForm"] = new PdfSkickarUppgifter(),
        ["ImportData"] = new PdfSkickarUppgifter(),
        ["GoToE"] = new PdfMedAndraFiler(),
        ["GoToR"] = new PdfMedAndraFiler(),
    };

    /// <summary>Judges an indirect object with all that is inside it; null when it is harmless.</summary>
    public static Refusal? Find(PdfObject found)
    {
        // /S may be a reference to an object that is nothing but the name.
        if (found.Value.Kind == PdfKind.Name && Kinds.GetValueOrDefault(found.Value.Name) is { } alone)
            return alone;
        // A stream with /F has its content in another file (ISO 32000 7.3.8.2).
        return found.IsStream && found.Value.Has("F") ? new PdfMedAndraFiler() : Find(found.Value, ownNames: false);
    }

    private static Refusal? Find(PdfValue value, bool ownNames)
    {
        foreach (var item in value.Items)
        {
            if (Find(item, ownNames: false) is { } refusal)
                return refusal;
        }

        foreach (var (key, inner) in value.Entries)
        {
            if (!ownNames && Keys.GetValueOrDefault(key) is { } refused)
                return refused;
            if (!ownNames && key is "S" or "Subtype" or "Type" && Kinds.GetValueOrDefault(inner.Name) is { } kind)
                return kind;
            if (Find(inner, OwnNames.Contains(key)) is { } below)
                return below;
        }

        return null;
    }
}
