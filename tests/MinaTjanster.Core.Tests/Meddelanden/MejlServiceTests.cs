using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Meddelanden;

public sealed class MejlServiceTests
{
    private readonly Testklocka _klocka = new();

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Add_SavedByTheCaller_WaitsInTheOutbox(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        await using (var db = databas.Alla())
        {
            new MejlService(db, _klocka, Testskydd.Mejl).Add("anna@example.org", "Underlag för frånvaro", "Hej Anna!\r\nDu behöver …");
            (await OutboxAsync(databas)).ShouldBeEmpty();
            await db.SaveChangesAsync();
        }

        var mejl = (await OutboxAsync(databas)).ShouldHaveSingleItem();
        mejl.Till.ShouldBe("anna@example.org");
        mejl.Amne.ShouldBe("Underlag för frånvaro");
        mejl.Text.ShouldBe("Hej Anna!\r\nDu behöver …");
        mejl.Status.ShouldBe(Mejlstatus.Vantar);
        mejl.NastaForsok.ShouldBe(_klocka.UtcNu());
    }

    [Theory]
    [InlineData("Gäller 20090412-2380.")]
    [InlineData("Gäller 0904122380")]
    [InlineData("Gäller 20090412-T123")]
    public async Task Add_TextWithPersonnummer_Throws(string text)
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using var db = databas.Alla();
        var service = new MejlService(db, _klocka, Testskydd.Mejl);

        Should.Throw<ArgumentException>(() => service.Add("anna@example.org", "Ärende", text)).Message.ShouldNotContain("0904");
        Should.Throw<ArgumentException>(() => service.Add("anna@example.org", text, "Hej"));
        db.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Theory]
    [InlineData("anna@example.org\r\nBcc: alla@example.org", "Ärende", "Hej")]
    [InlineData("anna@example.org, bo@example.org", "Ärende", "Hej")]
    [InlineData("Anna <anna@example.org>", "Ärende", "Hej")]
    [InlineData("anna", "Ärende", "Hej")]
    [InlineData("", "Ärende", "Hej")]
    [InlineData("anna@example.org", "Ärende\r\nBcc: alla@example.org", "Hej")]
    [InlineData("anna@example.org", "Ärende\nBcc: alla@example.org", "Hej")]
    [InlineData("anna@example.org", "", "Hej")]
    [InlineData("anna@example.org", "Ärende", " ")]
    public async Task Add_NotAPlainMail_Throws(string till, string amne, string text)
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using var db = databas.Alla();

        Should.Throw<ArgumentException>(() => new MejlService(db, _klocka, Testskydd.Mejl).Add(till, amne, text));
        db.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task Add_TooLong_Throws()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using var db = databas.Alla();
        var service = new MejlService(db, _klocka, Testskydd.Mejl);

        Should.Throw<ArgumentException>(() => service.Add($"{new string('a', 250)}@example.org", "Ärende", "Hej"));
        Should.Throw<ArgumentException>(() => service.Add("anna@example.org", new string('a', UtgaendeMejl.MaxAmne + 1), "Hej"));
        Should.Throw<ArgumentException>(() => service.Add("anna@example.org", "Ärende", new string('a', UtgaendeMejl.MaxText + 1)));
        service.Add("anna@example.org", new string('a', UtgaendeMejl.MaxAmne), new string('a', UtgaendeMejl.MaxText));
    }

    private static async Task<List<UtgaendeMejl>> OutboxAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        return await db.UtgaendeMejl.AsNoTracking().ToListAsync();
    }
}
