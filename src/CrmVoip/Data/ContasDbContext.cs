using CrmVoip.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Accounts and keys, which belong to no organization. Connects as crm_auth; crm_app has no grant here.</summary>
public sealed class ContasDbContext(DbContextOptions<ContasDbContext> options)
    : IdentityUserContext<Usuario, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, ChaveDeAcesso>(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<EventoDeConta> EventosDeConta => Set<EventoDeConta>();

    public DbSet<PedidoDeRecuperacao> PedidosDeRecuperacao => Set<PedidoDeRecuperacao>();

    public DbSet<Sessao> Sessoes => Set<Sessao>();

    public DbSet<SenhasErradas> SenhasErradas => Set<SenhasErradas>();

    public DbSet<PedidoDeConta> PedidosDeConta => Set<PedidoDeConta>();

    public DbSet<CotaDoDia> CotasDoDia => Set<CotaDoDia>();

    public DbSet<Autenticador> Autenticadores => Set<Autenticador>();

    public DbSet<CodigoDeRecuperacao> CodigosDeRecuperacao => Set<CodigoDeRecuperacao>();

    public DbSet<ChaveDeAcesso> ChavesDeAcesso => Set<ChaveDeAcesso>();

    public DbSet<CanarioDoCofre> CanariosDoCofre => Set<CanarioDoCofre>();

    public DbSet<ContagemDeLimite> ContagensDeLimite => Set<ContagemDeLimite>();

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
        // What version 3 of Identity's schema adds, said here: "dotnet ef" does not see the options that would ask for it.
        builder.Entity<ChaveDeAcesso>(chave =>
        {
            chave.ToTable("chaves_de_acesso");
            chave.HasKey(c => c.CredentialId);
            chave.Property(c => c.CredentialId).HasMaxLength(1024);
            chave.OwnsOne(c => c.Data).ToJson("dados");
            chave.HasOne<Usuario>().WithMany().HasForeignKey(c => c.UserId).IsRequired();
        });
        builder.Entity<Autenticador>(autenticador =>
        {
            autenticador.HasKey(a => a.UsuarioId);
            autenticador.HasOne<Usuario>().WithOne().HasForeignKey<Autenticador>(a => a.UsuarioId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CodigoDeRecuperacao>(codigo =>
        {
            codigo.HasKey(c => new { c.UsuarioId, c.Resumo });
            codigo.HasOne<Usuario>().WithMany().HasForeignKey(c => c.UsuarioId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<EventoDeConta>(evento =>
        {
            evento.Property(e => e.Acao).HasMaxLength(60);
            evento.Property(e => e.Ip).HasMaxLength(60);
            evento.Property(e => e.Agente).HasMaxLength(300);
            evento.HasIndex(e => new { e.UsuarioId, e.OcorridoEm });
            evento.HasIndex(e => e.OcorridoEm);
        });
        builder.Entity<PedidoDeRecuperacao>(pedido =>
        {
            pedido.Property(p => p.Id).ValueGeneratedNever();
            pedido.Property(p => p.Email).HasMaxLength(PedidoDeRecuperacao.EmailMaximo);
            pedido.Property(p => p.Ip).HasMaxLength(60);
            pedido.Property(p => p.Agente).HasMaxLength(300);
        });
        builder.Entity<Sessao>(sessao =>
        {
            sessao.ToTable("sessoes");
            sessao.Property(s => s.Id).ValueGeneratedNever();
            sessao.Property(s => s.Ip).HasMaxLength(60);
            sessao.Property(s => s.Agente).HasMaxLength(300);
            sessao.HasIndex(s => new { s.UsuarioId, s.CriadaEm });
            sessao.HasIndex(s => s.UsadaEm);
            sessao.HasOne<Usuario>().WithMany().HasForeignKey(s => s.UsuarioId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SenhasErradas>(erradas =>
        {
            erradas.ToTable("senhas_erradas");
            erradas.HasKey(e => new { e.ContaId, e.Lugar });
            erradas.Property(e => e.Lugar).HasMaxLength(Domain.SenhasErradas.LugarMaximo);
            erradas.HasIndex(e => e.UltimaEm);
        });
        builder.Entity<ContagemDeLimite>(contagem =>
        {
            contagem.HasKey(c => c.Chave);
            contagem.Property(c => c.Chave).HasMaxLength(ContagemDeLimite.ChaveMaximo);
            contagem.HasIndex(c => c.TerminaEm);
        });
        builder.Entity<PedidoDeConta>(pedido =>
        {
            pedido.Property(p => p.Id).ValueGeneratedNever();
            pedido.Property(p => p.Email).HasMaxLength(PedidoDeConta.EmailMaximo);
            pedido.Property(p => p.Nome).HasMaxLength(Usuario.NomeMaximo);
            pedido.Property(p => p.Organizacao).HasMaxLength(Organizacao.NomeMaximo);
            pedido.Property(p => p.Slug).HasMaxLength(Organizacao.SlugMaximo);
        });
        builder.Entity<CotaDoDia>(cota =>
        {
            cota.HasKey(c => new { c.Dia, c.Chave });
            cota.Property(c => c.Chave).HasMaxLength(CotaDoDia.ChaveMaximo);
        });
        builder.Entity<CanarioDoCofre>().Property(c => c.Id).ValueGeneratedNever();
    }
}
