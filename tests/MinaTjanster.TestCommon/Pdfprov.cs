using System.Diagnostics;

namespace MinaTjanster.TestCommon;

/// <summary>What a PDF says to others than the code that wrote it: qpdf judges it, poppler reads it.</summary>
public static class Pdfprov
{
    /// <summary>The words of a whole and valid PDF, in lines as they stand on the page.</summary>
    public static async Task<string> TextAsync(byte[] pdf)
    {
        var fil = Path.GetTempFileName();
        await File.WriteAllBytesAsync(fil, pdf);
        try
        {
            var granskad = await KorAsync("qpdf", "--check", fil);
            return granskad.Kod != 0 ? throw new InvalidOperationException(granskad.Text) : (await KorAsync("pdftotext", "-layout", fil, "-")).Text;
        }
        finally
        {
            File.Delete(fil);
        }
    }

    private static async Task<(int Kod, string Text)> KorAsync(string program, params string[] argument)
    {
        using var process = Process.Start(new ProcessStartInfo(program, argument) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var fel = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await Task.WhenAll(fel, process.WaitForExitAsync());
        return (process.ExitCode, text + await fel);
    }
}
