using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class FiluppladdningConfiguration : IEntityTypeConfiguration<Filuppladdning>
{
    public void Configure(EntityTypeBuilder<Filuppladdning> builder)
    {
        builder.ToTable("Filuppladdningar");
        builder.Property(f => f.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(f => f.Skolkoder).HasMaxLength(Filuppladdning.MaxSkolkoder).IsUnicode(false);
        builder.Ignore(f => f.Oversikt);
        builder.HasIndex(f => f.SkolaId);
        builder.HasOne<Konto>().WithMany().HasForeignKey(f => f.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(f => f.Dokument).WithMany().HasForeignKey(f => f.DokumentId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class FiljobbConfiguration : IEntityTypeConfiguration<Filjobb>
{
    public void Configure(EntityTypeBuilder<Filjobb> builder)
    {
        builder.ToTable("Filjobb");
        builder.Property(j => j.Filnamn).HasMaxLength(Dokument.MaxFilnamn);
        builder.Property(j => j.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(j => j.Unikt).HasMaxLength(64).IsUnicode(false);
        builder.Property(j => j.Lannyckel).HasMaxLength(64).IsUnicode(false);
        builder.Property(j => j.Regelversion).HasMaxLength(20).IsUnicode(false);
        builder.Property(j => j.Filvarningar).HasMaxLength(Filjobb.MaxFilvarningar);
        // The same content of the same school once, also when it comes twice at the same moment.
        builder.HasIndex(j => new { j.SkolaId, j.Unikt }).IsUnique();
        builder.HasIndex(j => new { j.SkolaId, j.Uppladdad });
        builder.HasIndex(j => new { j.Status, j.LanTill });
        builder.HasOne<Skola>().WithMany().HasForeignKey(j => j.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(j => j.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(j => j.Filuppladdning).WithMany().HasForeignKey(j => j.FiluppladdningId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(j => j.Sandning).WithMany().HasForeignKey(j => j.SandningId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FiljobbsradConfiguration : IEntityTypeConfiguration<Filjobbsrad>
{
    public void Configure(EntityTypeBuilder<Filjobbsrad> builder)
    {
        builder.ToTable("Filjobbsrader");
        builder.Property(r => r.Varden).HasMaxLength(Filjobbsrad.MaxVarden);
        builder.Property(r => r.Handelsekod).HasMaxLength(2).IsUnicode(false);
        builder.Ignore(r => r.Falt);
        builder.HasIndex(r => new { r.FiljobbId, r.Tillstand, r.Radnummer });
        builder.HasIndex(r => new { r.SkolaId, r.Tillstand, r.Personnummer });
        builder.HasOne<Filjobb>().WithMany().HasForeignKey(r => r.FiljobbId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Fel).WithOne().HasForeignKey(f => f.FiljobbsradId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FilradsfelConfiguration : IEntityTypeConfiguration<Filradsfel>
{
    public void Configure(EntityTypeBuilder<Filradsfel> builder)
    {
        builder.ToTable("Filradsfel");
        builder.Property(f => f.Falt).HasMaxLength(40).IsUnicode(false);
        builder.Property(f => f.Kod).HasMaxLength(40).IsUnicode(false);
        builder.Property(f => f.Mening).HasMaxLength(Filradsfel.MaxMening);
        builder.HasIndex(f => f.FiljobbsradId);
        builder.HasIndex(f => f.SkolaId);
    }
}
