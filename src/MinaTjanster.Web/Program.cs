using MinaTjanster.Web.Infrastructure;
using MinaTjanster.Web.Kommandon;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortal();

var app = builder.Build();
if (await Kommando.KorAsync(args, app.Services) is { } exitCode)
{
    return exitCode;
}

await app.StartaDatabasAsync();
app.UsePortal();
await app.RunAsync();
return 0;
