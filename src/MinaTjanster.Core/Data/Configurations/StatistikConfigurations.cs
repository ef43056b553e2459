using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MinaTjanster.Core.Punktlighet.Statistik;

namespace MinaTjanster.Core.Data.Configurations;

internal sealed class PubliceradStatistikConfiguration : IEntityTypeConfiguration<PubliceradStatistik>
{
    public void Configure(EntityTypeBuilder<PubliceradStatistik> builder)
    {
        builder.ToTable("PubliceradStatistik");
        builder.Property(s => s.Rad).HasMaxLength(40).IsUnicode(false);
        builder.HasIndex(s => new { s.Manad, s.Del, s.Rad }).IsUnique();
    }
}
