using System.Reflection;
using CrmVoip.Domain;
using CrmVoip.Domain.Busca;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Everything that belongs to organizations. Connects as crm_app, which row-level security binds.</summary>
public sealed class CrmDbContext : DbContext, IContextoDaOrganizacao
{
    public const string FiltroDaOrganizacao = "tenant";
    public const string FiltroVigente = "vigente";

    public CrmDbContext(DbContextOptions<CrmDbContext> options, OrganizacaoAtual organizacao)
        : base(options)
    {
        Organizacao = organizacao;

        // Without a transaction there is no tenant: a single-statement save must open one too.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    public OrganizacaoAtual Organizacao { get; }

    public DbSet<Organizacao> Organizacoes => Set<Organizacao>();

    public DbSet<Membro> Membros => Set<Membro>();

    public DbSet<ExigenciaDeSegundoFator> ExigenciasDeSegundoFator => Set<ExigenciaDeSegundoFator>();

    public DbSet<Convite> Convites => Set<Convite>();

    public DbSet<Integracao> Integracoes => Set<Integracao>();

    public DbSet<RamalVoip> RamaisVoip => Set<RamalVoip>();

    public DbSet<RamalVoipSegredo> RamaisVoipSegredos => Set<RamalVoipSegredo>();

    public DbSet<Contato> Contatos => Set<Contato>();

    public DbSet<TelefoneDoContato> TelefonesDoContato => Set<TelefoneDoContato>();

    public DbSet<Importacao> Importacoes => Set<Importacao>();

    public DbSet<LinhaDaImportacao> LinhasDaImportacao => Set<LinhaDaImportacao>();

    public DbSet<Funil> Funis => Set<Funil>();

    public DbSet<Etapa> Etapas => Set<Etapa>();

    public DbSet<Oportunidade> Oportunidades => Set<Oportunidade>();

    public DbSet<Tarefa> Tarefas => Set<Tarefa>();

    public DbSet<ContagemDoFunil> ContagensDoFunil => Set<ContagemDoFunil>();

    public DbSet<TermoDeBusca> TermosDeBusca => Set<TermoDeBusca>();

    public DbSet<MotivoDePerda> MotivosDePerda => Set<MotivoDePerda>();

    public DbSet<Ligacao> Ligacoes => Set<Ligacao>();

    public DbSet<LigacaoEvento> LigacaoEventos => Set<LigacaoEvento>();

    public DbSet<RegistroDoProvedor> RegistrosDoProvedor => Set<RegistroDoProvedor>();

    public DbSet<IdDoRegistro> IdsDosRegistros => Set<IdDoRegistro>();

    public DbSet<LeituraDoProvedor> LeiturasDoProvedor => Set<LeituraDoProvedor>();

    public DbSet<RamalTitular> RamaisTitulares => Set<RamalTitular>();

    public DbSet<Instancia> Instancias => Set<Instancia>();

    public DbSet<Nota> Notas => Set<Nota>();

    public DbSet<Recado> Recados => Set<Recado>();

    public DbSet<ResultadoDeLigacao> ResultadosDeLigacao => Set<ResultadoDeLigacao>();

    public DbSet<EventoDoProvedor> EventosDoProvedor => Set<EventoDoProvedor>();

    public DbSet<AuditLog> AuditLog => Set<AuditLog>();

    private Guid? TenantId => Organizacao.Id;

    /// <summary>Together with the terms by which the rows are found, and the word to all instances that a connection changed.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var termos = ChangeTracker.Dobrar();
        var conexao = ChangeTracker.MudouConexao();
        return termos.Count == 0 && !conexao ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : Database.CurrentTransaction is null ? this.EmTransacaoAsync(JuntoAsync, cancellationToken)
            : JuntoAsync();

        async Task<int> JuntoAsync()
        {
            var linhas = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (termos.Count > 0)
            {
                await this.GravarTermosAsync(termos, cancellationToken);
            }

            if (conexao)
            {
                await this.ContarDaConexaoAsync(cancellationToken);
            }

            return linhas;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(
            typeof(CrmDbContext).Assembly,
            tipo => tipo.Namespace == "CrmVoip.Data.Configurations");
        modelBuilder.Model.ConferirEnums();
        var filtrar = typeof(CrmDbContext).GetMethod(nameof(Filtrar), BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var tipo in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(IDaOrganizacao).IsAssignableFrom))
        {
            filtrar.MakeGenericMethod(tipo).Invoke(this, [modelBuilder]);
        }
    }

    private void Filtrar<TEntidade>(ModelBuilder modelBuilder)
        where TEntidade : class, IDaOrganizacao =>
        modelBuilder.Entity<TEntidade>().HasQueryFilter(FiltroDaOrganizacao, e => e.OrganizacaoId == TenantId);
}
