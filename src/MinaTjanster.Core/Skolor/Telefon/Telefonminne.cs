using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolor.Telefon;

/// <summary>The partner phone's week in a sentence, for every page that names the number.</summary>
public sealed class Telefonminne(NyPortalDbContext nyDb)
{
    private readonly Kortminne<string> _mening = new(
        TimeSpan.FromSeconds(5),
        async ct =>
        {
            await using var db = nyDb.Ny();
            return Telefonbild.Mening(await TelefontidQuery.VeckaAsync(db, ct));
        });

    /// <inheritdoc cref="Kortminne{T}.Glom"/>
    public void Glom() => _mening.Glom();

    /// <summary>måndag–fredag 9.00–13.00; empty when the phone answers on no weekday.</summary>
    public ValueTask<string> MeningAsync(CancellationToken ct) => _mening.HamtaAsync(ct);
}
