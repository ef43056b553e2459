using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class TvastegConfigurations :
    IEntityTypeConfiguration<Autentiseringsapp>,
    IEntityTypeConfiguration<Aterstallningskod>,
    IEntityTypeConfiguration<Faktorsteg>
{
    public void Configure(EntityTypeBuilder<Autentiseringsapp> builder)
    {
        builder.ToTable("Autentiseringsappar");
        builder.Property(a => a.Nyckel).HasMaxLength(1000);
        builder.HasIndex(a => a.KontoId).IsUnique();
        builder.HasOne<Konto>().WithMany().HasForeignKey(a => a.KontoId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Aterstallningskod> builder)
    {
        builder.ToTable("Aterstallningskoder");
        builder.Property(k => k.Hash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(k => new { k.KontoId, k.Hash }).IsUnique();
        builder.HasOne<Konto>().WithMany().HasForeignKey(k => k.KontoId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Faktorsteg> builder)
    {
        builder.ToTable("Faktorsteg");
        builder.Property(s => s.NyckelHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(s => s.Stampel).HasMaxLength(64);
        builder.Property(s => s.Innehall).HasMaxLength(4000);
        builder.HasIndex(s => s.NyckelHash).IsUnique();
        builder.HasIndex(s => s.SessionId);
        builder.HasIndex(s => s.Skapad);
        builder.HasOne<Konto>().WithMany().HasForeignKey(s => s.KontoId).OnDelete(DeleteBehavior.Cascade);
    }
}
