using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MinaTjanster.Core.Tests.Dokumentlagring;

/// <summary>Runs Debian's own PDF tools (qpdf, poppler-utils, chromium). A missing tool fails the test and says what to install.</summary>
internal static class Verktyg
{
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Start(start);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{error.Result}");
        return output + error.Result;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"The tests need {start.FileName}: apt-get install qpdf poppler-utils chromium", missing);
        }
    }
}

/// <summary>A folder of its own for each test's files.</summary>
internal sealed class Tempmapp : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("minatjanster-pdf-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(File(name), content);
        return File(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
