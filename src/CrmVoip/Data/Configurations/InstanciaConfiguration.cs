using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class InstanciaConfiguration : IEntityTypeConfiguration<Instancia>
{
    public void Configure(EntityTypeBuilder<Instancia> builder)
    {
        builder.ToTable("instancias");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.IniciadaEm).HasDefaultValueSql("now()");
        builder.Property(x => x.BatidaEm).HasDefaultValueSql("now()");
    }
}
