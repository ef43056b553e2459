using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MinaTjanster.Web.Tests.Infrastructure.Mail;

/// <summary>How the server behaves.</summary>
public enum Smtplage
{
    TarEmot,
    NekarMottagare,
    NekarMeddelande,
    BryterMittI,
}

/// <summary>One mail as it came over the wire: the envelope and the raw message, dots unstuffed.</summary>
public sealed record Mottagetmejl(string Fran, IReadOnlyList<string> Till, string Ratt)
{
    public string Huvud => Ratt[..Ratt.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    /// <summary>The header's lines, folded ones joined.</summary>
    public IReadOnlyList<string> Huvudrader => Huvud.Replace("\r\n ", " ").Replace("\r\n\t", " ").Split("\r\n");

    public string Text => Encoding.UTF8.GetString(Convert.FromBase64String(Ratt[(Huvud.Length + 4)..].Replace("\r\n", "")));
}

/// <summary>A small SMTP server on the loopback address: real sockets, the commands of RFC 5321 that a client needs.</summary>
public sealed class Testsmtp : IAsyncDisposable
{
    private readonly TcpListener _lyssnare = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _slut = new();
    private readonly Task _arbete;

    public Testsmtp()
    {
        _lyssnare.Start();
        _arbete = TaEmotAllaAsync();
    }

    public Smtplage Lage { get; set; }

    public int Port => ((IPEndPoint)_lyssnare.LocalEndpoint).Port;

    public ConcurrentQueue<Mottagetmejl> Mejl { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _slut.CancelAsync();
        _lyssnare.Stop();
        await _arbete;
        _slut.Dispose();
    }

    private async Task TaEmotAllaAsync()
    {
        var samtal = new List<Task>();
        try
        {
            while (true)
            {
                samtal.Add(SamtalaAsync(await _lyssnare.AcceptTcpClientAsync(_slut.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(samtal);
        }
    }

    private async Task SamtalaAsync(TcpClient klient)
    {
        using var _ = klient;
        try
        {
            await using var strom = klient.GetStream();
            using var las = new StreamReader(strom, Encoding.Latin1);
            await using var skriv = new StreamWriter(strom, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await new Samtal(this, las, skriv, _slut.Token).ForAsync();
        }
        catch (Exception fel) when (fel is IOException or OperationCanceledException)
        {
            // The client hung up, or the test is over.
        }
    }

    private sealed class Samtal(Testsmtp server, StreamReader las, StreamWriter skriv, CancellationToken ct)
    {
        private readonly List<string> _till = [];
        private string _fran = "";

        public async Task ForAsync()
        {
            await skriv.WriteLineAsync("220 test ESMTP");
            while (await las.ReadLineAsync(ct) is { } rad)
            {
                var svar = rad.Split(' ', ':')[0].ToUpperInvariant() switch
                {
                    "EHLO" or "HELO" => "250-test\r\n250 8BITMIME",
                    "MAIL" => Fran(rad),
                    "RCPT" => Till(rad),
                    "DATA" => await DataAsync(),
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                };
                if (svar is null)
                {
                    return;
                }

                await skriv.WriteLineAsync(svar);
                if (svar.StartsWith("221", StringComparison.Ordinal))
                {
                    return;
                }
            }
        }

        private string Fran(string rad)
        {
            _fran = Adress(rad);
            _till.Clear();
            return "250 ok";
        }

        private string Till(string rad)
        {
            if (server.Lage == Smtplage.NekarMottagare)
            {
                return "550 no such mailbox";
            }

            _till.Add(Adress(rad));
            return "250 ok";
        }

        private async Task<string?> DataAsync()
        {
            await skriv.WriteLineAsync("354 go on");
            var ratt = new StringBuilder();
            while (await las.ReadLineAsync(ct) is { } rad && rad != ".")
            {
                if (server.Lage == Smtplage.BryterMittI)
                {
                    return null;
                }

                ratt.Append(rad.StartsWith('.') ? rad[1..] : rad).Append("\r\n");
            }

            if (server.Lage == Smtplage.NekarMeddelande)
            {
                return "554 not today";
            }

            server.Mejl.Enqueue(new Mottagetmejl(_fran, [.. _till], ratt.ToString()));
            return "250 taken";
        }

        private static string Adress(string rad) => rad[(rad.IndexOf('<') + 1)..rad.IndexOf('>')];
    }
}
