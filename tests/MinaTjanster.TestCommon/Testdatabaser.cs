using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.TestCommon;

/// <summary>The providers that database tests run over (design decision 12).</summary>
public static class Testdatabaser
{
    /// <summary>A connection string to a server on which databases may be made and dropped, or null.</summary>
    public static string? SqlServer { get; } = Environment.GetEnvironmentVariable("MINATJANSTER_TEST_SQLSERVER") is { Length: > 0 } text ? text : null;

    /// <summary>Rounds of PBKDF2 in tests: as few as will do, so that signing in costs nothing.</summary>
    public const int Iterationer = 10;

    /// <summary>The real hasher, with <see cref="Iterationer"/> rounds.</summary>
    public static IPasswordHasher<Konto> SnabbHasher() =>
        new PasswordHasher<Konto>(Options.Create(new PasswordHasherOptions { IterationCount = Iterationer }));

    /// <summary>For MemberData: SQLite always, SQL Server when it is there.</summary>
    public static IEnumerable<object[]> Providers() => SqlServer is null
        ? [[Databasprovider.Sqlite]]
        : [[Databasprovider.Sqlite], [Databasprovider.SqlServer]];
}
