using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Inlasningar;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class InlasningConfiguration : IEntityTypeConfiguration<Inlasning>
{
    public void Configure(EntityTypeBuilder<Inlasning> builder)
    {
        builder.ToTable("Inlasningar");
        builder.Property(i => i.Filnamn).HasMaxLength(Dokument.MaxFilnamn);
        builder.Property(i => i.Varningar).HasMaxLength(Inlasning.MaxVarningar);
        builder.HasIndex(i => new { i.SkolaId, i.Slag });
        builder.HasOne<Skola>().WithMany().HasForeignKey(i => i.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(i => i.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Rader).WithOne().HasForeignKey(r => r.InlasningId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InlasningsradConfiguration : IEntityTypeConfiguration<Inlasningsrad>
{
    public void Configure(EntityTypeBuilder<Inlasningsrad> builder)
    {
        builder.ToTable("Inlasningsrader");
        // Longer than a key of an index may be on SQL Server; nothing is looked for in them.
        builder.Property(r => r.Varden).HasMaxLength(Inlasningsrad.MaxVarden);
        builder.Property(r => r.Fel).HasMaxLength(Inlasningsrad.MaxFel);
        builder.Ignore(r => r.Felen);
        builder.HasIndex(r => new { r.InlasningId, r.Tillstand, r.Radnummer });
        builder.HasIndex(r => r.SkolaId);
    }
}
