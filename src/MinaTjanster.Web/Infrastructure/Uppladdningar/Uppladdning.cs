using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using MinaTjanster.Core;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Infrastructure.Uppladdningar;

/// <summary>How a post of files ended.</summary>
public enum Uppladdningsutfall
{
    /// <summary>Read to its end; some files may have been refused.</summary>
    Last,

    /// <summary>Not a form that our page made: nothing was stored.</summary>
    Felaktig,

    /// <summary>Drawn for another school than the active one: nothing was stored.</summary>
    AnnanSkola,

    /// <summary>Broken off in the middle: files that were whole are stored.</summary>
    Avbruten,

    /// <summary>Larger than a post may be: files before the limit are stored.</summary>
    PostForStor,
}

/// <summary>What a post of files led to.</summary>
/// <param name="Filnamn">The file that was being read when it ended early.</param>
public sealed record Uppladdningssvar(Uppladdningsutfall Utfall, IReadOnlyList<string> Mottagna, IReadOnlyList<Filavslag> Avslag, string? Filnamn = null)
{
    /// <summary>The form's plain fields, also those after the files, as far as they arrived.</summary>
    public IReadOnlyDictionary<string, string> Falt { get; init; } = new Dictionary<string, string>();
}

/// <summary>Stores one file and says what is wrong with it, or nothing. Fields that came before it are at hand.</summary>
public delegate Task<IReadOnlyList<Refusal>> Lagring(string filnamn, IReadOnlyDictionary<string, string> falt, Stream innehall);

/// <summary>
/// Reads a form of files as it arrives, never whole in memory or on disk. The antiforgery token and the school's mark come first in our forms
/// (<c>&lt;formular&gt;</c>) and are checked before any file is looked at.
/// </summary>
public sealed class Uppladdning(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> installning, Skolmarke skolmarke)
{
    /// <summary>100 MB of files in a post (issue: Underlag), in bytes.</summary>
    public const long MaxPost = 100L * 1024 * 1024;

    // Room for boundaries, headers and fields around 100 MB of files.
    internal const int Ram = 256 * 1024;
    private const int MaxFalt = 16;
    private const int MaxFaltlangd = 4 * 1024;
    private const int MaxFiler = 100;

    public async Task<Uppladdningssvar> LasAsync(HttpContext context, Lagring lagra)
    {
        var falt = new Dictionary<string, string>(StringComparer.Ordinal);
        var svar = await LasDelarAsync(context, lagra, falt);
        return svar with { Falt = Ifyllt.Egna(falt) };
    }

