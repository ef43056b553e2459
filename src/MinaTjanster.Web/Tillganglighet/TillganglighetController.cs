using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MinaTjanster.Web.Tillganglighet;

/// <summary>The accessibility statement that the law on accessible public services asks for (ux.md).</summary>
[AllowAnonymous]
public sealed class TillganglighetController : Controller
{
    [HttpGet("/tillganglighet")]
    public IActionResult Index() => View();
}
