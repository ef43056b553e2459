using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Filrapportering.Lasning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering.Lasning;

public sealed class FilskrivareTests
{
    private static readonly string[] Namn = [.. Provlasning.Kolumner.Kolumner.Select(k => k.Namn)];

    private static readonly Gen<string> Varden = Gen.Elements(
        ";", "\"", "\n", "\r", "\r\n", "\t", "'", "''", "=", "+", "-", "@", "＝", "＠", " ", "  ", "a", "Åsa", "ö", "€", "😀", "\uFEFF", "\u00A0", "\u2028", "1", "SUM(A1)", "sep=;", "#").ArrayOf().Select(string.Concat);

    [Fact]
    public void Las_WhatWasWritten_GivesTheSameValues()
    {
        var rader = from rad in Varden.ArrayOf(3).Where(v => v.Any(f => f.Length > 0)).ArrayOf() where rad.Length > 0 select rad;
        Egenskap.ForAlla(rader, r =>
        {
            var svar = Provlasning.AvAsync(SkrivAsync(r).GetAwaiter().GetResult()).GetAwaiter().GetResult();
            return svar.Rader.Count == r.Length && svar.Rader.Zip(r).All(p => p.First.Fel is null && p.First.Varden.SequenceEqual(p.Second));
        });
    }

    [Fact]
    public void Skriv_AnyValue_IsNoFormula() => Egenskap.ForAlla(Varden, varde =>
        Formelskydd.Med(varde).TrimStart(' ') is "" or not ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]);

    [Fact]
    public async Task Skriv_GivesWhatASpreadsheetOpens()
    {
        var bytes = await SkrivAsync([["1;2", "=cmd|' /C calc'!A0", " -5 "], ["Åsa", "säger \"hej\"", "a\nb"]]);

        Encoding.UTF8.GetString(bytes).ShouldBe("\uFEFFpersonnummer;händelse;första_dag\r\n\"1;2\";'=cmd|' /C calc'!A0;\"' -5 \"\r\nÅsa;\"säger \"\"hej\"\"\";\"a\nb\"\r\n");
    }

    private static async Task<byte[]> SkrivAsync(string[][] rader)
    {
        using var bytes = new MemoryStream();
        await using (var skrivare = new Filskrivare(bytes))
        {
            await skrivare.SkrivAsync(Namn);
            foreach (var rad in rader)
                await skrivare.SkrivAsync(rad);
        }

        return bytes.ToArray();
    }
}
