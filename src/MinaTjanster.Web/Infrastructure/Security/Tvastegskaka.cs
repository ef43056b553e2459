namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// The key of a login that waits for its second step (<see cref="Core.Konton.Tvasteg.Faktorsteg"/>). It opens nothing but that step; what it stands for,
/// its ten minutes and its single use are kept in the database.
/// </summary>
public sealed class Tvastegskaka(Sessionskaka kaka)
{
    private string Namn => kaka.KakNamn("minatjanster-tvasteg");

    public string? Las(HttpContext context) => context.Request.Cookies[Namn] is { Length: > 0 and < 200 } varde ? varde : null;

    public void Satt(HttpContext context, string nyckel) => context.Response.Cookies.Append(Namn, nyckel, kaka.Val(context));

    public void TaBort(HttpContext context) => context.Response.Cookies.Delete(Namn, kaka.Val(context));
}
