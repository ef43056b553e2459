using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Publicerat;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class PubliceringConfiguration : IEntityTypeConfiguration<Publicering>
{
    public void Configure(EntityTypeBuilder<Publicering> builder)
    {
        builder.ToTable("Publiceringar");
        // Told once, whatever dies when.
        builder.HasIndex(p => new { p.HandelseId, p.Slag }).IsUnique();
        builder.HasIndex(p => new { p.SkolaId, p.Fonster });
        builder.HasOne<Handelse>().WithMany().HasForeignKey(p => p.HandelseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LadokrattelseConfiguration : IEntityTypeConfiguration<Ladokrattelse>
{
    public void Configure(EntityTypeBuilder<Ladokrattelse> builder)
    {
        builder.ToTable("Ladokrattelser");
        builder.HasIndex(r => r.HandelseId).IsUnique();
        // One mail for each window.
        builder.HasIndex(r => r.Mejlfonster).IsUnique();
        builder.HasIndex(r => r.SkolaId);
        builder.HasIndex(r => new { r.Hanterad, r.Id });
        builder.HasOne<Skola>().WithMany().HasForeignKey(r => r.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Studerande>().WithMany().HasForeignKey(r => r.StuderandeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Handelse>().WithMany().HasForeignKey(r => r.HandelseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Handelse>().WithMany().HasForeignKey(r => r.NyHandelseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(r => r.HanteradAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SystemkontoConfiguration : IEntityTypeConfiguration<Systemkonto>
{
    public void Configure(EntityTypeBuilder<Systemkonto> builder)
    {
        builder.ToTable("Systemkonton");
        builder.Property(s => s.Nyckelhash).HasMaxLength(64).IsUnicode(false);
        builder.Property(s => s.Sandningsnyckel).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(s => s.Nyckelhash).IsUnique();
        builder.HasIndex(s => s.Sandningsnyckel).IsUnique();
        builder.HasIndex(s => s.SkolaId);
        builder.HasOne<Skola>().WithMany().HasForeignKey(s => s.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Konto).WithOne().HasForeignKey<Systemkonto>(s => s.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(s => s.SkapadAvKontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(s => s.AterkalladAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}
