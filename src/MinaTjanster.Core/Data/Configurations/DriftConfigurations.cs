using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class DriftConfigurations : IEntityTypeConfiguration<Driftavbrott>, IEntityTypeConfiguration<Nyhet>
{
    public void Configure(EntityTypeBuilder<Driftavbrott> builder)
    {
        builder.ToTable("Driftavbrott");
        builder.Property(a => a.Nummer).HasMaxLength(16).IsUnicode(false);
        builder.Property(a => a.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.Property(a => a.Rubrik).HasMaxLength(Driftavbrott.MaxRubrik);
        builder.Property(a => a.Text).HasMaxLength(Driftavbrott.MaxText);
        builder.Property(a => a.Tjanstetext).HasMaxLength(Mottagare.MaxText).IsUnicode(false);
        builder.Property(a => a.Skolformstext).HasMaxLength(Mottagare.MaxText).IsUnicode(false);
        builder.Ignore(a => a.Tjanster).Ignore(a => a.Skolformer).Ignore(a => a.Uppgift);
        builder.HasIndex(a => a.Nummer).IsUnique();
        builder.HasIndex(a => a.Nyckel).IsUnique();
        builder.HasIndex(a => new { a.Status, a.Slutar });
        builder.HasOne<Konto>().WithMany().HasForeignKey(a => a.SkapadAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Nyhet> builder)
    {
        builder.ToTable("Nyheter");
        builder.Property(n => n.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.Property(n => n.Rubrik).HasMaxLength(Nyhet.MaxRubrik);
        builder.Property(n => n.Text).HasMaxLength(Nyhet.MaxText);
        builder.Property(n => n.Skolformstext).HasMaxLength(Mottagare.MaxText).IsUnicode(false);
        builder.Ignore(n => n.Skolformer).Ignore(n => n.Uppgift);
        builder.HasIndex(n => n.Nyckel).IsUnique();
        builder.HasIndex(n => new { n.Status, n.Till });
        builder.HasOne<Konto>().WithMany().HasForeignKey(n => n.SkapadAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}