    /// <summary>The plain fields of a post whose files nobody wants; null when it is not one of our forms or breaks off.</summary>
    public static async Task<IReadOnlyDictionary<string, string>?> LasFaltAsync(HttpContext context)
    {
        if (Grans(context.Request.ContentType) is not { } grans)
            return null;

        var falt = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var reader = Lasare(grans, context);
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } del)
            {
                if (!ContentDispositionHeaderValue.TryParse(del.ContentDisposition, out var huvud)
                    || (!huvud.IsFileDisposition() && !await LasFaltAsync(huvud, del.Body, falt, context.RequestAborted)))
                    return null;
            }

            return falt;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException)
        {
            return null;
        }
    }

    private static MultipartReader Lasare(string grans, HttpContext context) =>
        new(grans, new Begransadstrom(context.Request.Body, MaxPost + Ram)) { HeadersCountLimit = 16, HeadersLengthLimit = 16 * 1024 };

    private async Task<Uppladdningssvar> LasDelarAsync(HttpContext context, Lagring lagra, Dictionary<string, string> falt)
    {
        if (Grans(context.Request.ContentType) is not { } grans)
            return new(Uppladdningsutfall.Felaktig, [], []);

        var ct = context.RequestAborted;
        var reader = Lasare(grans, context);
        List<string> mottagna = [];
        List<Filavslag> avslag = [];
        string? filnamn = null;
        var slapptIn = false;
        try
        {
            while (await reader.ReadNextSectionAsync(ct) is { } del)
            {
                if (!ContentDispositionHeaderValue.TryParse(del.ContentDisposition, out var huvud) || !huvud.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
                    return new(Uppladdningsutfall.Felaktig, mottagna, avslag);

                if (!huvud.IsFileDisposition())
                {
                    if (!await LasFaltAsync(huvud, del.Body, falt, ct))
                        return new(Uppladdningsutfall.Felaktig, mottagna, avslag);

                    continue;
                }

                if (!slapptIn && await ProvaAsync(context, falt) is { } nej)
                    return new(nej, [], []);

                slapptIn = true;
                var angivet = HeaderUtilities.RemoveQuotes(huvud.FileNameStar.HasValue ? huvud.FileNameStar : huvud.FileName).ToString();
                if (angivet.Length == 0)
                    continue; // an empty file field

                filnamn = Filnamn.Rensa(angivet);
                if (mottagna.Count + avslag.Count >= MaxFiler)
                    return new(Uppladdningsutfall.Felaktig, mottagna, avslag);

                var fel = await lagra(filnamn, falt, del.Body);
                if (fel.Count == 0)
                    mottagna.Add(filnamn);
                else
                    avslag.AddRange(fel.Select(f => new Filavslag(filnamn, f)));
            }

            return !slapptIn && await ProvaAsync(context, falt) is { } ejInslappt
                ? new(ejInslappt, [], [])
                : new(Uppladdningsutfall.Last, mottagna, avslag);
        }
        catch (PostForStorException)
        {
            await LasResterandeFaltAsync(reader, falt, ct);
            return new(Uppladdningsutfall.PostForStor, mottagna, avslag, filnamn);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new(Uppladdningsutfall.PostForStor, mottagna, avslag, filnamn); // more than the server reads at all (TarEmotFiler)
        }
        catch (Exception e) when (e is IOException or InvalidDataException && !ct.IsCancellationRequested)
        {
            return new(slapptIn ? Uppladdningsutfall.Avbruten : Uppladdningsutfall.Felaktig, mottagna, avslag, filnamn);
        }
    }

    private static string? Grans(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var typ)
        && typ.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(typ.Boundary).ToString() is { Length: > 0 and <= 70 } grans
            ? grans
            : null;

    /// <summary>False when it is more than our forms hold.</summary>
    private static async Task<bool> LasFaltAsync(ContentDispositionHeaderValue huvud, Stream innehall, Dictionary<string, string> falt, CancellationToken ct)
    {
        var buffert = new byte[MaxFaltlangd + 1];
        var last = await innehall.ReadAtLeastAsync(buffert, buffert.Length, throwOnEndOfStream: false, ct);
        if (falt.Count >= MaxFalt || last > MaxFaltlangd)
            return false;

        falt[HeaderUtilities.RemoveQuotes(huvud.Name).ToString()] = Encoding.UTF8.GetString(buffert, 0, last);
        return true;
    }

    /// <summary>What was typed stands after the files, and is shown again though they did not fit.</summary>
    private static async Task LasResterandeFaltAsync(MultipartReader reader, Dictionary<string, string> falt, CancellationToken ct)
    {
        try
        {
            while (await reader.ReadNextSectionAsync(ct) is { } del)
            {
                if (ContentDispositionHeaderValue.TryParse(del.ContentDisposition, out var huvud) && huvud.IsFormDisposition() && !await LasFaltAsync(huvud, del.Body, falt, ct))
                    return;
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException && !ct.IsCancellationRequested)
        {
            // It ended there, or is far too large: the answer is the same.
        }
    }

    /// <summary>Null when the form is ours and drawn for the active school. The token travels as the header, since the form is never read as one.</summary>
    private async Task<Uppladdningsutfall?> ProvaAsync(HttpContext context, Dictionary<string, string> falt)
    {
        if (falt.GetValueOrDefault(installning.Value.FormFieldName) is not { Length: > 0 } token || token.Any(char.IsControl))
            return Uppladdningsutfall.Felaktig;

        context.Request.Headers[installning.Value.HeaderName!] = token;
        if (!await antiforgery.IsRequestValidAsync(context) || falt.GetValueOrDefault(Skolmarke.Falt) is not { Length: > 0 } marke)
            return Uppladdningsutfall.Felaktig;

        if (skolmarke.Stammer(marke))
            return null;

        context.Items[SkolmarkeFilter.AnnanSkola] = true;
        return Uppladdningsutfall.AnnanSkola;
    }
}
