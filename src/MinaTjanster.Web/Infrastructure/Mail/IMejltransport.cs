using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.Web.Infrastructure.Mail;

/// <summary>Takes a mail out of the portal, or throws.</summary>
public interface IMejltransport
{
    /// <param name="mejl">The row, whose own text is empty when it is secret.</param>
    /// <param name="text">What it says.</param>
    Task SkickaAsync(UtgaendeMejl mejl, string text, CancellationToken ct);
}

/// <summary>Development without a server: the outbox itself is the mailbox, shown at /utvecklingspost (design decision 23).</summary>
public sealed class Utvecklingsposttransport : IMejltransport
{
    public Task SkickaAsync(UtgaendeMejl mejl, string text, CancellationToken ct) => Task.CompletedTask;
}
