using MinaTjanster.Core.Konton;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

public sealed class WebblasarnamnTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36", "Chrome på Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge på Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15", "Safari på Mac")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1", "Chrome på iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox på Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet på Android")]
    [InlineData("curl/8.5.0", "Okänd webbläsare")]
    [InlineData("", "Okänd webbläsare")]
    [InlineData(null, "Okänd webbläsare")]
    [InlineData("<script>alert(1)</script> 19121212-1212 Windows", "Okänd webbläsare på Windows")]
    public void Fran_IsInOurOwnWords(string? userAgent, string vantat)
    {
        Webblasarnamn.Fran(userAgent).ShouldBe(vantat);
        vantat.Length.ShouldBeLessThanOrEqualTo(Webblasarnamn.MaxLangd);
    }
}
