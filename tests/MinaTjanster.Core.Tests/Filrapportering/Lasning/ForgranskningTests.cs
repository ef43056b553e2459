using System.Security.Cryptography;
using System.Text;
using MinaTjanster.Core.Filrapportering.Lasning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering.Lasning;

public sealed class ForgranskningTests
{
    private const int Buffert = 128 * 1024;

    [Fact]
    public async Task Granska_TellsHashLengthAndRows()
    {
        var bytes = Encoding.UTF8.GetBytes("a;b\r\n1;2\r\n\r\n  \n3;4\r5;6");

        (await GranskaAsync(bytes)).Value.ShouldBe(new Filoversikt(Teckenkod.Utf8, false, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), 3));
    }

    /// <summary>The encoding shows only in the last byte; the line endings and characters are cut by the buffer.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Granska_LongFile_IsJudgedWhole(int forskjutning)
    {
        var text = new string('x', forskjutning) + string.Concat(Enumerable.Repeat("å€😀\r\n", Buffert / 4));
        var utf8 = Encoding.UTF8.GetBytes(text);
        var ascii = Encoding.UTF8.GetBytes(text.Replace("å€😀", "abc", StringComparison.Ordinal));

        (await GranskaAsync(utf8)).Value.ShouldBe(new Filoversikt(Teckenkod.Utf8, false, utf8.Length, Convert.ToHexStringLower(SHA256.HashData(utf8)), (Buffert / 4) - 1));
        (await GranskaAsync([.. ascii, 0xE5])).Value.Teckenkod.ShouldBe(Teckenkod.Latin1);
        (await GranskaAsync([.. ascii, .. "å"u8])).Value.Teckenkod.ShouldBe(Teckenkod.Utf8);
        (await GranskaAsync([.. utf8, 0xE5, 10])).Refusals.ShouldBe([new FilTeckenkod((Buffert / 4) + 1)]);
        (await GranskaAsync([.. utf8, 0xE5])).Refusals.ShouldBe([new FilAvkortad()]);
    }

    [Fact]
    public async Task Granska_LatinTextThatHoldsAUtf8PairByChance_IsLatin1() =>
        (await GranskaAsync(Encoding.Latin1.GetBytes("a;b\nKÖ\u00A0;åäö\nsmör;gås\n"))).Value.Teckenkod.ShouldBe(Teckenkod.Latin1);

    private static Task<Result<Filoversikt>> GranskaAsync(byte[] bytes) => Forgranskning.GranskaAsync(new Droppstrom(bytes, int.MaxValue));
}
