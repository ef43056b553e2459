using Microsoft.Extensions.Configuration;
using MinaTjanster.Web.Infrastructure.Mail;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Mail;

/// <summary>Where links in mails lead when nobody has said: to where Development listens.</summary>
public sealed class PortaladressTests
{
    [Theory]
    [InlineData("http://localhost:5182", null, "http://localhost:5182/")]
    [InlineData("http://0.0.0.0:8080", null, "http://localhost:8080/")]
    [InlineData("http://[::]:8080", null, "http://localhost:8080/")]
    [InlineData("http://*:8080", null, "http://localhost:8080/")]
    [InlineData("http://+:8080;http://localhost:9090", null, "http://localhost:8080/")]
    [InlineData("https://localhost:7443; http://localhost:5099", null, "http://localhost:5099/")]
    [InlineData("https://localhost:7443", null, "https://localhost:7443/")]
    [InlineData(null, "8081;8082", "http://localhost:8081")]
    [InlineData(null, null, "http://localhost:5080")]
    public void Unset_FollowsWhereTheAppListens(string? urls, string? portar, string vantat) =>
        MejlExtensions.Lyssnar(new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls), new("http_ports", portar)]).Build()).ShouldBe(vantat);
}
