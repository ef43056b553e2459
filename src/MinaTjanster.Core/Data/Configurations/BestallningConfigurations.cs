using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class BestallningConfigurations :
    IEntityTypeConfiguration<Behorighetsbestallning>,
    IEntityTypeConfiguration<Bestallningsrad>,
    IEntityTypeConfiguration<Bestallningsfraga>,
    IEntityTypeConfiguration<Behorighetsbegaran>
{
    public void Configure(EntityTypeBuilder<Behorighetsbestallning> builder)
    {
        builder.ToTable("Behorighetsbestallningar");
        builder.Property(b => b.Kvittensnummer).HasMaxLength(16).IsUnicode(false);
        builder.Property(b => b.Sandningsnyckel).HasMaxLength(64).IsUnicode(false);
        builder.Ignore(b => b.ObesvaradFraga);
        builder.HasIndex(b => b.Kvittensnummer).IsUnique();
        builder.HasIndex(b => b.Sandningsnyckel).IsUnique();
        builder.HasIndex(b => new { b.SkolaId, b.Status });
        builder.HasIndex(b => new { b.Status, b.Skickad });
        builder.HasMany(b => b.Rader).WithOne().HasForeignKey(r => r.BestallningId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(b => b.Fragor).WithOne().HasForeignKey(f => f.BestallningId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skola>().WithMany().HasForeignKey(b => b.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(b => b.SkapadAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Bestallningsrad> builder)
    {
        builder.ToTable("Bestallningsrader");
        builder.Property(r => r.Namn).HasMaxLength(Konto.MaxNamn);
        builder.Property(r => r.Epost).HasMaxLength(Konto.MaxEpost);
        builder.Property(r => r.Telefon).HasMaxLength(Konto.MaxTelefon);
        builder.Property(r => r.Skal).HasMaxLength(Bestallningsrad.MaxSkal);
        builder.Ignore(r => r.Person);
        builder.HasIndex(r => r.SkolaId);
        builder.HasOne<Konto>().WithMany().HasForeignKey(r => r.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(r => r.TidigareKontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(r => r.ResultatKontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Bestallningsfraga> builder)
    {
        builder.ToTable("Bestallningsfragor");
        builder.Property(f => f.Text).HasMaxLength(Bestallningsfraga.MaxText);
        builder.Property(f => f.Svar).HasMaxLength(Bestallningsfraga.MaxText);
        builder.HasIndex(f => f.SkolaId);
    }

    public void Configure(EntityTypeBuilder<Behorighetsbegaran> builder)
    {
        builder.ToTable("Behorighetsbegaranden");
        builder.Property(b => b.Skal).HasMaxLength(Behorighetsbegaran.MaxSkal);
        builder.Property(b => b.Avslagsskal).HasMaxLength(Behorighetsbegaran.MaxSkal);
        builder.HasIndex(b => new { b.SkolaId, b.VantandeKontoId, b.Slag }).IsUnique();
        builder.HasIndex(b => new { b.SkolaId, b.Status });
        builder.HasIndex(b => new { b.Status, b.Skickad });
        builder.HasOne<Skola>().WithMany().HasForeignKey(b => b.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(b => b.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Behorighetsbestallning>().WithMany().HasForeignKey(b => b.BestallningId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KanalConfigurations : IEntityTypeConfiguration<Kontaktansvar>, IEntityTypeConfiguration<Kanalandring>
{
    public void Configure(EntityTypeBuilder<Kontaktansvar> builder)
    {
        builder.ToTable("Kontaktansvar");
        builder.HasIndex(k => new { k.SkolaId, k.KontoId }).IsUnique();
        builder.HasIndex(k => k.KontoId);
        builder.HasOne<Skola>().WithMany().HasForeignKey(k => k.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(k => k.KontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Kanalandring> builder)
    {
        builder.ToTable("Kanalandringar");
        builder.Property(k => k.Skal).HasMaxLength(Kanalandring.MaxSkal);
        builder.Property(k => k.Avslagsskal).HasMaxLength(Kanalandring.MaxSkal);
        builder.HasIndex(k => k.OppenForSkolaId).IsUnique();
        builder.HasIndex(k => k.SkolaId);
        builder.HasIndex(k => new { k.Status, k.Fran });
        builder.HasOne<Skola>().WithMany().HasForeignKey(k => k.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(k => k.BegardAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}
