using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace MinaTjanster.Benchmarks.Matning;

/// <summary>The portal in a process of its own on one database.</summary>
internal sealed class Portalprocess : IAsyncDisposable
{
    private readonly Process _process;

    private Portalprocess(Process process, Uri adress)
    {
        _process = process;
        Adress = adress;
    }

    public Uri Adress { get; }

    /// <summary>Resident memory, in megabytes.</summary>
    public double MinneMb
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<Portalprocess> StartaAsync(string databas, int port, params (string Namn, string Varde)[] installningar)
    {
        var adress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        var process = Starta("server", databas, adress.ToString(), installningar);
        using var klient = new HttpClient { BaseAddress = adress };
        while (true)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The portal stopped at once with code {process.ExitCode}.");
            }

            try
            {
                if ((await klient.GetAsync("/halsa")).StatusCode == HttpStatusCode.OK)
                {
                    return new Portalprocess(process, adress);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }
    }

    /// <summary>Runs one of the portal's commands on the database and waits for it.</summary>
    public static async Task KommandoAsync(string databas, params string[] kommando)
    {
        using var process = Starta(kommando[0], databas, "http://127.0.0.1:0", [], kommando[1..]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', kommando)} ended with code {process.ExitCode}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Starta(string lage, string databas, string adress, (string Namn, string Varde)[] installningar, params string[] mer)
    {
        var fil = lage == "server" ? typeof(Portalprocess).Assembly.Location : Path.Combine(AppContext.BaseDirectory, "MinaTjanster.Web.dll");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Mappar.Web };
        start.ArgumentList.Add(fil);
        start.ArgumentList.Add(lage);
        foreach (var ord in mer)
        {
            start.ArgumentList.Add(ord);
        }

        // Development for the demo accounts and plain http; the log at Warning, as in production.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = adress;
        start.Environment["ConnectionStrings__Portal"] = $"Data Source={databas}";
        start.Environment["Klocka__Start"] = "2026-11-22T10:00:00";
        start.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        start.Environment["Inloggning__ForsokPerMinut"] = "100000";
        start.Environment["DOTNET_gcServer"] = "0";
        foreach (var (namn, varde) in installningar)
        {
            start.Environment[namn] = varde;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
