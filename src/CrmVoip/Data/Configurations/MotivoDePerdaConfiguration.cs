using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class MotivoDePerdaConfiguration : IEntityTypeConfiguration<MotivoDePerda>
{
    public void Configure(EntityTypeBuilder<MotivoDePerda> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Nome).HasMaxLength(MotivoDePerda.NomeMaximo);
    }
}
