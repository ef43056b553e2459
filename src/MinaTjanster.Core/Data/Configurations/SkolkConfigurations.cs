using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class SkolkrapportConfiguration : IEntityTypeConfiguration<Skolkrapport>
{
    public void Configure(EntityTypeBuilder<Skolkrapport> builder)
    {
        builder.ToTable("Skolkrapporter");
        builder.Property(r => r.Kvittensnummer).HasMaxLength(16).IsUnicode(false);
        builder.Property(r => r.Sandningsnyckel).HasMaxLength(64).IsUnicode(false);
        builder.Property(r => r.Borttagningsskal).HasMaxLength(Skolkrapport.MaxSkal);
        builder.Ignore(r => r.Uppgift);
        builder.HasIndex(r => r.Kvittensnummer).IsUnique();
        builder.HasIndex(r => r.Sandningsnyckel).IsUnique();
        builder.HasIndex(r => new { r.SkolaId, r.Status });
        // All schools' reports of two years (Punktlighetsfraga).
        builder.HasIndex(r => new { r.Rapportdag, r.SkolaId, r.ForstaDag });
        builder.HasIndex(r => r.StuderandeId);
        builder.HasOne<Studerande>().WithMany().HasForeignKey(r => r.StuderandeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(r => r.SkickadAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SkolkutkastConfiguration : IEntityTypeConfiguration<Skolkutkast>
{
    public void Configure(EntityTypeBuilder<Skolkutkast> builder)
    {
        builder.ToTable("Skolkutkast");
        builder.Property(u => u.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.Ignore(u => u.Formular);
        builder.HasIndex(u => u.Nyckel).IsUnique();
        builder.HasIndex(u => u.SkolaId);
        builder.HasIndex(u => u.Skapad);
        builder.HasOne<Studerande>().WithMany().HasForeignKey(u => u.StuderandeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(u => u.KontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ArendeConfiguration : IEntityTypeConfiguration<Arende>
{
    public void Configure(EntityTypeBuilder<Arende> builder)
    {
        builder.ToTable("Arenden");
        builder.Ignore(a => a.ObesvaradKomplettering);
        builder.HasIndex(a => a.SkolkrapportId).IsUnique();
        builder.HasIndex(a => new { a.Status, a.UnderlagInkom });
        builder.HasIndex(a => new { a.SkolaId, a.Status });
        builder.HasIndex(a => a.HandlaggareKontoId);
        builder.HasOne(a => a.Skolkrapport).WithOne().HasForeignKey<Arende>(a => a.SkolkrapportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Beslut).WithOne().HasForeignKey(b => b.ArendeId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(a => a.VantandeKontroll);
        builder.HasIndex(a => a.KontrollVantar);
        builder.HasMany(a => a.Kontroller).WithOne().HasForeignKey(k => k.ArendeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Konto>().WithMany().HasForeignKey(a => a.KontrollAvserKontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Meddelanden).WithOne().HasForeignKey(m => m.ArendeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Kompletteringar).WithOne().HasForeignKey(k => k.ArendeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Konto>().WithMany().HasForeignKey(a => a.HandlaggareKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SkolkbeslutConfiguration : IEntityTypeConfiguration<Skolkbeslut>
{
    public void Configure(EntityTypeBuilder<Skolkbeslut> builder)
    {
        builder.ToTable("Skolkbeslut");
        builder.Property(b => b.Orsak).HasMaxLength(Skolkbeslut.MaxOrsak).IsUnicode(false);
        builder.Property(b => b.Motivering).HasMaxLength(Skolkbeslut.MaxMotivering);
        builder.Property(b => b.Utskriftsnyckel).HasMaxLength(32).IsUnicode(false);
        builder.Ignore(b => b.Orsakskod);
        builder.Ignore(b => b.Perioder);
        builder.HasIndex(b => b.ArendeId);
        builder.HasIndex(b => b.SkolaId);
        builder.HasIndex(b => b.Utskriftsnyckel);
        builder.HasIndex(b => new { b.Skickad, b.Utskriven, b.GallerFran });
        builder.HasMany(b => b.Bilagor).WithOne().HasForeignKey(b => b.SkolkbeslutId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Konto>().WithMany().HasForeignKey(b => b.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(b => b.SkickadAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BeslutsbilagaConfiguration : IEntityTypeConfiguration<Beslutsbilaga>
{
    public void Configure(EntityTypeBuilder<Beslutsbilaga> builder)
    {
        builder.ToTable("Beslutsbilagor");
        builder.HasIndex(b => b.SkolaId);
        builder.HasIndex(b => new { b.SkolkbeslutId, b.DokumentId }).IsUnique();
        builder.HasOne<Dokument>().WithMany().HasForeignKey(b => b.DokumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KompletteringConfiguration : IEntityTypeConfiguration<Komplettering>
{
    public void Configure(EntityTypeBuilder<Komplettering> builder)
    {
        builder.ToTable("Kompletteringar");
        builder.Property(k => k.Text).HasMaxLength(Komplettering.MaxText);
        builder.HasIndex(k => k.ArendeId);
        builder.HasIndex(k => k.SkolaId);
        builder.HasMany(k => k.Markeringar).WithOne().HasForeignKey(m => m.KompletteringId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SidmarkeringConfiguration : IEntityTypeConfiguration<Sidmarkering>
{
    public void Configure(EntityTypeBuilder<Sidmarkering> builder)
    {
        builder.ToTable("Sidmarkeringar");
        builder.Property(m => m.Brist).HasMaxLength(Sidmarkering.MaxBrist);
        builder.HasIndex(m => m.ArendeId);
        builder.HasIndex(m => m.SkolaId);
        builder.HasIndex(m => new { m.DokumentId, m.Sida, m.Omgang }).IsUnique();
        builder.HasOne<Arende>().WithMany().HasForeignKey(m => m.ArendeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dokument>().WithMany().HasForeignKey(m => m.DokumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(m => m.MarkeradAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FranvarounderlagConfiguration : IEntityTypeConfiguration<Franvarounderlag>
{
    public void Configure(EntityTypeBuilder<Franvarounderlag> builder)
    {
        builder.ToTable("Franvarounderlag");
        builder.Property(u => u.Kvittensnummer).HasMaxLength(16).IsUnicode(false);
        builder.Property(u => u.Sandningsnyckel).HasMaxLength(64).IsUnicode(false);
        builder.Property(u => u.Forklaring).HasMaxLength(Franvarounderlag.MaxForklaring);
        builder.Ignore(u => u.Uppgift);
        builder.HasIndex(u => u.Sandningsnyckel).IsUnique();
        builder.HasIndex(u => u.Kvittensnummer).IsUnique();
        builder.HasIndex(u => u.SkolkrapportId);
        builder.HasIndex(u => u.SkolaId);
        builder.HasOne<Skolkrapport>().WithMany().HasForeignKey(u => u.SkolkrapportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(u => u.Dokument).WithOne().HasForeignKey(d => d.FranvarounderlagId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DokumentConfiguration : IEntityTypeConfiguration<Dokument>
{
    public void Configure(EntityTypeBuilder<Dokument> builder)
    {
        builder.ToTable("Dokument");
        builder.Property(d => d.Filnamn).HasMaxLength(Dokument.MaxFilnamn);
        builder.Property(d => d.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(d => d.FranvarounderlagId);
        builder.HasIndex(d => d.StuderandeId);
        builder.HasIndex(d => d.SkolaId);
        builder.HasIndex(d => new { d.Status, d.Skapad });
        builder.HasOne<Studerande>().WithMany().HasForeignKey(d => d.StuderandeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DokumentdelConfiguration : IEntityTypeConfiguration<Dokumentdel>
{
    public void Configure(EntityTypeBuilder<Dokumentdel> builder)
    {
        builder.ToTable("Dokumentdelar");
        builder.Property(d => d.Innehall).HasMaxLength(Dokument.Delstorlek);
        builder.HasIndex(d => new { d.DokumentId, d.Nummer }).IsUnique();
        builder.HasOne<Dokument>().WithMany().HasForeignKey(d => d.DokumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
