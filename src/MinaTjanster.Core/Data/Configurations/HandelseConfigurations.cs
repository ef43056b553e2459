using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class SandningConfiguration : IEntityTypeConfiguration<Sandning>
{
    public void Configure(EntityTypeBuilder<Sandning> builder)
    {
        builder.ToTable("Sandningar");
        builder.Property(s => s.Kvittensnummer).HasMaxLength(16).IsUnicode(false);
        builder.Property(s => s.Sandningsnyckel).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(s => s.Kvittensnummer).IsUnique();
        builder.HasIndex(s => s.Sandningsnyckel).IsUnique();
        builder.HasIndex(s => new { s.SkolaId, s.Skickad });
        builder.HasOne<Skola>().WithMany().HasForeignKey(s => s.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(s => s.SkickadAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandelseConfiguration : IEntityTypeConfiguration<Handelse>
{
    public void Configure(EntityTypeBuilder<Handelse> builder)
    {
        builder.ToTable("Handelser");
        builder.Property(h => h.Forklaring).HasMaxLength(Handelse.MaxForklaring);
        builder.ComplexProperty(h => h.Uppgift, Handelsekolumner.Configure);
        builder.HasIndex(h => new { h.StuderandeId, h.Status });
        builder.HasIndex(h => h.SandningId);
        // With the student: SQLite keeps no statistics, and would go through a whole school for each chunk of a file.
        builder.HasIndex(h => new { h.SkolaId, h.StuderandeId });
        builder.HasIndex(h => new { h.AttPublicera, h.StuderandeId }).HasFilter("AttPublicera IS NOT NULL");
        builder.HasOne<Studerande>().WithMany().HasForeignKey(h => h.StuderandeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(h => h.Sandning).WithMany().HasForeignKey(h => h.SandningId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AvstangningConfiguration : IEntityTypeConfiguration<Avstangning>
{
    public void Configure(EntityTypeBuilder<Avstangning> builder)
    {
        builder.ToTable("Avstangningar");
        builder.HasIndex(a => a.HandelseId).IsUnique();
        builder.HasIndex(a => a.DokumentId);
        builder.HasIndex(a => a.SkolaId);
        builder.HasIndex(a => new { a.Hanterad, a.Mottagen });
        builder.HasOne(a => a.Handelse).WithOne().HasForeignKey<Avstangning>(a => a.HandelseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dokument>().WithMany().HasForeignKey(a => a.DokumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(a => a.HanteradAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandelseutkastConfiguration : IEntityTypeConfiguration<Handelseutkast>
{
    public void Configure(EntityTypeBuilder<Handelseutkast> builder)
    {
        builder.ToTable("Handelseutkast");
        builder.Property(u => u.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(u => u.Nyckel).IsUnique();
        builder.HasIndex(u => new { u.SkolaId, u.KontoId });
        builder.HasIndex(u => u.Skapad);
        builder.HasMany(u => u.Rader).WithOne().HasForeignKey(r => r.HandelseutkastId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Konto>().WithMany().HasForeignKey(u => u.KontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandelseutkastradConfiguration : IEntityTypeConfiguration<Handelseutkastrad>
{
    public void Configure(EntityTypeBuilder<Handelseutkastrad> builder)
    {
        builder.ToTable("Handelseutkastrader");
        builder.Ignore(r => r.Post);
        builder.ComplexProperty(r => r.Uppgift, Handelsekolumner.Configure);
        builder.HasIndex(r => r.HandelseutkastId);
        builder.HasIndex(r => r.SkolaId);
        builder.HasOne<Studerande>().WithMany().HasForeignKey(r => r.StuderandeId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The columns of what is stated, the same in every table that holds it.</summary>
internal static class Handelsekolumner
{
    public static void Configure(ComplexPropertyBuilder<Handelseuppgift> builder)
    {
        builder.IsRequired();
        builder.Ignore(u => u.Slut);
        builder.Property(u => u.Slag).HasColumnName(nameof(Handelseuppgift.Slag));
        builder.Property(u => u.ForstaDag).HasColumnName(nameof(Handelseuppgift.ForstaDag));
        builder.Property(u => u.SistaDag).HasColumnName(nameof(Handelseuppgift.SistaDag));
        builder.Property(u => u.Utbildning).HasColumnName(nameof(Handelseuppgift.Utbildning)).HasMaxLength(Studieperiod.MaxUtbildning);
        builder.Property(u => u.Kurskod).HasColumnName(nameof(Handelseuppgift.Kurskod)).HasMaxLength(Studieperiod.MaxKurskod);
        builder.Property(u => u.Studievagskod).HasColumnName(nameof(Handelseuppgift.Studievagskod)).HasMaxLength(Studieperiod.MaxStudievagskod);
        builder.Property(u => u.Arskurs).HasColumnName(nameof(Handelseuppgift.Arskurs));
        builder.Property(u => u.Omfattning).HasColumnName(nameof(Handelseuppgift.Omfattning));
        builder.Property(u => u.PoangTiondelar).HasColumnName(nameof(Handelseuppgift.PoangTiondelar));
        builder.Property(u => u.Avdelning).HasColumnName(nameof(Handelseuppgift.Avdelning));
        builder.Property(u => u.ValdStodform).HasColumnName(nameof(Handelseuppgift.ValdStodform));
        builder.Property(u => u.Resultat).HasColumnName(nameof(Handelseuppgift.Resultat)).HasMaxLength(12);
        builder.Property(u => u.OgiltigMinuter).HasColumnName(nameof(Handelseuppgift.OgiltigMinuter));
        builder.Property(u => u.Tillfallen).HasColumnName(nameof(Handelseuppgift.Tillfallen));
        builder.Property(u => u.TotalpoangTiondelar).HasColumnName(nameof(Handelseuppgift.TotalpoangTiondelar));
        builder.Property(u => u.Handledare).HasColumnName(nameof(Handelseuppgift.Handledare)).HasMaxLength(Handelseuppgift.MaxNamn);
        builder.Property(u => u.UtfardadAv).HasColumnName(nameof(Handelseuppgift.UtfardadAv)).HasMaxLength(Handelseuppgift.MaxNamn);
        builder.Property(u => u.DokumentId).HasColumnName(nameof(Handelseuppgift.DokumentId));
        builder.Property(u => u.Bekraftad).HasColumnName(nameof(Handelseuppgift.Bekraftad));
    }
}
