using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Sidomdomen;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("AuditEvents");
        builder.Property(e => e.Act).HasMaxLength(60).IsUnicode(false);
        builder.Property(e => e.Objekt).HasMaxLength(40).IsUnicode(false);
        builder.Property(e => e.Why).HasMaxLength(AuditEvent.MaxWhy);
        builder.Property(e => e.Changes).HasMaxLength(4000);
        builder.HasIndex(e => new { e.SkolaId, e.Tid });
        builder.HasIndex(e => new { e.Objekt, e.ObjektId });
        // CSN's search over everybody's acts, newest first: by person, by act, or by time alone.
        builder.HasIndex(e => new { e.KontoId, e.Tid });
        builder.HasIndex(e => new { e.Act, e.Tid });
        builder.HasIndex(e => e.Tid);
    }
}

internal sealed class VisningConfiguration : IEntityTypeConfiguration<Visning>
{
    public void Configure(EntityTypeBuilder<Visning> builder)
    {
        builder.ToTable("Visningar");
        builder.Property(v => v.Objekt).HasMaxLength(40).IsUnicode(false);
        builder.Property(v => v.Sida).HasMaxLength(Visning.MaxSida).IsUnicode(false);
        builder.HasIndex(v => new { v.Objekt, v.ObjektId });
        builder.HasIndex(v => v.Tid);
        builder.HasIndex(v => new { v.KontoId, v.Tid });
        builder.HasIndex(v => new { v.SkolaId, v.Tid });
    }
}

internal sealed class UtgaendeMejlConfiguration : IEntityTypeConfiguration<UtgaendeMejl>
{
    public void Configure(EntityTypeBuilder<UtgaendeMejl> builder)
    {
        builder.ToTable("UtgaendeMejl");
        builder.Property(m => m.Till).HasMaxLength(254);
        builder.Property(m => m.Amne).HasMaxLength(UtgaendeMejl.MaxAmne);
        builder.Property(m => m.Text).HasMaxLength(UtgaendeMejl.MaxText);
        builder.Property(m => m.SenasteFel).HasMaxLength(500);
        // What stood in the outbox before there were secret mails.
        builder.Property(m => m.Slag).HasDefaultValue(Mejlslag.Vanligt);
        builder.HasIndex(m => new { m.Status, m.NastaForsok });
        builder.HasIndex(m => m.KontoId);
    }
}

internal sealed class DataskyddsnyckelConfiguration : IEntityTypeConfiguration<Dataskyddsnyckel>
{
    public void Configure(EntityTypeBuilder<Dataskyddsnyckel> builder)
    {
        builder.ToTable("Dataskyddsnycklar");
        builder.Property(n => n.Namn).HasMaxLength(200);
    }
}

internal sealed class SidsvarConfiguration : IEntityTypeConfiguration<Sidsvar>
{
    public void Configure(EntityTypeBuilder<Sidsvar> builder)
    {
        builder.ToTable("Sidsvar");
        builder.Property(s => s.Sida).HasMaxLength(Sidsvar.MaxSida);
        builder.Property(s => s.Nyckel).HasMaxLength(32).IsUnicode(false);
        builder.Property(s => s.Kommentar).HasMaxLength(Sidsvar.MaxKommentar);
        builder.HasIndex(s => s.Nyckel).IsUnique();
        builder.HasIndex(s => new { s.Sida, s.Dag });
        builder.HasIndex(s => s.Dag);
    }
}
