using Microsoft.AspNetCore.Authorization;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>Says which right a page or act asks for (<see cref="Rollmatris"/>). A page that says nothing is closed to all.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class KraverAttribute(Rattighet rattighet) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Rattighet Rattighet { get; } = rattighet;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Open to everyone who is signed in, whatever they hold; but not before they have the second factor that is required of them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class InloggadAttribute : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>Open also to one who has yet to add it: only what is needed for that, and to log out.</summary>
    public bool UnderRegistrering { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class InloggadHandler(AktuellAnvandare anvandare) : AuthorizationHandler<InloggadAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, InloggadAttribute requirement)
    {
        if (anvandare.HarFullSession || (requirement.UnderRegistrering && anvandare.ArInloggad))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Asks the matrix, and opens all schools to CSN staff whose right reaches them (design decision 6).</summary>
internal sealed class KraverHandler(AktuellAnvandare anvandare, Skolomfang omfang) : AuthorizationHandler<KraverAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, KraverAttribute requirement)
    {
        if (anvandare.Har(requirement.Rattighet))
        {
            // With several requirements, all of them must reach all schools: a school's right beside one at CSN is for the school alone.
            var alla = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetOrderedMetadata<KraverAttribute>() ?? [requirement];
            if (anvandare.HarNationellt(requirement.Rattighet) && alla.All(k => anvandare.HarNationellt(k.Rattighet)))
            {
                omfang.ValjAlla(requirement.Rattighet.ToString());
            }

            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
