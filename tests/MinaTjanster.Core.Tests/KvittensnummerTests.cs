using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests;

public sealed class KvittensnummerTests
{
    private const string Alfabet = "23456789ACDEFGHJKMNPQRSTVWXYZ";

    private static readonly Gen<string> Nummer =
        from prefix in Gen.Choose('A', 'Z').ListOf(2)
        from tecken in Gen.Elements(Alfabet.ToCharArray()).ListOf(7)
        select Kvittensnummer.Skapa(string.Concat(prefix.Select(c => (char)c)), string.Concat(tecken)).Text;

    [Fact]
    public void Nytt_HasTheFormAndReadsBack()
    {
        var nummer = Kvittensnummer.Nytt("SK");
        nummer.Text.ShouldMatch("^SK-[2-9A-Z]{4}-[2-9A-Z]{4}$");
        nummer.ToString().ShouldBe(nummer.Text);
        Kvittensnummer.TryParse(nummer.Text, out var igen).ShouldBeTrue();
        igen.ShouldBe(nummer);
    }

    [Fact]
    public void Nytt_IsRandom() =>
        Enumerable.Range(0, 1000).Select(_ => Kvittensnummer.Nytt("SK").Text).Distinct().Count().ShouldBe(1000);

    [Fact]
    public void TypedInEveryWay_IsRead() => Egenskap.ForAlla(Nummer, text =>
        new[] { text, text.ToLowerInvariant(), text.Replace("-", ""), text.Replace('-', ' '), $"  {text}\u00A0", text.Replace('-', '–') }
            .All(t => Kvittensnummer.TryParse(t, out var nummer) && nummer.Text == text));

    [Fact]
    public void ASingleWrongCharacter_IsFound() => Egenskap.ForAlla(Nummer, text =>
    {
        var tecken = text.Replace("-", "");
        return Enumerable.Range(0, tecken.Length).All(plats => (plats < 2 ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : Alfabet)
            .Where(c => c != tecken[plats])
            .All(c => !Kvittensnummer.TryParse(tecken[..plats] + c + tecken[(plats + 1)..], out _)));
    });

    [Fact]
    public void TwoSwappedCharacters_AreFound() => Egenskap.ForAlla(Nummer, text =>
    {
        var tecken = text.Replace("-", "");
        return Enumerable.Range(2, 7).All(plats =>
        {
            var bytt = tecken.ToCharArray();
            (bytt[plats], bytt[plats + 1]) = (bytt[plats + 1], bytt[plats]);
            return tecken[plats] == tecken[plats + 1] || !Kvittensnummer.TryParse(new string(bytt), out _);
        });
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SK-7K4M-29Q")]
    [InlineData("S7-7K4M-29QX")]
    [InlineData("SK-0K4M-29QX")]
    public void AnotherForm_IsRefused(string? text) => Kvittensnummer.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("sk", "7K4M29Q")]
    [InlineData("SKX", "7K4M29Q")]
    [InlineData("SK", "7K4M29")]
    [InlineData("SK", "7K4M29O")]
    public void Skapa_AnotherForm_Throws(string prefix, string tecken) =>
        Should.Throw<ArgumentException>(() => Kvittensnummer.Skapa(prefix, tecken));
}
