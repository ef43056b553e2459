using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.MittKonto.Tvasteg;

/// <summary>
/// Mitt konto: the second factor. Open also to one who must add it before anything else. Every change asks for the present password; new ways are
/// finished on a page of their own (<see cref="NyApp"/>, <see cref="NyPassernyckel"/>).
/// </summary>
[Inloggad(UnderRegistrering = true), UtanSkolmarke, EnableRateLimiting(AtkomstExtensions.Inloggningsgrans)]
public sealed class TvastegController(
    AktuellAnvandare anvandare,
    FaktorandringService andringar,
    FaktorstegService steg,
    InloggningService inloggning,
    Passernyckelkontroll passernycklar,
    Sessionskaka kaka) : Controller
{
    [HttpGet("/mitt-konto/tvasteg")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new TvastegsidaModell(await OversiktAsync(ct), anvandare.Session.Niva));

    [HttpGet("/mitt-konto/tvasteg/app")]
    public IActionResult App() => Bekrafta(Bekraftelse.NyApp);

    [HttpPost("/mitt-konto/tvasteg/app")]
    public Task<IActionResult> App(BekraftaInput input, CancellationToken ct) =>
        MedLosenordAsync(Bekraftelse.NyApp, input, konto => BorjaAsync(konto, Faktorandamal.NyApp, "/mitt-konto/tvasteg/app/koppla", ct), ct);

    [HttpGet("/mitt-konto/tvasteg/app/koppla")]
    public async Task<IActionResult> Koppla(CancellationToken ct) =>
        await NyAppAsync(ct) is { } modell ? View(modell) : Redirect("/mitt-konto/tvasteg/app");

    [HttpGet("/mitt-konto/tvasteg/app/qr.svg")]
    public async Task<IActionResult> Qr(CancellationToken ct) =>
        await NyAppAsync(ct) is { } modell ? Content(Qrkod.Svg(modell.Adress), "image/svg+xml") : NotFound();

    [HttpPost("/mitt-konto/tvasteg/app/koppla")]
    public async Task<IActionResult> Koppla(KopplaInput input, CancellationToken ct)
    {
        var svar = await andringar.AktiveraAppAsync(anvandare.Session, input.Kod, ct);
        if (svar.IsAccepted)
        {
            return Andrad(svar.Value, "Autentiseringsappen är tillagd.");
        }

        if (svar.Refusals[0] is FelForstaKod fel && await NyAppAsync(ct) is { } modell)
        {
            ModelState.AddModelError(fel.Field!, fel.Sentence);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(modell);
        }

        return BorjaOm(svar.Refusals[0]);
    }

    [HttpGet("/mitt-konto/tvasteg/app/ta-bort")]
    public async Task<IActionResult> TaBortApp(CancellationToken ct) =>
        (await OversiktAsync(ct)).AppAktiverad is null ? NotFound() : Bekrafta(Bekraftelse.TaBortApp);

    [HttpPost("/mitt-konto/tvasteg/app/ta-bort")]
    public async Task<IActionResult> TaBortApp(BekraftaInput input, CancellationToken ct) =>
        (await OversiktAsync(ct)).AppAktiverad is null
            ? NotFound()
            : await MedLosenordAsync(
                Bekraftelse.TaBortApp,
                input,
                async _ => Svara(Bekraftelse.TaBortApp, await andringar.TaBortAppAsync(anvandare.Session, ct), "Autentiseringsappen är borttagen."),
                ct);

    [HttpGet("/mitt-konto/tvasteg/passernyckel")]
    public IActionResult Passernyckel() => Bekrafta(Bekraftelse.NyPassernyckel);

    [HttpPost("/mitt-konto/tvasteg/passernyckel")]
    public Task<IActionResult> Passernyckel(BekraftaInput input, CancellationToken ct) =>
        MedLosenordAsync(
            Bekraftelse.NyPassernyckel,
            input,
            konto => BorjaAsync(konto, Faktorandamal.NyPassernyckel, "/mitt-konto/tvasteg/passernyckel/skapa", ct),
            ct);

    [HttpGet("/mitt-konto/tvasteg/passernyckel/skapa")]
    public async Task<IActionResult> Skapa(CancellationToken ct) =>
        await NyPassernyckelAsync(ct) is { } paborjat
            ? View(new NyPassernyckel(null, await passernycklar.SkapandevalAsync(paborjat, HttpContext, ct)))
            : Redirect("/mitt-konto/tvasteg/passernyckel");

    [HttpPost("/mitt-konto/tvasteg/passernyckel/skapa")]
    public async Task<IActionResult> Skapa(SkapaInput input, CancellationToken ct)
    {
        if (await NyPassernyckelAsync(ct) is not { } paborjat)
        {
            return BorjaOm(new FaktorandringenForGammal());
        }

        Result<Faktorandring> svar = string.IsNullOrWhiteSpace(input.Namn)
            ? new PassernyckelUtanNamn()
            : await passernycklar.SkapadAsync(paborjat, input.Svar, HttpContext) is { } nyckel
                ? await andringar.LaggTillPassernyckelAsync(anvandare.Session, paborjat, nyckel, input.Namn, ct)
                : new PassernyckelnAvvisad();
        if (svar.IsAccepted)
        {
            return Andrad(svar.Value, "Passernyckeln är tillagd.");
        }

        if (svar.Refusals[0] is FaktorandringenForGammal or KontotAndratSamtidigt)
        {
            return BorjaOm(svar.Refusals[0]);
        }

        ModelState.AddModelError(svar.Refusals[0].Field ?? "", svar.Refusals[0].Sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(new NyPassernyckel(input.Namn, await passernycklar.SkapandevalAsync(paborjat, HttpContext, ct)));
    }

    [HttpGet("/mitt-konto/tvasteg/passernyckel/{id:length(16)}/ta-bort")]
    public async Task<IActionResult> TaBortPassernyckel(string id, CancellationToken ct) =>
        await EgenAsync(id, ct) is { } egen ? Bekrafta(Bekraftelse.TaBortPassernyckel(egen)) : NotFound();

    [HttpPost("/mitt-konto/tvasteg/passernyckel/{id:length(16)}/ta-bort")]
    public async Task<IActionResult> TaBortPassernyckel(string id, BekraftaInput input, CancellationToken ct) =>
        await EgenAsync(id, ct) is not { } egen
            ? NotFound()
            : await MedLosenordAsync(
                Bekraftelse.TaBortPassernyckel(egen),
                input,
                async _ => Svara(
                    Bekraftelse.TaBortPassernyckel(egen),
                    await andringar.TaBortPassernyckelAsync(anvandare.Session, id, ct),
                    $"Passernyckeln {egen.Namn} är borttagen."),
                ct);

    [HttpGet("/mitt-konto/tvasteg/koder")]
    public async Task<IActionResult> Koder(CancellationToken ct) =>
        (await OversiktAsync(ct)).HarFaktor ? Bekrafta(Bekraftelse.NyaKoder) : NotFound();

    [HttpPost("/mitt-konto/tvasteg/koder")]
    public async Task<IActionResult> Koder(BekraftaInput input, CancellationToken ct) =>
        !(await OversiktAsync(ct)).HarFaktor
            ? NotFound()
            : await MedLosenordAsync(
                Bekraftelse.NyaKoder,
                input,
                async _ => Svara(Bekraftelse.NyaKoder, await andringar.NyaKoderAsync(anvandare.Session, ct), "Du har nya återställningskoder."),
                ct);

    private Task<Faktoroversikt> OversiktAsync(CancellationToken ct) => andringar.OversiktAsync(anvandare.Session, ct);

    private async Task<Passernyckelrad?> EgenAsync(string id, CancellationToken ct) =>
        (await OversiktAsync(ct)).Passernycklar.FirstOrDefault(p => p.Id == id);

    private Task<Paborjat?> NyPassernyckelAsync(CancellationToken ct) => steg.AndringAsync(anvandare.Session.SessionId, Faktorandamal.NyPassernyckel, ct);

    private async Task<NyApp?> NyAppAsync(CancellationToken ct) =>
        await steg.AndringAsync(anvandare.Session.SessionId, Faktorandamal.NyApp, ct) is { } paborjat && steg.Nyckel(paborjat) is { } nyckel
            ? new NyApp(Totp.SomText(nyckel), Totp.Adress("Mina tjänster", paborjat.Konto.UserName!, nyckel))
            : null;

    private ViewResult Bekrafta(Bekraftelse vad) => View("Bekrafta", new BekraftaModell(vad));

    private async Task<IActionResult> MedLosenordAsync(Bekraftelse vad, BekraftaInput input, Func<Konto, Task<IActionResult>> gor, CancellationToken ct)
    {
        var verifierat = await inloggning.VerifieraAsync(anvandare.Session.Anvandarnamn, input.Losenord, ct);
        if (verifierat.IsAccepted)
        {
            return await gor(verifierat.Value);
        }

        return verifierat.Refusals[0] is FelInloggningsuppgifter
            ? Nekad(vad, nameof(BekraftaInput.Losenord), "Fel lösenord. Kontrollera det och försök igen.")
            : Nekad(vad, "", verifierat.Refusals[0].Sentence);
    }

    private async Task<IActionResult> BorjaAsync(Konto konto, Faktorandamal andamal, string sida, CancellationToken ct)
    {
        await steg.BorjaAndringAsync(konto, anvandare.Session.SessionId, andamal, ct);
        return Redirect(sida);
    }

    private IActionResult Svara(Bekraftelse vad, Result<Faktorandring> svar, string klart) =>
        svar.IsAccepted ? Andrad(svar.Value, klart) : Nekad(vad, "", svar.Refusals[0].Sentence);

    private ViewResult Nekad(Bekraftelse vad, string falt, string mening)
    {
        ModelState.AddModelError(falt, mening);
        ModelState.SetModelValue(nameof(BekraftaInput.Losenord), null, "");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Bekrafta(vad);
    }

    private RedirectResult BorjaOm(Refusal refusal)
    {
        TempData["Upplysning"] = refusal.Sentence;
        return Redirect("/mitt-konto/tvasteg");
    }

    /// <summary>The session has a new key. Recovery codes are shown in this very answer: they are kept nowhere, so there is no page to redirect to.</summary>
    private IActionResult Andrad(Faktorandring andring, string klart)
    {
        kaka.Satt(HttpContext, andring.Sessionsnyckel);
        if (andring.Koder is { } koder)
        {
            return View("Aterstallningskoder", new KoderModell(klart, koder));
        }

        TempData["Klart"] = klart;
        return RedirectToAction(nameof(Index));
    }
}
