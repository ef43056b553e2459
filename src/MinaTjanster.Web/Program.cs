var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Mina tjänster");
await app.RunAsync();
