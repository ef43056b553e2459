using MinaTjanster.Core.Audit;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Dokumentation;

/// <summary>The log says in words why something was refused: each code is known.</summary>
public sealed class NekandetexterTests
{
    [Fact]
    public void EveryRefusal_HasWords_OrBelongsToAGroupThatHas()
    {
        var koder = typeof(Refusal).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract)
            .Select(t => Nekandeexempel.For(t).Code)
            .ToHashSet();

        koder.Count.ShouldBeGreaterThan(100);
        koder.Where(k => !Nekandetexter.Koder.Contains(k) && !Nekandetexter.Gruppnamn.Contains(k.Split('-')[0])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("LOGIN-FEL", true, "fel lösenord")]
    [InlineData("LOGIN-FEL", false, "okänt användarnamn")]
    [InlineData("BB-SKAL, BB-PNR", true, "skälet saknas eller är för långt, texten innehåller ett personnummer")]
    [InlineData("SKOLK-DAG15", true, "regel för ogiltig frånvaro (SKOLK-DAG15)")]
    [InlineData("GET csn/logg", true, "GET csn/logg")]
    public void Text_IsWhatTheCodesMean(string koder, bool kant, string text) => Nekandetexter.Text(koder, kant).ShouldBe(text);
}
