using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrmVoip.Data.Configurations;

public sealed class ResultadoDeLigacaoConfiguration : IEntityTypeConfiguration<ResultadoDeLigacao>
{
    public void Configure(EntityTypeBuilder<ResultadoDeLigacao> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Nome).HasMaxLength(ResultadoDeLigacao.NomeMaximo);
        builder.Ignore(x => x.Relevante).Ignore(x => x.Efeito).Ignore(x => x.Efeitos);
        builder.Property<bool?>("_relevante").HasColumnName("relevante");
        builder.Property<EfeitoNoNumero?>("_efeito").HasColumnName("efeito").EmTexto();
        builder.PrimitiveCollection(x => x.SugeridoPara)
            .ElementType(e => e.HasConversion(new ValueConverter<StatusDaLigacao, string>(
                v => EnumEmTexto.Texto(v), t => EnumEmTexto.Valor<StatusDaLigacao>(t))));
    }
}
