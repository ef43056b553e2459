using CsvHelper;

namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>
/// Writes rows as a file that a Swedish spreadsheet opens right (semicolons, UTF-8 with a byte order mark, CR LF) without running anything in it,
/// and that <see cref="Fillasare"/> reads back to the same values.
/// </summary>
/// <remarks>Half a surrogate pair becomes U+FFFD, since UTF-8 has no such thing.</remarks>
public sealed class Filskrivare(Stream mal) : IAsyncDisposable
{
    private static readonly CsvWriterOptions Form = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.WhenNeededOrWhitespace,
    };

    private readonly CsvWriter _csv = CsvWriter.Create(mal, Form, leaveOpen: true);

    /// <summary>The header or a row. All must be as many fields as the first.</summary>
    public async ValueTask SkrivAsync(IReadOnlyList<string> falt, CancellationToken cancellationToken = default)
    {
        foreach (var text in falt)
            _csv.WriteField(Formelskydd.Med(text));

        await _csv.EndRecordAsync(cancellationToken);
    }

    /// <summary>Writes what is still in the buffer. The stream stays open.</summary>
    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
