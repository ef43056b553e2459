using MinaTjanster.Core.Data;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Data;

/// <summary>One answer for many: asked for again at once after this copy's own change, and never an older one after a newer.</summary>
public sealed class KortminneTests
{
    private static readonly TimeSpan Aldrig = TimeSpan.FromDays(20);

    [Fact]
    public async Task Answer_IsKept_UntilThisCopyHasChangedSomething()
    {
        var fragor = 0;
        var minne = new Kortminne<int>(Aldrig, _ => Task.FromResult(++fragor));

        (await minne.HamtaAsync(default)).ShouldBe(1);
        (await minne.HamtaAsync(default)).ShouldBe(1);
        minne.Glom();
        (await minne.HamtaAsync(default)).ShouldBe(2);
    }

    [Fact]
    public async Task Answer_IsAskedForAgain_WhenItIsTooOld()
    {
        var fragor = 0;
        var minne = new Kortminne<int>(TimeSpan.Zero, _ => Task.FromResult(++fragor));

        (await minne.HamtaAsync(default)).ShouldBe(1);
        (await minne.HamtaAsync(default)).ShouldBe(2);
    }

    [Fact]
    public async Task Change_WhileTheDatabaseAnswers_IsAskedForAgain()
    {
        var svar = new Queue<TaskCompletionSource<int>>([new(), new()]);
        var (forsta, andra) = (svar.Peek(), svar.Last());
        var minne = new Kortminne<int>(Aldrig, _ => svar.Dequeue().Task);

        var fraga = minne.HamtaAsync(default);
        minne.Glom();
        forsta.SetResult(1);
        andra.SetResult(2);

        (await fraga).ShouldBe(1);
        (await minne.HamtaAsync(default)).ShouldBe(2);
    }

    [Fact]
    public async Task LateAnswer_DoesNotReplaceOneThatWasAskedForAfterIt()
    {
        var svar = new Queue<TaskCompletionSource<int>>([new(), new()]);
        var (sen, tidig) = (svar.Peek(), svar.Last());
        var minne = new Kortminne<int>(Aldrig, _ => svar.Dequeue().Task);

        var forst = minne.HamtaAsync(default);
        minne.Glom();
        var sedan = minne.HamtaAsync(default);
        tidig.SetResult(2);
        (await sedan).ShouldBe(2);
        sen.SetResult(1);

        (await forst).ShouldBe(2);
        (await minne.HamtaAsync(default)).ShouldBe(2);
    }
}
