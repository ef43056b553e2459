using System.Net;
using System.Net.Sockets;
using System.Text;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Underlagsfiler;

/// <summary>The limits over a real connection, as a browser meets them: it sends everything before it looks for an answer.</summary>
public sealed class UppladdningOverNatetTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new();
    private Uri _adress = null!;

    public ValueTask InitializeAsync()
    {
        _portal.UseKestrel(0);
        _portal.StartServer();
        _adress = _portal.ClientOptions.BaseAddress;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Post_FileOfTwentyOneMegabytes_AnswersWithThePage()
    {
        var fall = await Skolkfall.SkapaAsync(_portal);
        using var klient = await InloggadAsync();
        var begaran = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp")
            .Bifoga("Filer", new Testfil("tjugoett.pdf", new byte[21 * 1024 * 1024])).Bifoga("Filer", Testfiler.Png("efter.png")).Begaran();

        var (status, svar) = await SkickaAlltOchLasSedanAsync(klient, begaran);

        status.ShouldBe(413);
        svar.ShouldContain("tjugoett.pdf: Filen är större än 20 MB");
        (await fall.UnderlagenAsync()).Single().Dokument.Select(d => d.Filnamn).ShouldBe(["efter.png"]);
    }

    [Fact]
    public async Task Post_OfMoreThanAHundredMegabytes_AnswersWithThePage()
    {
        var fall = await Skolkfall.SkapaAsync(_portal);
        using var klient = await InloggadAsync();
        var formular = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Satt("OgiltigMinuter", "13,75").Bifoga("Filer", Testfiler.Png("fore.png"));
        for (var n = 1; n <= 7; n++)
            formular.Bifoga("Filer", new Testfil($"del {n}.pdf", new byte[Dokument.MaxStorlek]));

        var (status, svar) = await SkickaAlltOchLasSedanAsync(klient, formular.Begaran());

        status.ShouldBe(413);
        svar.ShouldContain("del 6.pdf: filen fick inte plats");
        svar.ShouldContain("fore.png");
        svar.ShouldContain("value=\"13,75\"", customMessage: "what was typed stands after the files");
        (await fall.UnderlagenAsync()).Single().Dokument.Select(d => d.Filnamn).ShouldBe(["fore.png"]);
    }

    [Fact]
    public async Task Post_LargeAfterTimeOut_LeadsToLogin()
    {
        var fall = await Skolkfall.SkapaAsync(_portal);
        using var klient = await InloggadAsync();
        var begaran = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp")
            .Bifoga("Filer", new Testfil("stor.pdf", new byte[40 * 1024 * 1024])).Begaran();
        _portal.Klocka.Flytta(TimeSpan.FromHours(1));

        var (status, svar) = await SkickaAlltOchLasSedanAsync(klient, begaran);

        status.ShouldBe(302);
        svar.ShouldContain("Location: /logga-in?");
        (await fall.UnderlagenAsync()).ShouldBeEmpty();
    }

    /// <summary>Said to be larger than a post may be, by somebody who may not upload: answered before a byte of it is read.</summary>
    [Theory]
    [InlineData(false, 302)]
    [InlineData(true, 403)]
    public async Task Post_TooLarge_WithoutTheRight_IsAnsweredAtOnce(bool inloggad, int vantat)
    {
        var fall = await Skolkfall.SkapaAsync(_portal);
        if (inloggad)
            (await InloggadAsync(Personer.GretaGranberg)).Dispose();
        using var uttag = new TcpClient();
        await using var strom = await OppnaAsync(uttag, $"{fall.Underlag}/filer", "Content-Length: 120000000");

        var svar = await LasAsync(strom);

        svar.ShouldStartWith($"HTTP/1.1 {vantat} ");
        svar.ShouldContain("Connection: close");
    }

    /// <summary>Without saying how large it is: read as far as a post may go, then the connection is closed.</summary>
    [Fact]
    public async Task Post_WithoutEnd_SignedOut_IsNotReadOnAndOn()
    {
        var fall = await Skolkfall.SkapaAsync(_portal);
        using var uttag = new TcpClient();
        await using var strom = await OppnaAsync(uttag, $"{fall.Underlag}/filer", "Transfer-Encoding: chunked");
        byte[] bit = [.. "100000\r\n"u8, .. new byte[1024 * 1024], .. "\r\n"u8];
        var skickat = 0;

        await Should.ThrowAsync<IOException>(async () =>
        {
            for (; skickat < 300; skickat++)
                await strom.WriteAsync(bit, TestContext.Current.CancellationToken);
        });

        skickat.ShouldBeGreaterThanOrEqualTo(100);
    }

    private async Task<NetworkStream> OppnaAsync(TcpClient uttag, string vag, string langd)
    {
        await uttag.ConnectAsync(_adress.Host, _adress.Port);
        var strom = uttag.GetStream();
        var kakor = _kakor.GetCookieHeader(_adress) is { Length: > 0 } k ? $"Cookie: {k}\r\n" : "";
        await strom.WriteAsync(Encoding.ASCII.GetBytes($"POST {vag} HTTP/1.1\r\nHost: {_adress.Authority}\r\n{kakor}Content-Type: multipart/form-data; boundary=x\r\n{langd}\r\n\r\n"));
        return strom;
    }

    private static async Task<string> LasAsync(Stream strom)
    {
        using var svar = new MemoryStream();
        await strom.CopyToAsync(svar);
        return Encoding.UTF8.GetString(svar.ToArray());
    }

    private async Task<Portalklient> InloggadAsync(Person? person = null)
    {
        _kakor = new CookieContainer();
        var klient = new Portalklient(new HttpClient(new HttpClientHandler { CookieContainer = _kakor, AllowAutoRedirect = false }) { BaseAddress = _adress });
        await klient.LoggaInAsync(person ?? Personer.AnnaLind);
        return klient;
    }

    private CookieContainer _kakor = new();

    private async Task<(int Status, string Svar)> SkickaAlltOchLasSedanAsync(Portalklient klient, HttpRequestMessage begaran)
    {
        _ = klient;
        using var uttag = new TcpClient();
        await uttag.ConnectAsync(_adress.Host, _adress.Port);
        await using var strom = uttag.GetStream();
        var innehall = begaran.Content!;
        var langd = (await innehall.ReadAsByteArrayAsync()).Length;
        var huvud = $"POST {begaran.RequestUri} HTTP/1.1\r\nHost: {_adress.Authority}\r\nCookie: {_kakor.GetCookieHeader(_adress)}\r\n" +
            $"Content-Type: {innehall.Headers.ContentType}\r\nContent-Length: {langd}\r\nConnection: close\r\n\r\n";
        await strom.WriteAsync(Encoding.ASCII.GetBytes(huvud));
        await innehall.CopyToAsync(strom);

        var text = await LasAsync(strom);
        return (int.Parse(text.Split(' ')[1]), text);
    }
}
