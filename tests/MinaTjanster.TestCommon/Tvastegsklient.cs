using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.TestCommon;

/// <summary>An authenticator app in the test's hand, with the recovery codes that came with it.</summary>
public sealed record Testapp(byte[] Nyckel, IReadOnlyList<string> Koder, Testklocka Klocka)
{
    /// <summary>The code the app shows now, or so many steps of 30 seconds from now.</summary>
    public string Kod(int stegBort = 0) => Totp.Kod(Nyckel, Totp.Steg(Klocka.UtcNu()) + stegBort);

    /// <summary>Half a minute later: the app shows another code.</summary>
    public void Vanta() => Klocka.Flytta(TimeSpan.FromSeconds(30));

    /// <summary>The key as the page writes it out.</summary>
    public static byte[] FranText(string base32)
    {
        const string Alfabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        List<byte> bytes = [];
        var (rest, bitar) = (0, 0);
        foreach (var tecken in base32.Where(c => c != ' '))
        {
            (rest, bitar) = ((rest << 5) | Alfabet.IndexOf(tecken), bitar + 5);
            if (bitar >= 8)
            {
                bitar -= 8;
                bytes.Add((byte)(rest >> bitar));
                rest &= (1 << bitar) - 1;
            }
        }

        return [.. bytes];
    }
}

public static class TvastegsklientExtensions
{
    /// <summary>Adds an authenticator app by the pages of Mitt konto. The next code is a new one.</summary>
    public static async Task<Testapp> LaggTillAppAsync(this Portalklient klient, Person person, Testklocka klocka)
    {
        var sida = await (await klient.HamtaAsync("/mitt-konto/tvasteg/app")).SkickaAsync("Fortsätt", ("Losenord", person.Losenord));
        var app = new Testapp(Testapp.FranText(sida.Texter(".nyckeltext").Single()), [], klocka);
        var svar = await sida.SkickaAsync("Slå på", ("Kod", app.Kod()));
        app.Vanta();
        return app with { Koder = svar.Texter(".koder code") };
    }

    /// <summary>The first step of a login in which a second is asked for: the page of the second.</summary>
    public static async Task<Sida> TillTvastegAsync(this Portalklient klient, Person person)
    {
        var sida = await klient.ForsokLoggaInAsync(person.Anvandarnamn, person.Losenord);
        return sida.Url.AbsolutePath == "/logga-in/tvasteg" ? sida : throw new InvalidOperationException($"{person} came to {sida.Url.AbsolutePath}, not to the second step.");
    }
}
