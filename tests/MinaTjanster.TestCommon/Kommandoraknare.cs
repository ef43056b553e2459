using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MinaTjanster.TestCommon;

/// <summary>The commands that are sent to one SQLite database while it lives, from whatever context.</summary>
public sealed class Kommandoraknare : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _fil;
    private readonly ConcurrentBag<IDisposable> _prenumerationer = [];

    public Kommandoraknare(string fil)
    {
        _fil = fil;
        _prenumerationer.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public ConcurrentQueue<string> Kommandon { get; } = new();

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _prenumerationer.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData { Command: var kommando } && kommando.Connection!.DataSource == _fil)
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
