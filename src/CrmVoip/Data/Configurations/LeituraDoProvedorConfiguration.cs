using CrmVoip.Domain;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class LeituraDoProvedorConfiguration : IEntityTypeConfiguration<LeituraDoProvedor>
{
    public void Configure(EntityTypeBuilder<LeituraDoProvedor> builder)
    {
        builder.ToTable("leituras_do_provedor");
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Fonte).EmTexto();
        builder.Property(x => x.Resumo).HasMaxLength(LeituraDoProvedor.ResumoTamanho);
        builder.Property(x => x.Dados).EmJson();
        builder.HasIndex(x => new { x.OrganizacaoId, x.RegistroId, x.Fonte, x.Resumo }).IsUnique().HasDatabaseName(LeituraDoProvedor.ResumoIndice);
        builder.HasIndex(x => new { x.OrganizacaoId, x.VistaEm });
        builder.HasOne<RegistroDoProvedor>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.RegistroId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
