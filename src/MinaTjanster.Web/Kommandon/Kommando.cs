namespace MinaTjanster.Web.Kommandon;

/// <summary>The program's commands: <c>MinaTjanster.Web migrate</c> and so on (docs/drift.md). Without one it is the web.</summary>
internal static class Kommando
{
    /// <summary>Wrong use of a command, as distinct from a command that failed (1).</summary>
    public const int FelAnvant = 2;

    private const string Hjalp =
        """
        Kommandon:
          migrate                     skapar eller uppdaterar databasen
          seed                        lägger in demodata (aldrig i produktion)
          seed --rikstackande         demodata och en rikstäckande mängd skolor och elever (aldrig i produktion)
          importera-skolor FIL        läser in skolor ur en CSV-fil
          publicera-studietider       gör om det som visas för studerande, ur det som är godkänt
          skapa-konto --anvandarnamn A --namn N --epost E
                                      skapar CSN:s första behörighetshandläggare
        Utan kommando startar webbplatsen.
        """;

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit code, or null when no command was named: start the web.</returns>
    public static async Task<int?> KorAsync(string[] args, IServiceProvider services, TextWriter? ut = null)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return null;
        }

        ut ??= Console.Out;
        try
        {
            return args switch
            {
                ["migrate"] => await DatabasKommandon.MigreraAsync(services, ut),
                ["seed"] => await DatabasKommandon.SeedaAsync(services, ut),
                ["seed", "--rikstackande"] => await DatabasKommandon.SeedaRikstackandeAsync(services, ut),
                ["importera-skolor", var fil] => await ImporteraSkolorKommando.KorAsync(fil, services, ut),
                ["publicera-studietider"] => await DatabasKommandon.PubliceraStudietiderAsync(services, ut),
                ["skapa-konto", .. var val] => await SkapaKontoKommando.KorAsync(val, services, ut),
                _ => await VisaHjalpAsync(ut),
            };
        }
        catch (KommandoException fel)
        {
            await ut.WriteLineAsync(fel.Message);
            return fel.Kod;
        }
    }

    private static async Task<int> VisaHjalpAsync(TextWriter ut)
    {
        await ut.WriteLineAsync(Hjalp);
        return FelAnvant;
    }
}

/// <summary>A command that says no, in words for whoever ran it.</summary>
internal sealed class KommandoException(string text, int kod = 1) : Exception(text)
{
    public int Kod { get; } = kod;
}
