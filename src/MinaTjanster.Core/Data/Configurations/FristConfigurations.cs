using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class FristConfigurations :
    IEntityTypeConfiguration<Fristval>, IEntityTypeConfiguration<Fristmejl>, IEntityTypeConfiguration<Fristnotis>, IEntityTypeConfiguration<Kalenderlank>, IEntityTypeConfiguration<Fristpaminnelse>
{
    public void Configure(EntityTypeBuilder<Fristval> builder)
    {
        builder.ToTable("Fristval");
        builder.HasIndex(v => v.KontoId).IsUnique();
        builder.HasOne<Konto>().WithMany().HasForeignKey(v => v.KontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Fristmejl> builder)
    {
        builder.ToTable("Fristmejl");
        builder.HasIndex(m => new { m.KontoId, m.Dag }).IsUnique();
        builder.HasOne<Konto>().WithMany().HasForeignKey(m => m.KontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Fristnotis> builder)
    {
        builder.ToTable("Fristnotiser");
        builder.Property(n => n.Nyckel).HasMaxLength(Fristnotis.MaxNyckel).IsUnicode(false);
        builder.HasIndex(n => new { n.KontoId, n.Nyckel }).IsUnique();
        builder.HasOne<Konto>().WithMany().HasForeignKey(n => n.KontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Kalenderlank> builder)
    {
        builder.ToTable("Kalenderlankar");
        builder.Property(l => l.Nyckelhash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(l => l.KontoId).IsUnique();
        builder.HasIndex(l => l.Nyckelhash).IsUnique();
        builder.HasOne<Konto>().WithMany().HasForeignKey(l => l.KontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Fristpaminnelse> builder)
    {
        builder.ToTable("Fristpaminnelser");
        builder.Property(p => p.Plikt).HasMaxLength(Fristpaminnelse.MaxPlikt).IsUnicode(false);
        builder.HasIndex(p => new { p.SkolaId, p.Steg, p.Plikt }).IsUnique();
        builder.HasOne<Skola>().WithMany().HasForeignKey(p => p.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(p => p.KontoId).OnDelete(DeleteBehavior.Restrict);
    }
}
