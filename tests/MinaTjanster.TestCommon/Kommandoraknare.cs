using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MinaTjanster.TestCommon;

/// <summary>The commands that are sent to one SQLite database while it lives, from whatever context.</summary>
public sealed class Kommandoraknare : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> _prenumerationer = [];

    /// <param name="fil">The database's file; null where it is not made yet: then it is set afterwards, since Entity Framework asks only once a second whether anybody listens.</param>
    public Kommandoraknare(string? fil = null)
    {
        Fil = fil;
        _prenumerationer.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Commands to other files, and all before it is set, are not counted.</summary>
    public string? Fil { get; set; }

    public ConcurrentQueue<string> Kommandon { get; } = new();

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _prenumerationer.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData { Command: var kommando } && kommando.Connection!.DataSource == Fil)
            Kommandon.Enqueue(kommando.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var prenumeration in _prenumerationer)
            prenumeration.Dispose();
    }
}
