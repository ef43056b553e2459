using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class KontoConfiguration : IEntityTypeConfiguration<Konto>
{
    public void Configure(EntityTypeBuilder<Konto> builder)
    {
        builder.ToTable("Konton");
        // Identity's own lockout reads the real clock; ours is Inloggningssparr (design decision 5).
        builder.Ignore(k => k.LockoutEnd).Ignore(k => k.LockoutEnabled).Ignore(k => k.AccessFailedCount);
        builder.Property(k => k.UserName).HasMaxLength(Konto.MaxAnvandarnamn);
        builder.Property(k => k.NormalizedUserName).HasMaxLength(Konto.MaxAnvandarnamn);
        builder.Property(k => k.Email).HasMaxLength(Konto.MaxEpost);
        builder.Property(k => k.NormalizedEmail).HasMaxLength(Konto.MaxEpost);
        builder.Property(k => k.PhoneNumber).HasMaxLength(Konto.MaxTelefon);
        builder.Property(k => k.PasswordHash).HasMaxLength(400);
        builder.Property(k => k.SecurityStamp).HasMaxLength(64);
        builder.Property(k => k.ConcurrencyStamp).HasMaxLength(64);
        builder.Property(k => k.Namn).HasMaxLength(Konto.MaxNamn);
        builder.HasIndex(k => k.NormalizedUserName).IsUnique().HasDatabaseName("IX_Konton_Anvandarnamn");
        builder.HasIndex(k => k.NormalizedEmail).IsUnique().HasDatabaseName("IX_Konton_Epost");
        builder.HasIndex(k => k.Personnummer).IsUnique();
        builder.HasOne<Skola>().WithMany().HasForeignKey(k => k.SenasteSkolaId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IdentityTabeller :
    IEntityTypeConfiguration<IdentityUserClaim<long>>,
    IEntityTypeConfiguration<IdentityUserLogin<long>>,
    IEntityTypeConfiguration<IdentityUserToken<long>>,
    IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder)
    {
        builder.ToTable("Kontoansprak");
        builder.Property(c => c.ClaimType).HasMaxLength(256);
        builder.Property(c => c.ClaimValue).HasMaxLength(1024);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
    {
        builder.ToTable("Kontoinloggningar");
        builder.Property(l => l.LoginProvider).HasMaxLength(128);
        builder.Property(l => l.ProviderKey).HasMaxLength(128);
        builder.Property(l => l.ProviderDisplayName).HasMaxLength(256);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
    {
        builder.ToTable("Kontotecken");
        builder.Property(t => t.LoginProvider).HasMaxLength(128);
        builder.Property(t => t.Name).HasMaxLength(128);
        builder.Property(t => t.Value).HasMaxLength(1024);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> builder)
    {
        builder.ToTable("Passernycklar");
        builder.HasKey(p => p.CredentialId);
        // 850 bytes: the largest key an index of SQL Server 2019 takes beside its row's overhead (limit 900).
        builder.Property(p => p.CredentialId).HasMaxLength(850);
        builder.HasIndex(p => p.UserId);
        builder.HasOne<Konto>().WithMany().HasForeignKey(p => p.UserId);
        builder.OwnsOne(
            p => p.Data,
            data =>
            {
                data.Property(d => d.PublicKey).HasMaxLength(1024);
                data.Property(d => d.Name).HasMaxLength(120);
                data.Property(d => d.AttestationObject);
                data.Property(d => d.ClientDataJson);
                data.Property(d => d.Transports).HasConversion(
                    lista => lista == null ? null : string.Join(',', lista),
                    text => text == null ? null : text.Split(',', StringSplitOptions.RemoveEmptyEntries),
                    new ArrayStructuralComparer<string>()).HasMaxLength(200);
                // SQLite cannot compare DateTimeOffset; it is never compared, and ticks keep it exact on both engines.
                data.Property(d => d.CreatedAt).HasConversion(tid => tid.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
            });
        builder.Navigation(p => p.Data).IsRequired();
        builder.Property<DateTime>(PassernyckelKolumner.Tillagd);
        builder.Property<DateTime?>(PassernyckelKolumner.SenastAnvand);
    }
}

internal sealed class BehorighetConfiguration : IEntityTypeConfiguration<Behorighet>
{
    public void Configure(EntityTypeBuilder<Behorighet> builder)
    {
        builder.ToTable("Behorigheter");
        builder.HasOne<Konto>().WithMany().HasForeignKey(b => b.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Skola>().WithMany().HasForeignKey(b => b.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.KontoId, b.SkolaId, b.Slag }).IsUnique();
        // The one above does not see two rows without a school.
        builder.HasIndex(b => new { b.KontoId, b.Slag }).IsUnique().HasFilter("SkolaId IS NULL").HasDatabaseName("IX_Behorigheter_Csn");
        builder.HasIndex(b => new { b.SkolaId, b.Slag });
    }
}

internal sealed class SkolanvandareConfigurations : IEntityTypeConfiguration<Skolanvandare>, IEntityTypeConfiguration<Kontobrev>
{
    public void Configure(EntityTypeBuilder<Skolanvandare> builder)
    {
        builder.ToTable("Skolanvandare");
        builder.HasOne<Skola>().WithMany().HasForeignKey(a => a.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(a => a.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.SkolaId, a.KontoId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Kontobrev> builder)
    {
        builder.ToTable("Kontobrev");
        builder.Property(b => b.Utskriftsnyckel).HasMaxLength(32).IsUnicode(false);
        builder.HasIndex(b => b.Utskriftsnyckel);
        builder.HasOne<Skola>().WithMany().HasForeignKey(b => b.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Konto>().WithMany().HasForeignKey(b => b.KontoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.SkolaId, b.KontoId });
        builder.HasIndex(b => new { b.Skickad, b.Skapad });
        builder.HasIndex(b => new { b.EngangslosenordSkickat, b.EngangslosenordTidigast });
    }
}

internal sealed class AdministrationConfigurations : IEntityTypeConfiguration<Attestering>, IEntityTypeConfiguration<Administratorsbyte>
{
    public void Configure(EntityTypeBuilder<Attestering> builder)
    {
        builder.ToTable("Attesteringar");
        builder.HasOne<Skola>().WithMany().HasForeignKey(a => a.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.SkolaId, a.Start }).IsUnique();
        builder.HasIndex(a => a.Status);
    }

    public void Configure(EntityTypeBuilder<Administratorsbyte> builder)
    {
        builder.ToTable("Administratorsbyten");
        builder.Property(b => b.Sandningsnyckel).HasMaxLength(32).IsUnicode(false);
        builder.Property(b => b.Namn).HasMaxLength(Konto.MaxNamn);
        builder.Property(b => b.Epost).HasMaxLength(Konto.MaxEpost);
        builder.Property(b => b.Telefon).HasMaxLength(Konto.MaxTelefon);
        builder.Property(b => b.RektorNamn).HasMaxLength(Konto.MaxNamn);
        builder.Property(b => b.RektorEpost).HasMaxLength(Konto.MaxEpost);
        builder.Property(b => b.LankHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(b => b.SigneratNamn).HasMaxLength(Konto.MaxNamn);
        builder.Property(b => b.Avslagsskal).HasMaxLength(Administratorsbyte.MaxSkal);
        builder.HasOne<Skola>().WithMany().HasForeignKey(b => b.SkolaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => b.SkolaId);
        builder.HasIndex(b => b.Sandningsnyckel).IsUnique();
        builder.HasIndex(b => b.LankHash).IsUnique();
        builder.HasIndex(b => b.Status);
    }
}

internal sealed class InloggningConfigurations :
    IEntityTypeConfiguration<Inloggningssession>,
    IEntityTypeConfiguration<Inloggningssparr>,
    IEntityTypeConfiguration<Engangskod>,
    IEntityTypeConfiguration<Kodsparr>,
    IEntityTypeConfiguration<Sokning>,
    IEntityTypeConfiguration<Sparatformular>
{
    public void Configure(EntityTypeBuilder<Inloggningssession> builder)
    {
        builder.ToTable("Inloggningssessioner");
        builder.Property(s => s.NyckelHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(s => s.NyckelHash).IsUnique();
        builder.HasIndex(s => s.KontoId);
        builder.HasIndex(s => s.SenastAktiv);
        builder.Property(s => s.Satt).HasDefaultValue(Inloggningssatt.BaraLosenord);
        builder.Property(s => s.Webblasare).HasMaxLength(Webblasarnamn.MaxLangd);
        builder.HasOne<Konto>().WithMany().HasForeignKey(s => s.KontoId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Inloggningssparr> builder)
    {
        builder.ToTable("Inloggningssparrar");
        builder.HasKey(s => s.Nyckel);
        builder.Property(s => s.Nyckel).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(s => s.SenastForsok);
    }

    public void Configure(EntityTypeBuilder<Engangskod> builder)
    {
        builder.ToTable("Engangskoder");
        builder.Property(k => k.NyckelHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(k => k.Anvandarnyckel).HasMaxLength(64).IsUnicode(false);
        builder.Property(k => k.Stampel).HasMaxLength(64);
        builder.Property(k => k.Kodhash).HasMaxLength(400);
        builder.HasIndex(k => k.NyckelHash).IsUnique();
        builder.HasIndex(k => new { k.Anvandarnyckel, k.Skapad });
        builder.HasIndex(k => k.Skapad);
        builder.HasOne<Konto>().WithMany().HasForeignKey(k => k.KontoId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Kodsparr> builder)
    {
        builder.ToTable("Kodsparrar");
        builder.HasKey(s => s.Nyckel);
        builder.Property(s => s.Nyckel).HasMaxLength(64).IsUnicode(false);
    }

    public void Configure(EntityTypeBuilder<Sokning> builder)
    {
        builder.ToTable("Sokningar");
        builder.Property(s => s.Nyckel).HasMaxLength(32).IsUnicode(false);
        builder.Property(s => s.Text).HasMaxLength(Sokning.MaxText);
        builder.HasIndex(s => new { s.SessionId, s.Nyckel }).IsUnique();
        builder.HasOne<Inloggningssession>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Sparatformular> builder)
    {
        builder.ToTable("Sparadeformular");
        builder.Property(s => s.Nyckel).HasMaxLength(32).IsUnicode(false);
        builder.Property(s => s.Sokvag).HasMaxLength(400);
        builder.HasIndex(s => s.Nyckel).IsUnique();
        builder.HasIndex(s => s.Tid);
        builder.HasOne<Konto>().WithMany().HasForeignKey(s => s.KontoId).OnDelete(DeleteBehavior.Cascade);
    }
}
