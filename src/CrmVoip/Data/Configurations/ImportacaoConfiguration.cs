using CrmVoip.Domain;
using CrmVoip.Domain.Importacoes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class ImportacaoConfiguration : IEntityTypeConfiguration<Importacao>
{
    public void Configure(EntityTypeBuilder<Importacao> builder)
    {
        builder.ToTable("importacoes");
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Nome).HasMaxLength(Importacao.NomeMaximo);
        builder.Property(x => x.Origem).EmTexto();
        builder.Property(x => x.Estado).EmTexto();
        builder.Property(x => x.Repetida).EmTexto();
        builder.Ignore(x => x.EmCurso).Ignore(x => x.EmPreparo).Ignore(x => x.PodeDesfazer).Ignore(x => x.Andamento).Ignore(x => x.PrimeiraDeDados);
        builder.HasIndex(x => new { x.OrganizacaoId, x.CriadaEm, x.Id });
        builder.HasOne(x => x.Usuario).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.UsuarioId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class LinhaDaImportacaoConfiguration : IEntityTypeConfiguration<LinhaDaImportacao>
{
    public void Configure(EntityTypeBuilder<LinhaDaImportacao> builder)
    {
        builder.ToTable("linhas_da_importacao");
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ImportacaoId, x.Numero }).IsUnique();
        builder.Property(x => x.Destino).EmTexto();
        builder.Property(x => x.Motivo).HasMaxLength(LinhaDaImportacao.MotivoMaximo);
        builder.HasIndex(x => new { x.OrganizacaoId, x.ImportacaoId, x.Destino, x.Numero });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ImportacaoId, x.ContatoId });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Importacao>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ImportacaoId })
            .HasPrincipalKey(i => new { i.OrganizacaoId, i.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
