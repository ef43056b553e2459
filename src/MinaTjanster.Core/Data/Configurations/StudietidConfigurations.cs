using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class UtbildningConfiguration : IEntityTypeConfiguration<Utbildning>
{
    public void Configure(EntityTypeBuilder<Utbildning> builder)
    {
        builder.ToTable("Utbildningar");
        builder.Property(u => u.Sorteringsnyckel).HasMaxLength(2 * Utbildningsuppgift.MaxNamn).ArFoldad();
        builder.Property(u => u.Sokord).HasMaxLength(3 * Utbildningsuppgift.MaxNamn).ArFoldad();
        builder.ComplexProperty(u => u.Uppgift, uppgift =>
        {
            uppgift.IsRequired();
            uppgift.Property(u => u.Namn).HasColumnName(nameof(Utbildningsuppgift.Namn)).HasMaxLength(Utbildningsuppgift.MaxNamn);
            uppgift.Property(u => u.Slag).HasColumnName(nameof(Utbildningsuppgift.Slag));
            uppgift.Property(u => u.Niva).HasColumnName(nameof(Utbildningsuppgift.Niva));
            uppgift.Property(u => u.Avdelning).HasColumnName(nameof(Utbildningsuppgift.Avdelning));
            uppgift.Property(u => u.Kod).HasColumnName(nameof(Utbildningsuppgift.Kod)).HasMaxLength(Utbildningsuppgift.MaxKod);
            uppgift.Property(u => u.Omfattning).HasColumnName(nameof(Utbildningsuppgift.Omfattning));
            uppgift.Property(u => u.Undervisning).HasColumnName(nameof(Utbildningsuppgift.Undervisning));
            uppgift.Property(u => u.PoangTiondelar).HasColumnName(nameof(Utbildningsuppgift.PoangTiondelar));
            uppgift.Property(u => u.FranLasar).HasColumnName(nameof(Utbildningsuppgift.FranLasar));
            uppgift.Property(u => u.TillLasar).HasColumnName(nameof(Utbildningsuppgift.TillLasar));
        });
        builder.HasIndex(u => new { u.SkolaId, u.Status, u.Sorteringsnyckel });
        builder.HasOne<Skola>().WithMany().HasForeignKey(u => u.SkolaId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StudietidsrapportConfiguration : IEntityTypeConfiguration<Studietidsrapport>
{
    public void Configure(EntityTypeBuilder<Studietidsrapport> builder)
    {
        builder.ToTable("Studietidsrapporter");
        builder.Property(r => r.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.Property(r => r.Kvittensnummer).HasMaxLength(16).IsUnicode(false);
        builder.Property(r => r.Skal).HasMaxLength(Studietidsrapport.MaxSkal);
        builder.Property(r => r.Forklaring).HasMaxLength(Studietidsrapport.MaxSkal);
        builder.HasIndex(r => r.Nyckel).IsUnique();
        builder.HasIndex(r => new { r.SkolaId, r.Lasar, r.Omgang }).IsUnique();
        builder.HasIndex(r => new { r.Status, r.Inskickad });
        builder.HasOne<Skola>().WithMany().HasForeignKey(r => r.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(r => r.InskickadAvKontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(r => r.GranskareKontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Studietider).WithOne().HasForeignKey(s => s.StudietidsrapportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StudietidConfiguration : IEntityTypeConfiguration<Studietid>
{
    public void Configure(EntityTypeBuilder<Studietid> builder)
    {
        builder.ToTable("Studietider");
        builder.Ignore(s => s.Uppgift);
        builder.HasIndex(s => s.StudietidsrapportId);
        builder.HasIndex(s => new { s.SkolaId, s.Status, s.ForstaDag });
        builder.HasIndex(s => s.UtbildningId);
        builder.HasIndex(s => s.ErsatterId);
        builder.HasOne<Utbildning>().WithMany().HasForeignKey(s => s.UtbildningId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Studietid>().WithMany().HasForeignKey(s => s.ErsatterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Uppehall).WithOne().HasForeignKey(u => u.StudietidId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StudietidsuppehallConfiguration : IEntityTypeConfiguration<Studietidsuppehall>
{
    public void Configure(EntityTypeBuilder<Studietidsuppehall> builder)
    {
        builder.ToTable("Studietidsuppehall");
        builder.HasIndex(u => u.StudietidId);
        builder.HasIndex(u => u.SkolaId);
    }
}
