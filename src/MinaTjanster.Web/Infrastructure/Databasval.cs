namespace MinaTjanster.Web.Infrastructure;

internal static class Databasval
{
    /// <summary>The connection string, by default a file under the app's data folder (demo.md, settings).</summary>
    public static string ConnectionString(WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("Portal") is { Length: > 0 } angiven)
        {
            return angiven;
        }

        var mapp = Path.Combine(builder.Environment.ContentRootPath, "App_Data");
        Directory.CreateDirectory(mapp);
        return $"Data Source={Path.Combine(mapp, "portal.db")}";
    }
}
