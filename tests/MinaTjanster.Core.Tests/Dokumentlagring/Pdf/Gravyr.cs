using System.Globalization;
using System.Text;

namespace MinaTjanster.Core.Tests.Dokumentlagring.Pdf;

/// <summary>A grey picture as pdftoppm writes it (PGM, 8 bits).</summary>
internal sealed class Gravyr(int width, int height, byte[] pixels)
{
    public static Gravyr Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var head = Encoding.ASCII.GetString(bytes, 0, 20).Split('\n', ' ');
        var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        return new Gravyr(width, height, bytes[^(width * height)..]);
    }

    /// <summary>The number of pixels that are not white within the edges.</summary>
    public int Ink(int left, int top, int right, int bottom)
    {
        var count = 0;
        for (var y = top; y < Math.Min(bottom, height); y++)
        {
            for (var x = left; x < Math.Min(right, width); x++)
                count += pixels[y * width + x] < 250 ? 1 : 0;
        }

        return count;
    }
}
