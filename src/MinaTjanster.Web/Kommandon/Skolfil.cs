using System.Text;
using CsvHelper;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Kommandon;

/// <summary>Reads the file of schools: UTF-8, <c>;</c> between fields, a header, one school a row.</summary>
internal static class Skolfil
{
    private static readonly string[] Kolumner = ["skolkod", "namn", "ort", "skolform", "rapporteringssatt"];

    private static readonly CsvReaderOptions Val = new()
    {
        Separator = ';',
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        NormalizeHeaderName = namn => SvenskText.Folda(namn.Trim()),
    };

    /// <summary>The rows, or every fault with its line number.</summary>
    public static (IReadOnlyList<Skolrad> Rader, IReadOnlyList<string> Fel) Las(byte[] innehall)
    {
        var rader = new List<Skolrad>();
        var fel = new List<string>();
        if (!ArUtf8(innehall))
        {
            return (rader, ["Filen är inte UTF-8. Spara den som UTF-8 (i Excel: CSV UTF-8)."]);
        }

        using var lasare = CsvReader.Create(innehall, Val);
        try
        {
            lasare.ReadHeader();
            string[] saknas = [.. Kolumner.Where(k => !lasare.TryGetFieldIndex(k, out _))];
            if (saknas.Length > 0)
            {
                return (rader, [$"Rad 1: rubrik saknas för {string.Join(", ", saknas)}. Första raden ska vara {string.Join(';', Kolumner)}."]);
            }

            var sedda = new Dictionary<string, long>();
            while (lasare.Read())
            {
                fel.AddRange(LasRad(lasare, sedda, rader).Select(text => $"Rad {lasare.LineNumber}: {text}"));
            }
        }
        catch (CsvFormatException)
        {
            fel.Add($"Rad {lasare.LineNumber}: citattecknen går inte ihop.");
        }

        if (rader.Count == 0 && fel.Count == 0)
        {
            fel.Add("Filen innehåller inga skolor.");
        }

        return (rader, fel);
    }

    private static IEnumerable<string> LasRad(CsvReader lasare, Dictionary<string, long> sedda, List<Skolrad> rader)
    {
        if (lasare.FieldCount != lasare.Headers.Count)
        {
            yield return $"{lasare.FieldCount} fält, men rubriken har {lasare.Headers.Count}.";
            yield break;
        }

        var fel = new List<string>();
        var (skolkod, namn, ort) = (lasare.GetString(Kolumner[0]), lasare.GetString(Kolumner[1]), lasare.GetString(Kolumner[2]));
        if (!Skola.ArSkolkod(skolkod))
        {
            fel.Add($"skolkoden \"{skolkod}\" är inte åtta siffror.");
        }
        else if (!sedda.TryAdd(skolkod, lasare.LineNumber))
        {
            fel.Add($"skolkoden {skolkod} finns redan på rad {sedda[skolkod]}.");
        }

        if (namn.Length is 0 or > Skola.MaxNamn)
        {
            fel.Add($"namnet ska vara 1–{Skola.MaxNamn} tecken.");
        }

        if (ort.Length is 0 or > Skola.MaxOrt)
        {
            fel.Add($"orten ska vara 1–{Skola.MaxOrt} tecken.");
        }

        var skolform = Tolka(lasare.GetString(Kolumner[3]), Enum.GetValues<Skolform>(), s => s.Text(), "skolformen", fel);
        var satt = Tolka(lasare.GetString(Kolumner[4]), Enum.GetValues<Rapporteringssatt>(), s => s.Text(), "rapporteringssättet", fel);
        if (satt == Rapporteringssatt.Ladok && skolform is { } form && form != Skolform.Hogskola)
        {
            fel.Add("bara högskolor rapporterar med Ladok.");
        }

        if (fel.Count == 0)
        {
            rader.Add(new Skolrad(skolkod, namn, ort, skolform!.Value, satt!.Value));
        }

        foreach (var text in fel)
        {
            yield return text;
        }
    }

    /// <summary>The value whose words these are, whatever the case and with or without å, ä, ö.</summary>
    private static T? Tolka<T>(string text, T[] varden, Func<T, string> ord, string vad, List<string> fel)
        where T : struct
    {
        foreach (var varde in varden)
        {
            if (SvenskText.Folda(ord(varde)) == SvenskText.Folda(text))
            {
                return varde;
            }
        }

        fel.Add($"{vad} \"{text}\" finns inte. Välj mellan {string.Join(", ", varden.Select(ord))}.");
        return null;
    }

    private static bool ArUtf8(byte[] innehall)
    {
        try
        {
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(innehall);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
