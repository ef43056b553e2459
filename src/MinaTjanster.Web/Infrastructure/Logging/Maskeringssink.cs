using System.Globalization;
using MinaTjanster.Core.Personidentiteter;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Parsing;

namespace MinaTjanster.Web.Infrastructure.Logging;

/// <summary>
/// Stands before the real sinks and takes out whatever looks like a personnummer: in values, in words, in exceptions, and where only the
/// finished sentence puts one together (domain.md section 6: never in logs).
/// </summary>
public sealed class Maskeringssink(Logger inre) : ILogEventSink, IDisposable
{
    private static readonly MessageTemplateParser Tolk = new();

    /// <summary>As the sinks write it: text without quotation marks.</summary>
    private static readonly MessageTemplateTextFormatter Mening = new("{Message:lj}", CultureInfo.InvariantCulture);

    public void Emit(LogEvent logEvent) => inre.Write(Maskera(logEvent));

    public void Dispose() => inre.Dispose();

    private static LogEvent Maskera(LogEvent post)
    {
        var egenskaper = post.Properties.Select(e => new LogEventProperty(e.Key, Maskera(e.Value))).ToList();
        var maskerad = Ny(post, post.MessageTemplate, egenskaper);
        using var mening = new StringWriter();
        Mening.Format(maskerad, mening);
        return Personnummermask.Finns(mening.ToString())
            ? Ny(post, Tolk.Parse(Personnummermask.Maskera(mening.ToString()).Replace("{", "{{").Replace("}", "}}")), egenskaper)
            : maskerad;
    }

    private static LogEvent Ny(LogEvent post, MessageTemplate mall, IEnumerable<LogEventProperty> egenskaper) =>
        new(post.Timestamp, post.Level, Maskera(post.Exception), mall, egenskaper, post.TraceId ?? default, post.SpanId ?? default);

    private static Exception? Maskera(Exception? fel) =>
        fel is not null && fel is not MaskeratFel && fel.ToString() is var text && Personnummermask.Finns(text) ? new MaskeratFel(Personnummermask.Maskera(text)) : fel;

    private static LogEventPropertyValue Maskera(LogEventPropertyValue varde) => varde switch
    {
        ScalarValue { Value: null or bool or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or Enum or double or float } => varde,
        ScalarValue skalar when Convert.ToString(skalar.Value, CultureInfo.InvariantCulture) is { } text && Personnummermask.Finns(text) =>
            new ScalarValue(Personnummermask.Maskera(text)),
        SequenceValue lista => new SequenceValue(lista.Elements.Select(Maskera)),
        StructureValue struktur => new StructureValue(struktur.Properties.Select(e => new LogEventProperty(e.Name, Maskera(e.Value))), struktur.TypeTag),
        DictionaryValue ordlista => new DictionaryValue(ordlista.Elements.Select(e =>
            KeyValuePair.Create(Maskera(e.Key) as ScalarValue ?? e.Key, Maskera(e.Value)))),
        _ => varde,
    };

    /// <summary>What is left of an exception: its text, masked.</summary>
    private sealed class MaskeratFel(string text) : Exception(text)
    {
        public override string ToString() => Message;
    }
}
