using System.Runtime.InteropServices;

namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

internal enum PdfKind
{
    /// <summary>Null, true, false, strings, real numbers: nothing the judgement looks into.</summary>
    Other,
    Integer,
    Name,
    Reference,
    Array,
    Dictionary,
}

/// <summary>A value as it stands in the file. Names are unescaped; strings are not kept.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PdfValue(PdfKind kind, long number = 0, object? content = null)
{
    public PdfKind Kind { get; } = kind;

    /// <summary>The integer, or the object number of a reference.</summary>
    public long Number { get; } = number;

    public string Name => Kind == PdfKind.Name ? (string)content! : "";

    public List<PdfValue> Items => Kind == PdfKind.Array ? (List<PdfValue>)content! : [];

    /// <summary>In file order, doubles included: readers differ on which of two equal keys counts.</summary>
    public List<(string Key, PdfValue Value)> Entries => Kind == PdfKind.Dictionary ? (List<(string, PdfValue)>)content! : [];

    /// <summary>The last entry with the key, as most readers choose; <see cref="PdfKind.Other"/> when there is none.</summary>
    public PdfValue Find(string key) => Entries.FindLast(entry => entry.Key == key).Value;

    public bool Has(string key) => Entries.Exists(entry => entry.Key == key);
}
