using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Web.Infrastructure.Publikt;
using MinaTjanster.Web.Partner.Texter;

namespace MinaTjanster.Web.Partner.Partnersidor;

/// <summary>The public texts. The library knows every address there is; one it does not know is no page.</summary>
[AllowAnonymous, PubliktText]
public sealed class PartnersidorController(Innehallsbibliotek bibliotek, Portaladress portal) : Controller
{
    [HttpGet("/partner")]
    [HttpGet("/partner/{skolform}")]
    [HttpGet("/partner/{skolform}/{amne}")]
    [HttpGet("/partner/{skolform}/handbok/{slug}")]
    [HttpGet("/integritet")]
    [HttpGet("/kakor")]
    [HttpGet("/en")]
    [HttpGet("/en/{slug}")]
    public IActionResult Visa() =>
        bibliotek.Hitta(Request.Path.Value!.TrimEnd('/')) is { } sida ? View(PartnersidaModell.For(sida, bibliotek, portal)) : NotFound();
}
