using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class IntegracaoConfiguration : IEntityTypeConfiguration<Integracao>
{
    public void Configure(EntityTypeBuilder<Integracao> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.OrganizacaoId, x.Plataforma }).IsUnique();
        builder.Property(x => x.Plataforma).EmTexto();
        builder.Property(x => x.Status).EmTexto();
        builder.Property(x => x.ModoDeDiscagem).EmTexto();
        builder.Property(x => x.Gancho).EmTexto();
        builder.Property(x => x.TokenFinal).HasMaxLength(4);
        builder.Property(x => x.BaseUrl).HasMaxLength(Integracao.BaseUrlMaximo);
        builder.Property(x => x.SipDomain).HasMaxLength(RamalVoip.SipServerMaximo);
        builder.Property(x => x.WssUrl).HasMaxLength(Integracao.BaseUrlMaximo);
        builder.Property(x => x.DominioDaConta).HasMaxLength(RamalVoip.SipServerMaximo);
        builder.Property(x => x.WssDaConta).HasMaxLength(Integracao.BaseUrlMaximo);
        builder.Property(x => x.GanchosIlegiveis).HasDefaultValue(0);
        builder.Property(x => x.TurnUsuario).HasMaxLength(Integracao.TurnMaximo);
        builder.Property(x => x.UltimoErro).HasMaxLength(300);
    }
}
