using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Core.Studietider.Omgangar;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class KontaktuppgiftConfigurations :
    IEntityTypeConfiguration<Skolinformation>, IEntityTypeConfiguration<Skolkontaktperson>, IEntityTypeConfiguration<Skoluppgiftsandring>
{
    public void Configure(EntityTypeBuilder<Skolinformation> builder)
    {
        builder.ToTable("Skolinformationer");
        builder.ComplexProperty(i => i.Fakta, fakta =>
        {
            fakta.IsRequired();
            fakta.Property(f => f.Besoksadress).HasColumnName(nameof(Skolfakta.Besoksadress)).HasMaxLength(Skolfakta.MaxBesoksadress);
            fakta.Property(f => f.Telefon).HasColumnName(nameof(Skolfakta.Telefon)).HasMaxLength(Konto.MaxTelefon);
            fakta.Property(f => f.Epost).HasColumnName(nameof(Skolfakta.Epost)).HasMaxLength(Konto.MaxEpost);
            fakta.Property(f => f.Webbplats).HasColumnName(nameof(Skolfakta.Webbplats)).HasMaxLength(Skolfakta.MaxWebbplats);
            fakta.Property(f => f.Skolsystem).HasColumnName(nameof(Skolfakta.Skolsystem)).HasMaxLength(Skolfakta.MaxSkolsystem);
        });
        builder.HasIndex(i => i.SkolaId).IsUnique();
        builder.HasOne<Skola>().WithMany().HasForeignKey(i => i.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(i => i.BekraftadAvKontoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Skolkontaktperson> builder)
    {
        builder.ToTable("Skolkontaktpersoner");
        builder.Property(k => k.Namn).HasMaxLength(Konto.MaxNamn);
        builder.Property(k => k.Telefon).HasMaxLength(Konto.MaxTelefon);
        builder.Property(k => k.Epost).HasMaxLength(Konto.MaxEpost);
        builder.HasIndex(k => new { k.SkolaId, k.Roll, k.Epost }).IsUnique();
        builder.HasOne<Skola>().WithMany().HasForeignKey(k => k.SkolaId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Skoluppgiftsandring> builder)
    {
        builder.ToTable("Skoluppgiftsandringar");
        builder.Property(a => a.Act).HasMaxLength(60).IsUnicode(false);
        builder.Property(a => a.Andringar).HasMaxLength(Skoluppgiftsandring.MaxText);
        builder.HasIndex(a => new { a.SkolaId, a.Tid });
        builder.HasOne<Skola>().WithMany().HasForeignKey(a => a.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(a => a.KontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KontaktsidaConfigurations : IEntityTypeConfiguration<Telefontid>, IEntityTypeConfiguration<Telefonundantag>, IEntityTypeConfiguration<Kontaktkort>
{
    public void Configure(EntityTypeBuilder<Telefontid> builder)
    {
        builder.ToTable("Telefontider");
        builder.Ignore(t => t.Tid);
        builder.HasIndex(t => t.Veckodag).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Telefonundantag> builder)
    {
        builder.ToTable("Telefonundantag");
        builder.Ignore(u => u.Tid);
        builder.Property(u => u.Orsak).HasMaxLength(Telefonundantag.MaxOrsak);
        builder.HasIndex(u => u.Dag).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Kontaktkort> builder)
    {
        builder.ToTable("Kontaktkort");
        builder.Property(k => k.Ansvarsomrade).HasMaxLength(Kontaktkort.MaxAnsvarsomrade);
        builder.Property(k => k.Telefon).HasMaxLength(Konto.MaxTelefon);
        builder.Property(k => k.Epost).HasMaxLength(Konto.MaxEpost);
        builder.HasIndex(k => k.KontoId).IsUnique();
        builder.HasOne<Konto>().WithMany().HasForeignKey(k => k.KontoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OmgangConfigurations :
    IEntityTypeConfiguration<Rapporteringsomgang>, IEntityTypeConfiguration<Omgangspaminnelse>, IEntityTypeConfiguration<Omgangsutskick>, IEntityTypeConfiguration<Omgangsgrind>
{
    public void Configure(EntityTypeBuilder<Omgangsgrind> builder)
    {
        builder.ToTable("Omgangsgrindar");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasData(new Omgangsgrind());
    }

    public void Configure(EntityTypeBuilder<Rapporteringsomgang> builder)
    {
        builder.ToTable("Rapporteringsomgangar");
        builder.Property(o => o.Skolformstext).HasMaxLength(200).IsUnicode(false);
        builder.Ignore(o => o.Skolformer).Ignore(o => o.Lasaret).Ignore(o => o.Uppgift);
        builder.HasIndex(o => new { o.Lasar, o.Status });
        builder.HasOne<Konto>().WithMany().HasForeignKey(o => o.SkapadAvKontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.Paminnelser).WithOne().HasForeignKey(p => p.RapporteringsomgangId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Omgangspaminnelse> builder)
    {
        builder.ToTable("Omgangspaminnelser");
        builder.HasIndex(p => new { p.RapporteringsomgangId, p.Dag }).IsUnique();
        builder.HasIndex(p => new { p.Status, p.Dag });
    }

    public void Configure(EntityTypeBuilder<Omgangsutskick> builder)
    {
        builder.ToTable("Omgangsutskick");
        builder.HasIndex(u => new { u.OmgangspaminnelseId, u.SkolaId }).IsUnique();
        builder.HasIndex(u => u.SkolaId);
        builder.HasOne<Omgangspaminnelse>().WithMany().HasForeignKey(u => u.OmgangspaminnelseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Skola>().WithMany().HasForeignKey(u => u.SkolaId).OnDelete(DeleteBehavior.Restrict);
    }
}
