namespace MinaTjanster.Core.Data.Seed;

/// <summary>The same numbers in the same order on every machine and version (SplitMix64), which System.Random does not promise.</summary>
internal sealed class Slump(ulong fro)
{
    private const string Kvittensalfabet = "23456789ACDEFGHJKMNPQRSTVWXYZ";

    private ulong _tillstand = fro;

    /// <summary>A whole number from 0 to <paramref name="under"/> − 1.</summary>
    public int Tal(int under) => (int)(Nasta() % (ulong)under);

    /// <summary>A whole number, both ends included.</summary>
    public int Mellan(int fran, int till) => fran + Tal(till - fran + 1);

    public T Ur<T>(IReadOnlyList<T> val) => val[Tal(val.Count)];

    public DateOnly Dag(DateOnly fran, DateOnly till) => fran.AddDays(Tal(till.DayNumber - fran.DayNumber + 1));

    /// <summary>Lower-case hex of the given length, for keys in seeded rows.</summary>
    public string Hex(int tecken) => string.Concat(Enumerable.Range(0, tecken).Select(_ => "0123456789abcdef"[Tal(16)]));

    /// <summary>The seven characters of a receipt's number.</summary>
    public string Kvittens() => string.Concat(Enumerable.Range(0, 7).Select(_ => Kvittensalfabet[Tal(Kvittensalfabet.Length)]));

    private ulong Nasta()
    {
        _tillstand += 0x9E3779B97F4A7C15UL;
        var z = _tillstand;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
