namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>
/// Judges an uploaded file by its content, never by its name: is it a whole PDF, JPEG or PNG, and is it safe to open?
/// Never throws on any content; time and memory are bounded (<see cref="PdfBudget"/>), whatever the file claims about itself.
/// </summary>
public static class Filgranskare
{
    /// <returns>What the file is; or <see cref="FilTom"/> or one of the refusals in this folder's Errors.cs.</returns>
    public static Result<Granskadfil> Granska(ReadOnlyMemory<byte> innehall)
    {
        var bytes = innehall.Span;
        if (bytes.IsEmpty)
            return new FilTom();
        if (bytes.StartsWith(JpegGranskning.Signature))
            return JpegGranskning.Granska(bytes);
        if (bytes.StartsWith(PngGranskning.Signature))
            return PngGranskning.Granska(innehall);
        if (PdfGranskning.HasHeader(bytes))
            return PdfGranskning.Granska(innehall);
        return new OkandFiltyp(Rad(bytes));
    }

    private static string Rad(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return "Är det ett dokument från Word, Excel eller liknande: spara eller exportera det som PDF. Är det en zip-fil: packa upp den först.";
        if (bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8))
            return "Är det en bild från en telefon (HEIC): spara eller dela den som JPEG.";
        return "Spara eller skanna underlaget som PDF, JPEG eller PNG.";
    }
}
