namespace MinaTjanster.Web.Shared.Sidhuvud;

/// <summary>Gathers what the layout shows about the signed-in person. The error page 500 never asks it.</summary>
public sealed class SidhuvudKalla
{
    public Task<SidhuvudModell> HamtaAsync(HttpContext context) => Task.FromResult(SidhuvudModell.Anonym);
}
