using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class OrganizacaoConfiguration : IEntityTypeConfiguration<Organizacao>
{
    public void Configure(EntityTypeBuilder<Organizacao> builder)
    {
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Slug).HasMaxLength(Organizacao.SlugMaximo);
        builder.Property(o => o.Nome).HasMaxLength(Organizacao.NomeMaximo);
        builder.Property(o => o.FusoHorario).HasMaxLength(60);
        builder.HasIndex(o => o.Slug).IsUnique().HasDatabaseName(Organizacao.SlugIndice);
    }
}
