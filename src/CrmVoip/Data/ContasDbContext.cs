using CrmVoip.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Accounts and keys, which belong to no organization. Connects as crm_auth; crm_app has no grant here.</summary>
public sealed class ContasDbContext(DbContextOptions<ContasDbContext> options)
    : IdentityUserContext<Usuario, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<EventoDeConta> EventosDeConta => Set<EventoDeConta>();

    public DbSet<PedidoDeRecuperacao> PedidosDeRecuperacao => Set<PedidoDeRecuperacao>();

    public DbSet<CanarioDoCofre> CanariosDoCofre => Set<CanarioDoCofre>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        builder.Entity<Usuario>(usuario =>
        {
            usuario.ToTable("usuarios");
            usuario.Property(u => u.Nome).HasMaxLength(Usuario.NomeMaximo);
            usuario.Property(u => u.UltimaOrganizacao).HasMaxLength(Organizacao.SlugMaximo);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("usuario_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("usuario_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("usuario_tokens");
        builder.Entity<EventoDeConta>(evento =>
        {
            evento.Property(e => e.Acao).HasMaxLength(60);
            evento.Property(e => e.Ip).HasMaxLength(60);
            evento.Property(e => e.Agente).HasMaxLength(300);
            evento.HasIndex(e => new { e.UsuarioId, e.OcorridoEm });
        });
        builder.Entity<PedidoDeRecuperacao>(pedido =>
        {
            pedido.Property(p => p.Id).ValueGeneratedNever();
            pedido.Property(p => p.Email).HasMaxLength(PedidoDeRecuperacao.EmailMaximo);
            pedido.Property(p => p.Ip).HasMaxLength(60);
            pedido.Property(p => p.Agente).HasMaxLength(300);
        });
        builder.Entity<CanarioDoCofre>().Property(c => c.Id).ValueGeneratedNever();
    }
}
