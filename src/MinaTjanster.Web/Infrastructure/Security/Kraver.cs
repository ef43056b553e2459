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

/// <summary>Open to everyone who is signed in, whatever they hold.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class InloggadAttribute : AuthorizeAttribute;

/// <summary>Asks the matrix, and opens all schools to CSN staff whose right reaches them (design decision 6).</summary>
internal sealed class KraverHandler(AktuellAnvandare anvandare, Skolomfang omfang) : AuthorizationHandler<KraverAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, KraverAttribute requirement)
    {
        if (anvandare.Har(requirement.Rattighet))
        {
            if (anvandare.HarNationellt(requirement.Rattighet))
            {
                omfang.ValjAlla(requirement.Rattighet.ToString());
            }

            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
