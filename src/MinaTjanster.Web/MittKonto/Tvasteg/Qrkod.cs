using System.Globalization;
using System.Text;
using QRCoder;

namespace MinaTjanster.Web.MittKonto.Tvasteg;

/// <summary>A QR code as one SVG path: sharp at any size, black on white whatever the page's colours, and no style attribute (CSP).</summary>
internal static class Qrkod
{
    public static string Svg(string innehall)
    {
        using var kod = QRCodeGenerator.GenerateQrCode(innehall, QRCodeGenerator.ECCLevel.M);
        var rutor = kod.ModuleMatrix; // with the quiet zone
        var bana = new StringBuilder();
        for (var y = 0; y < rutor.Count; y++)
        {
            for (var x = 0; x < rutor[y].Count; x++)
            {
                if (rutor[y][x])
                    bana.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rutor.Count} {rutor.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rutor.Count}v{rutor.Count}H0z"/><path d="{bana}"/></svg>""";
    }
}
