using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class SkolaConfiguration : IEntityTypeConfiguration<Skola>
{
    public void Configure(EntityTypeBuilder<Skola> builder)
    {
        builder.ToTable("Skolor");
        builder.Property(s => s.Skolkod).HasMaxLength(8).IsUnicode(false);
        builder.Property(s => s.Namn).HasMaxLength(Skola.MaxNamn);
        builder.Property(s => s.Sorteringsnyckel).HasMaxLength(2 * Skola.MaxNamn).ArFoldad();
        builder.Property(s => s.Ort).HasMaxLength(Skola.MaxOrt);
        builder.Property(s => s.AndraFaktor).HasDefaultValue(AndraFaktor.Erbjuds);
        builder.Property(s => s.Gatuadress).HasMaxLength(Skola.MaxGatuadress);
        builder.Property(s => s.Postnummer).HasMaxLength(5).IsUnicode(false);
        builder.HasIndex(s => s.Skolkod).IsUnique();
    }
}

internal sealed class StuderandeConfiguration : IEntityTypeConfiguration<Studerande>
{
    public void Configure(EntityTypeBuilder<Studerande> builder)
    {
        builder.ToTable("Studerande");
        builder.Property(s => s.Fornamn).HasMaxLength(Studerande.MaxNamn);
        builder.Property(s => s.Efternamn).HasMaxLength(Studerande.MaxNamn);
        builder.Property(s => s.Klass).HasMaxLength(Studerande.MaxKlass);
        builder.Property(s => s.VantadUtbildning).HasMaxLength(Studieperiod.MaxUtbildning);
        builder.Property(s => s.Sorteringsnyckel).HasMaxLength(200).ArFoldad();
        builder.HasIndex(s => new { s.SkolaId, s.Personnummer }).IsUnique();
        builder.HasIndex(s => s.Personnummer);
        builder.HasIndex(s => new { s.SkolaId, s.Sorteringsnyckel, s.Id });
        builder.HasOne<Skola>().WithMany().HasForeignKey(s => s.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Studieperioder).WithOne().HasForeignKey(p => p.StuderandeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(s => s.Sokord).WithOne().HasForeignKey(p => p.StuderandeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SokordConfiguration : IEntityTypeConfiguration<Sokord>
{
    public void Configure(EntityTypeBuilder<Sokord> builder)
    {
        builder.ToTable("Sokord");
        builder.Property(s => s.Ord).HasMaxLength(Sokord.MaxOrd).ArFoldad();
        builder.HasIndex(s => new { s.SkolaId, s.Ord, s.StuderandeId });
    }
}

internal sealed class StudieperiodConfiguration : IEntityTypeConfiguration<Studieperiod>
{
    public void Configure(EntityTypeBuilder<Studieperiod> builder)
    {
        builder.ToTable("Studieperioder");
        builder.Property(p => p.Utbildning).HasMaxLength(Studieperiod.MaxUtbildning);
        builder.Property(p => p.Studievagskod).HasMaxLength(Studieperiod.MaxStudievagskod);
        builder.Property(p => p.Kurskod).HasMaxLength(Studieperiod.MaxKurskod);
        builder.HasOne(p => p.Handelse).WithMany().HasForeignKey(p => p.HandelseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.StuderandeId, p.ForstaDag });
        // With the student, as for events.
        builder.HasIndex(p => new { p.SkolaId, p.StuderandeId });
    }
}
