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

    /// <summary>Many who ask at once wait for one question, which none of them can break off.</summary>
    [Fact]
    public async Task AnswerUnderWay_IsAskedForOnce_WhoeverLeaves()
    {
        var (fragor, svar) = (0, new TaskCompletionSource<int>());
        CancellationToken fragans = new(canceled: true);
        var minne = new Kortminne<int>(TimeSpan.Zero, ct =>
        {
            fragor++;
            fragans = ct;
            return svar.Task;
        });
        using var lamnar = new CancellationTokenSource();

        var forst = minne.HamtaAsync(lamnar.Token).AsTask();
        var andra = Enumerable.Range(0, 20).Select(_ => minne.HamtaAsync(default).AsTask()).ToList();
        await lamnar.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(forst);
        fragans.CanBeCanceled.ShouldBeFalse();
        svar.SetResult(7);

        (await Task.WhenAll(andra)).ShouldAllBe(v => v == 7);
        fragor.ShouldBe(1);
        (await minne.HamtaAsync(default)).ShouldBe(7);
        fragor.ShouldBe(2, "nothing is kept");
    }

    [Fact]
    public async Task AFailure_IsToldToAllWhoWait_AndNotKept()
    {
        var svar = new Queue<TaskCompletionSource<int>>([new(), new()]);
        var (trasig, hel) = (svar.Peek(), svar.Last());
        var minne = new Kortminne<int>(Aldrig, _ => svar.Dequeue().Task);

        Task<int>[] vantar = [minne.HamtaAsync(default).AsTask(), minne.HamtaAsync(default).AsTask()];
        trasig.SetException(new TimeoutException());
        foreach (var en in vantar)
            await Should.ThrowAsync<TimeoutException>(en);

        hel.SetResult(3);
        (await minne.HamtaAsync(default)).ShouldBe(3);
    }
}
