using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class ExigenciaDeSegundoFatorConfiguration : IEntityTypeConfiguration<ExigenciaDeSegundoFator>
{
    public void Configure(EntityTypeBuilder<ExigenciaDeSegundoFator> builder)
    {
        builder.HasKey(e => new { e.OrganizacaoId, e.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(e => e.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.OrganizacaoId, e.Papel }).IsUnique();
        builder.Property(e => e.Papel).EmTexto();
    }
}
