namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>Undoes the row differences that make tables of numbers pack better (ISO 32000 7.4.4.4).</summary>
internal static class PdfPredictor
{
    public static byte[]? Undo(PdfFile file, byte[] data, PdfValue parameters)
    {
        long Parameter(string key, long otherwise) => file.Resolve(parameters.Find(key)) is { Kind: PdfKind.Integer } value ? value.Number : otherwise;
        var (predictor, columns, colors, depth) = (Parameter("Predictor", 1), Parameter("Columns", 1), Parameter("Colors", 1), Parameter("BitsPerComponent", 8));
        if (predictor <= 1)
            return data;
        if (columns is < 1 or > 100_000 || colors is < 1 or > 32 || depth is not (1 or 2 or 4 or 8 or 16))
            return null;

        var (row, pixel) = ((int)((columns * colors * depth + 7) / 8), (int)Math.Max(1, colors * depth / 8));
        if (predictor >= 10)
            return Png(data, row, pixel);
        return predictor == 2 && depth == 8 ? Tiff(data, row, pixel) : null;
    }

    private static byte[] Tiff(byte[] data, int row, int pixel)
    {
        for (var at = 0; at < data.Length; at++)
            data[at] += at % row >= pixel ? data[at - pixel] : (byte)0;
        return data;
    }

    /// <summary>Each row begins with a byte that says how it differs from its neighbours. A last row that is not whole is kept.</summary>
    private static byte[]? Png(byte[] data, int row, int pixel)
    {
        var rows = (data.Length + row) / (row + 1);
        var plain = new byte[data.Length - rows];
        for (var r = 0; r < rows; r++)
        {
            var (from, to) = (r * (row + 1), r * row);
            var length = Math.Min(row, data.Length - from - 1);
            var kind = data[from];
            if (kind > 4)
                return null;
            for (var i = 0; i < length; i++)
            {
                var left = i >= pixel ? plain[to + i - pixel] : 0;
                var up = r > 0 ? plain[to + i - row] : 0;
                var corner = r > 0 && i >= pixel ? plain[to + i - row - pixel] : 0;
                var guess = kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                plain[to + i] = (byte)(data[from + 1 + i] + guess);
            }
        }

        return plain;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
