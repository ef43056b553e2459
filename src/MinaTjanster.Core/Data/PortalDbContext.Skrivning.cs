using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Data;

/// <remarks>How it writes: one at a time on SQLite, whole acts or nothing, no other school's rows, versions raised.</remarks>
public abstract partial class PortalDbContext
{
    private bool _harGrinden;
    private Action? _efterTransaktionen;

    /// <summary>Runs writes that do not pass SaveChanges (ExecuteUpdate, ExecuteDelete) inside the write gate.</summary>
    public async Task<T> SkrivAsync<T>(Func<Task<T>> skrivning, CancellationToken ct = default)
    {
        if (_harGrinden)
        {
            return await skrivning();
        }

        using var passage = await skrivgrind.TaAsync(ct);
        _harGrinden = true;
        try
        {
            return await skrivning();
        }
        finally
        {
            _harGrinden = false;
        }
    }

    /// <summary>Runs several writes as one: all or none. Keep it short: nothing else is written meanwhile on SQLite.</summary>
    public Task<T> ITransaktionAsync<T>(Func<Task<T>> skrivningar, CancellationToken ct = default) =>
        SkrivAsync(
            async () =>
            {
                _efterTransaktionen = null;
                await using var transaktion = await Database.BeginTransactionAsync(ct);
                var svar = await skrivningar();
                await transaktion.CommitAsync(ct);
                _efterTransaktionen?.Invoke();
                return svar;
            },
            ct);

    /// <summary>Done when the transaction that goes on has been committed; not at all when it is not.</summary>
    internal void EfterTransaktionen(Action gor) => _efterTransaktionen += gor;

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Writes are asynchronous: SaveChangesAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        GranskaAndringar();
        var vantande = ChangeTracker.Entries<AuditEvent>().Where(e => e is { State: EntityState.Added, Entity.PendingId: not null }).ToList();
        return vantande.Count > 0 && Database.CurrentTransaction is null
            ? ITransaktionAsync(() => SparaMedHandelserAsync(vantande, cancellationToken), cancellationToken)
            : vantande.Count > 0
                ? SparaMedHandelserAsync(vantande, cancellationToken)
                : SkrivAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);
    }

    private async Task<int> SparaMedHandelserAsync(List<EntityEntry<AuditEvent>> vantande, CancellationToken ct)
    {
        var handelser = vantande.ConvertAll(e => e.Entity);
        vantande.ForEach(e => e.State = EntityState.Detached);
        var antal = await SkrivAsync(() => base.SaveChangesAsync(true, ct), ct);
        foreach (var handelse in handelser)
        {
            handelse.ObjektId = handelse.PendingId!();
            handelse.PendingId = null;
            Add(handelse);
        }

        return antal + await SkrivAsync(() => base.SaveChangesAsync(true, ct), ct);
    }

    /// <summary>Raises versions, and refuses rows of another school than the active one: filters protect reads only (design decision 6).</summary>
    private void GranskaAndringar()
    {
        foreach (var rad in ChangeTracker.Entries())
        {
            if (rad.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }

            if (rad.Entity is ISkolagd skolagd)
            {
                var lagrad = rad.State == EntityState.Added ? skolagd.SkolaId : (long)rad.Property(nameof(ISkolagd.SkolaId)).OriginalValue!;
                if (!Omfang.Tillater(skolagd.SkolaId) || !Omfang.Tillater(lagrad))
                {
                    throw new AnnanSkolasRadException(rad.Metadata.ShortName());
                }
            }

            // Not filtered, since it is read before a school is chosen; but a right is never given at another school, or at CSN, by oversight.
            if (rad.Entity is Behorighet behorighet && !(behorighet.SkolaId is { } dess ? Omfang.Tillater(dess) : Omfang.ArAlla))
            {
                throw new AnnanSkolasRadException(rad.Metadata.ShortName());
            }

            if (rad is { State: EntityState.Modified, Entity: IVersionerad })
            {
                var version = rad.Property(nameof(IVersionerad.Version));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }

            if (rad is { State: EntityState.Modified or EntityState.Deleted, Entity: AuditEvent })
            {
                throw new InvalidOperationException("Audit events are append-only.");
            }
        }
    }
}
