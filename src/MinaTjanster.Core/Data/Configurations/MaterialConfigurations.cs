using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class MaterialConfigurations :
    IEntityTypeConfiguration<Materialartikel>,
    IEntityTypeConfiguration<Materialkorg>,
    IEntityTypeConfiguration<Materialkorgrad>,
    IEntityTypeConfiguration<Materialbestallning>,
    IEntityTypeConfiguration<Materialrad>
{
    public void Configure(EntityTypeBuilder<Materialartikel> builder)
    {
        // The last net: stock is never negative, whatever the code does.
        builder.ToTable("Materialartiklar", tabell => tabell.HasCheckConstraint("CK_Materialartiklar_Saldo", "Saldo >= 0"));
        builder.Ignore(a => a.Uppgift);
        builder.Property(a => a.Nummer).HasMaxLength(Materialartikel.MaxNummer);
        builder.Property(a => a.Namn).HasMaxLength(Materialartikel.MaxNamn);
        builder.Property(a => a.Beskrivning).HasMaxLength(Materialartikel.MaxBeskrivning);
        builder.Property(a => a.Utgava).HasMaxLength(Materialartikel.MaxUtgava);
        builder.Property(a => a.Sorteringsnyckel).HasMaxLength(2 * Materialartikel.MaxNamn).ArFoldad();
        builder.HasIndex(a => a.Nummer).IsUnique();
        builder.HasIndex(a => a.Sorteringsnyckel);
    }

    public void Configure(EntityTypeBuilder<Materialkorg> builder)
    {
        builder.ToTable("Materialkorgar");
        builder.Property(k => k.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.Property(k => k.Att).HasMaxLength(Leveransadress.MaxAtt);
        builder.HasIndex(k => k.Nyckel).IsUnique();
        builder.HasIndex(k => new { k.SkolaId, k.KontoId }).IsUnique();
        builder.HasMany(k => k.Rader).WithOne().HasForeignKey(r => r.MaterialkorgId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skola>().WithMany().HasForeignKey(k => k.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(k => k.KontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Materialkorgrad> builder)
    {
        builder.ToTable("Materialkorgrader");
        builder.HasIndex(r => new { r.MaterialkorgId, r.MaterialartikelId }).IsUnique();
        builder.HasIndex(r => r.SkolaId);
        builder.HasOne<Materialartikel>().WithMany().HasForeignKey(r => r.MaterialartikelId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Materialbestallning> builder)
    {
        builder.ToTable("Materialbestallningar");
        builder.Ignore(b => b.Adress);
        builder.Property(b => b.Kvittensnummer).HasMaxLength(16).IsUnicode(false);
        builder.Property(b => b.Sandningsnyckel).HasMaxLength(64).IsUnicode(false);
        builder.Property(b => b.Mottagare).HasMaxLength(Skola.MaxNamn);
        builder.Property(b => b.Att).HasMaxLength(Leveransadress.MaxAtt);
        builder.Property(b => b.Gatuadress).HasMaxLength(Skola.MaxGatuadress);
        builder.Property(b => b.Postnummer).HasMaxLength(5).IsUnicode(false);
        builder.Property(b => b.Ort).HasMaxLength(Skola.MaxOrt);
        builder.HasIndex(b => b.Kvittensnummer).IsUnique();
        builder.HasIndex(b => b.Sandningsnyckel).IsUnique();
        builder.HasIndex(b => b.SkolaId);
        builder.HasIndex(b => b.Status);
        builder.HasMany(b => b.Rader).WithOne().HasForeignKey(r => r.MaterialbestallningId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skola>().WithMany().HasForeignKey(b => b.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(b => b.BestalldAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Materialrad> builder)
    {
        builder.ToTable("Materialrader");
        builder.Ignore(r => r.Radtext);
        builder.Property(r => r.Benamning).HasMaxLength(Materialrad.MaxBenamning);
        builder.HasIndex(r => new { r.MaterialbestallningId, r.MaterialartikelId }).IsUnique();
        builder.HasIndex(r => r.MaterialartikelId);
        builder.HasIndex(r => r.SkolaId);
        builder.HasOne<Materialartikel>().WithMany().HasForeignKey(r => r.MaterialartikelId).OnDelete(DeleteBehavior.Restrict);
    }
}
