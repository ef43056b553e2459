using MinaTjanster.Core.Filrapportering.Lasning;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>Refused rows as a file to mend and send again: all columns, and last what is wrong.</summary>
public static class Felfil
{
    public static async Task SkrivAsync(Stream mal, IAsyncEnumerable<Filjobbsrad> rader, CancellationToken ct)
    {
        await using var fil = new Filskrivare(mal);
        await fil.SkrivAsync([.. Filformat.Namn, Filformat.Fel], ct);
        await foreach (var rad in rader.WithCancellation(ct))
            await fil.SkrivAsync([.. rad.Falt, string.Join(" ", rad.Fel.Where(f => f.Slag == Filfelslag.Fel).Select(f => $"{f.Kod}: {f.Mening}"))], ct);
    }
}
