namespace MinaTjanster.TestCommon;

/// <summary>A person's browser without scripts: speaks in intents, gets real pages and posts their real forms.</summary>
public sealed class Portalklient(HttpClient http) : IDisposable
{
    private const int MaxOmdirigeringar = 10;

    /// <summary>For what a page cannot do: odd methods, broken bodies, own headers. Cookies are this browser's; redirects are not followed.</summary>
    public HttpClient Http { get; } = http;

    /// <summary>Fetches a page, following redirects.</summary>
    public Task<Sida> HamtaAsync(string url) => SkickaAsync(new HttpRequestMessage(HttpMethod.Get, url), foljOmdirigering: true);

    /// <summary>Fetches without following a redirect: for tests of where it leads.</summary>
    public Task<Sida> HamtaUtanOmdirigeringAsync(string url) => SkickaAsync(new HttpRequestMessage(HttpMethod.Get, url), foljOmdirigering: false);

    /// <summary>Signs in by the login page. Fails the test unless the person came in, or was sent on to change a one-time password.</summary>
    public async Task<Sida> LoggaInAsync(Person person)
    {
        var sida = await ForsokLoggaInAsync(person.Anvandarnamn, person.Losenord);
        return sida.Url.AbsolutePath != "/logga-in"
            ? sida
            : throw new InvalidOperationException($"{person} did not come in: {(int)sida.Status} {sida.Url.AbsolutePath} {string.Join(' ', sida.Fel)}");
    }

    /// <summary>Posts the login page with anything.</summary>
    public async Task<Sida> ForsokLoggaInAsync(string anvandarnamn, string losenord)
    {
        var sida = await HamtaAsync("/logga-in");
        return await sida.SkickaAsync("Logga in", ("Anvandarnamn", anvandarnamn), ("Losenord", losenord));
    }

    public async Task<Sida> LoggaUtAsync() => await (await HamtaAsync("/")).SkickaAsync("/logga-ut");

    /// <summary>Chooses a school in the header, or on the page that asks for one.</summary>
    /// <param name="skolkod">The school's code, as in <see cref="Core.Data.Seed.Demoskolor"/>.</param>
    public async Task<Sida> ValjSkolaAsync(string skolkod)
    {
        var sida = await HamtaAsync("/");
        var formular = sida.FindForm("/skola");
        return await formular.ValjText(skolkod).SkickaAsync();
    }

    public async Task<Sida> SkickaAsync(HttpRequestMessage begaran, bool foljOmdirigering)
    {
        var svar = await Http.SendAsync(begaran);
        for (var varv = 0; foljOmdirigering && svar.Headers.Location is { } plats; varv++)
        {
            if (varv == MaxOmdirigeringar)
            {
                throw new InvalidOperationException($"Redirected {varv} times, last to {plats}.");
            }

            var url = new Uri(svar.RequestMessage!.RequestUri!, plats);
            svar.Dispose();
            svar = await Http.GetAsync(url);
        }

        return await Sida.LasAsync(this, svar);
    }

    public void Dispose() => Http.Dispose();
}
