using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Core.Data.Configurations;

// What is public: read by anyone, of all schools, and so without a school's filter. Keys are given when it is made.
internal sealed class UtbudspostConfiguration : IEntityTypeConfiguration<Utbudspost>
{
    /// <summary>Education, tab, school: as long as they are let be (<see cref="Utbudsunderlag"/>).</summary>
    public const int MaxNyckel = 70;

    public void Configure(EntityTypeBuilder<Utbudspost> builder)
    {
        builder.ToTable("Utbudsposter");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Skolkod).HasMaxLength(8).IsUnicode(false);
        builder.Property(p => p.Skola).HasMaxLength(Skola.MaxNamn);
        builder.Property(p => p.Ort).HasMaxLength(Skola.MaxOrt);
        builder.Property(p => p.Namn).HasMaxLength(Utbildningsuppgift.MaxNamn);
        builder.Property(p => p.Kod).HasMaxLength(Utbildningsuppgift.MaxKod);
        builder.Property(p => p.Sorteringsnyckel).HasMaxLength(MaxNyckel).ArFoldad();
        builder.Property(p => p.Sokord).HasMaxLength(800).ArFoldad();
        builder.Ignore(p => p.Rubrik);
        builder.Ignore(p => p.Adress);
        builder.HasIndex(p => new { p.Sorteringsnyckel, p.Id });
        builder.HasIndex(p => new { p.Skolkod, p.UtbildningId });
        builder.HasIndex(p => p.SkolaId);
        builder.HasMany(p => p.Tider).WithOne().HasForeignKey(t => t.UtbudspostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany<Utbudsord>().WithOne().HasForeignKey(o => o.UtbudspostId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UtbudstidConfiguration : IEntityTypeConfiguration<Utbudstid>
{
    public void Configure(EntityTypeBuilder<Utbudstid> builder)
    {
        builder.ToTable("Utbudstider");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Ignore(t => t.Period);
        builder.Ignore(t => t.Uppehall);
        builder.HasIndex(t => new { t.UtbudspostId, t.ForstaDag });
    }
}

internal sealed class UtbudsordConfiguration : IEntityTypeConfiguration<Utbudsord>
{
    public void Configure(EntityTypeBuilder<Utbudsord> builder)
    {
        builder.ToTable("Utbudsord");
        builder.HasKey(o => new { o.Term, o.Sorteringsnyckel, o.UtbudspostId });
        builder.Property(o => o.Term).HasMaxLength(Utbudsord.MaxTerm).ArFoldad();
        builder.Property(o => o.Sorteringsnyckel).HasMaxLength(UtbudspostConfiguration.MaxNyckel).ArFoldad();
    }
}

internal sealed class UtbudsutgavaConfiguration : IEntityTypeConfiguration<Utbudsutgava>
{
    public void Configure(EntityTypeBuilder<Utbudsutgava> builder)
    {
        builder.ToTable("Utbudsutgavor");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasData(new Utbudsutgava());
    }
}
