using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class FranvarolistaConfiguration : IEntityTypeConfiguration<Franvarolista>
{
    public void Configure(EntityTypeBuilder<Franvarolista> builder)
    {
        builder.ToTable("Franvarolistor");
        builder.HasIndex(l => new { l.SkolaId, l.Uppladdad });
        builder.HasIndex(l => l.DokumentId).IsUnique();
        // The list goes with its bytes, and what was chosen from it with the list.
        builder.HasOne<Dokument>().WithMany().HasForeignKey(l => l.DokumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Konto>().WithMany().HasForeignKey(l => l.KontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FranvaroinstallningConfiguration : IEntityTypeConfiguration<Franvaroinstallning>
{
    public void Configure(EntityTypeBuilder<Franvaroinstallning> builder)
    {
        builder.ToTable("Franvaroinstallningar");
        builder.HasIndex(i => i.SkolaId).IsUnique();
        builder.HasOne<Skola>().WithMany().HasForeignKey(i => i.SkolaId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FranvarourvalConfiguration : IEntityTypeConfiguration<Franvarourval>
{
    public void Configure(EntityTypeBuilder<Franvarourval> builder)
    {
        builder.ToTable("Franvarourval");
        builder.Property(u => u.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(u => u.Nyckel).IsUnique();
        builder.HasIndex(u => u.SkolaId);
        builder.HasOne<Franvarolista>().WithMany().HasForeignKey(u => u.FranvarolistaId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Konto>().WithMany().HasForeignKey(u => u.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(u => u.Rader).WithOne().HasForeignKey(r => r.FranvarourvalId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FranvarourvalsradConfiguration : IEntityTypeConfiguration<Franvarourvalsrad>
{
    public void Configure(EntityTypeBuilder<Franvarourvalsrad> builder)
    {
        builder.ToTable("Franvarourvalsrader");
        builder.Property(r => r.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.Ignore(r => r.Uppgift);
        builder.HasIndex(r => r.Nyckel).IsUnique();
        builder.HasIndex(r => r.SkolaId);
        builder.HasOne<Studerande>().WithMany().HasForeignKey(r => r.StuderandeId).OnDelete(DeleteBehavior.Restrict);
    }
}
