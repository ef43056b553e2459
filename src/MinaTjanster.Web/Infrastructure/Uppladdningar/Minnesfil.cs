namespace MinaTjanster.Web.Infrastructure.Uppladdningar;

/// <summary>A small file that is read more than once.</summary>
internal static class Minnesfil
{
    /// <returns>At its start; null when there is more than <paramref name="max"/> bytes.</returns>
    public static async Task<MemoryStream?> LasAsync(Stream innehall, int max, CancellationToken ct)
    {
        var fil = new MemoryStream();
        var buffert = new byte[64 * 1024];
        int last;
        while ((last = await innehall.ReadAsync(buffert, ct)) > 0)
        {
            if (fil.Length + last > max)
            {
                await fil.DisposeAsync();
                return null;
            }

            fil.Write(buffert, 0, last);
        }

        fil.Position = 0;
        return fil;
    }
}
