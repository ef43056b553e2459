using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests;

/// <summary>The real program in a process of its own, to be killed without warning.</summary>
internal sealed class Programprocess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string[]> _utskrift;

    private Programprocess(Process process, Uri adress)
    {
        _process = process;
        Adress = adress;
        // Read all the time: a full pipe would stop the program.
        _utskrift = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public Uri Adress { get; }

    public bool HarSlutat => _process.HasExited;

    /// <summary>Starts it and does not wait.</summary>
    public static Programprocess Starta(Testdatabas databas, params (string Namn, string Varde)[] installningar)
    {
        var adress = new Uri($"http://localhost:{LedigPort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MinaTjanster.Web.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = adress.ToString(),
                ["ConnectionStrings__Portal"] = databas.ConnectionString,
                ["Losenord__Iterationer"] = Testdatabaser.Iterationer.ToString(CultureInfo.InvariantCulture),
                ["Klocka__Start"] = "2026-11-22T10:00:00",
                ["Loggning__Fil"] = "",
            },
        };
        foreach (var (namn, varde) in installningar)
            start.Environment[namn] = varde;
        return new Programprocess(Process.Start(start)!, adress);
    }

    /// <summary>Until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended; with what it wrote.</exception>
    public async Task VantaAsync()
    {
        using var http = new HttpClient();
        while (!await SvararAsync(http))
        {
            if (HarSlutat)
                throw new InvalidOperationException(string.Join('\n', await _utskrift));

            await Task.Delay(100);
        }
    }

    /// <summary>SIGKILL: nothing of ours runs any more.</summary>
    public void Doda()
    {
        if (HarSlutat)
            return;

        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Doda();
        _process.Dispose();
    }

    private async Task<bool> SvararAsync(HttpClient http)
    {
        try
        {
            using var svar = await http.GetAsync(new Uri(Adress, "/halsa"));
            return svar.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int LedigPort()
    {
        using var lyssnare = new TcpListener(IPAddress.Loopback, 0);
        lyssnare.Start();
        return ((IPEndPoint)lyssnare.LocalEndpoint).Port;
    }
}
