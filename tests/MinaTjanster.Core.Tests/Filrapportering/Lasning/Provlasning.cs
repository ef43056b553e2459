using System.Text;
using MinaTjanster.Core.Filrapportering.Lasning;

namespace MinaTjanster.Core.Tests.Filrapportering.Lasning;

/// <summary>A file read both ways: what the first pass tells, the header, and every row.</summary>
internal sealed record Provlasning(IReadOnlyList<Refusal> Avslag, Filoversikt? Oversikt, Filrubrik? Rubrik, IReadOnlyList<Filrad> Rader)
{
    public static readonly Filkolumner Kolumner = new(new Filkolumn("personnummer", IsRequired: true), new Filkolumn("händelse", IsRequired: true), new Filkolumn("första_dag"));

    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public IEnumerable<string> Koder => Avslag.Select(a => a.Code);

    /// <summary>All that a reader of the file can see, as one text: two readings are the same when these are.</summary>
    public string Spar => string.Join('\n', [.. Koder, $"{Oversikt}", .. Rubrik?.Varningar.Select(v => v.Sentence) ?? [], .. Rader.Select(r => Rad(r, 0))]);

    public static string Rad(Filrad rad, long forskjuten) => $"{rad.Radnummer - forskjuten}: {string.Join('|', rad.Varden)} {rad.Fel} {rad.Ratext}";

    public static Task<Provlasning> AvAsync(string text, Filkolumner? kolumner = null) => AvAsync(Encoding.UTF8.GetBytes(text), kolumner);

    public static Task<Provlasning> AvAsync(byte[] bytes, Filkolumner? kolumner = null, int steg = int.MaxValue) =>
        AvAsync(() => new Droppstrom(bytes, steg), kolumner);

    public static async Task<Provlasning> AvAsync(Func<Stream> kalla, Filkolumner? kolumner = null)
    {
        await using var forsta = kalla();
        var oversikt = await Forgranskning.GranskaAsync(forsta);
        if (!oversikt.IsAccepted)
            return new(oversikt.Refusals, null, null, []);

        var oppnad = await Fillasare.OppnaAsync(kalla(), oversikt.Value, kolumner ?? Kolumner);
        if (!oppnad.IsAccepted)
            return new(oppnad.Refusals, oversikt.Value, null, []);

        await using var lasare = oppnad.Value;
        var rader = new List<Filrad>();
        while (await lasare.NastaAsync() is { } rad)
            rader.Add(rad);

        return new([], oversikt.Value, lasare.Rubrik, rader);
    }
}
