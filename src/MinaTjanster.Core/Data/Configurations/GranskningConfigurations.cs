using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Flergodkannande;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class ArendemeddelandeConfiguration : IEntityTypeConfiguration<Arendemeddelande>
{
    public void Configure(EntityTypeBuilder<Arendemeddelande> builder)
    {
        builder.ToTable("Arendemeddelanden");
        builder.Property(m => m.Text).HasMaxLength(Arendemeddelande.MaxText);
        builder.Property(m => m.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(m => m.SkolaId);
        builder.HasIndex(m => new { m.ArendeId, m.Nyckel }).IsUnique();
        builder.HasOne<Konto>().WithMany().HasForeignKey(m => m.KontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ArendeanteckningConfiguration : IEntityTypeConfiguration<Arendeanteckning>
{
    public void Configure(EntityTypeBuilder<Arendeanteckning> builder)
    {
        builder.ToTable("Arendeanteckningar");
        builder.Property(a => a.Text).HasMaxLength(Arendeanteckning.MaxText);
        builder.Property(a => a.Komplettering).HasMaxLength(Komplettering.MaxText);
        builder.Property(a => a.Motivering).HasMaxLength(ArendeService.MaxMotivering);
        builder.Property(a => a.Kontrollerat).HasMaxLength(Arendeanteckning.MaxKontrollerat).IsUnicode(false);
        builder.Property(a => a.Laget).HasMaxLength(40).IsUnicode(false);
        builder.Ignore(a => a.Innehall);
        builder.HasIndex(a => a.SkolaId);
        builder.HasIndex(a => a.ArendeId).IsUnique();
        builder.HasOne<Arende>().WithOne().HasForeignKey<Arendeanteckning>(a => a.ArendeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Konto>().WithMany().HasForeignKey(a => a.KontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UtfallskontrollConfiguration : IEntityTypeConfiguration<Utfallskontroll>
{
    public void Configure(EntityTypeBuilder<Utfallskontroll> builder)
    {
        builder.ToTable("Utfallskontroller");
        builder.Property(k => k.Motivering).HasMaxLength(Skolkbeslut.MaxMotivering);
        builder.Property(k => k.Ord).HasMaxLength(Utfallskontroll.MaxOrd);
        builder.Ignore(k => k.Uppgift);
        builder.HasIndex(k => k.SkolaId);
        builder.HasIndex(k => k.ArendeId);
        builder.HasIndex(k => k.Beslutat);
        builder.HasOne<Konto>().WithMany().HasForeignKey(k => k.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(k => k.KontrolleratAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ArendetittConfiguration : IEntityTypeConfiguration<Arendetitt>
{
    public void Configure(EntityTypeBuilder<Arendetitt> builder)
    {
        builder.ToTable("Arendetittar");
        builder.HasIndex(t => t.SkolaId);
        builder.HasIndex(t => new { t.ArendeId, t.KontoId }).IsUnique();
        builder.HasOne<Arende>().WithMany().HasForeignKey(t => t.ArendeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Konto>().WithMany().HasForeignKey(t => t.KontoId).OnDelete(DeleteBehavior.Restrict);
    }
}
