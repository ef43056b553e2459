using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>Data-protection keys in the portal's database, so that every copy of the app shares them (design decision 20).</summary>
internal sealed class Nyckelforvaring(NyPortalDbContext nyDb) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = nyDb.Ny();
        return [.. db.Dataskyddsnycklar.AsNoTracking().Select(n => n.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    /// <remarks>The interface is synchronous; a key is stored a few times a year.</remarks>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = nyDb.Ny();
        db.Add(new Dataskyddsnyckel(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
