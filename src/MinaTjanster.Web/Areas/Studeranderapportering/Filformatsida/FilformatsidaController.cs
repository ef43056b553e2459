using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Filformatsida;

/// <summary>The format of student files, for schools and those who make their systems: open to all.</summary>
[Area("Studeranderapportering"), AllowAnonymous]
public sealed class FilformatsidaController : Controller
{
    [HttpGet("/filer/format")]
    public IActionResult Index() => View();
}
