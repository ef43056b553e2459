using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Kommandon;

/// <summary><c>skapa-konto --anvandarnamn A --namn N --epost E</c>: CSN's first behörighetshandläggare.</summary>
internal static class SkapaKontoKommando
{
    private static readonly string[] Val = ["--anvandarnamn", "--namn", "--epost"];

    public static async Task<int> KorAsync(string[] argument, IServiceProvider services, TextWriter ut)
    {
        var uppgifter = Las(argument);
        await using var scope = services.CreateAsyncScope();
        // A behörighet at CSN is written by work that reaches all schools only.
        scope.ServiceProvider.GetRequiredService<Skolomfang>().ValjAlla("forsta kontot");
        var svar = await ActivatorUtilities.CreateInstance<ForstaKontoService>(scope.ServiceProvider)
            .SkapaAsync(uppgifter[Val[0]], uppgifter[Val[1]], uppgifter[Val[2]]);
        if (!svar.IsAccepted)
        {
            throw new KommandoException(svar.Refusals[0].Sentence);
        }

        var konto = svar.Value;
        await ut.WriteLineAsync($"Kontot {konto.Anvandarnamn} är skapat.");
        await ut.WriteLineAsync($"Engångslösenord: {konto.Engangslosenord}");
        await ut.WriteLineAsync($"Det visas bara nu och gäller till och med {SvenskText.Datum(konto.GiltigtTill.SvenskDag())}. Det byts vid första inloggningen.");
        return 0;
    }

    private static Dictionary<string, string> Las(string[] argument)
    {
        var uppgifter = new Dictionary<string, string>();
        for (var i = 0; i + 1 < argument.Length; i += 2)
        {
            uppgifter[argument[i]] = argument[i + 1];
        }

        return argument.Length == 2 * Val.Length && Val.All(uppgifter.ContainsKey)
            ? uppgifter
            : throw new KommandoException("Ange användarnamn, namn och e-post: skapa-konto --anvandarnamn A --namn \"Förnamn Efternamn\" --epost E", Kommando.FelAnvant);
    }
}
