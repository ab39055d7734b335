using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Hosting;

/// <summary>Migrates both contexts as the owner (ConnectionStrings:Dono), then seals the vault's canary as the application.</summary>
public static class Preparacao
{
    public const string Falta = "The database is not prepared for this version: run `CrmVoip preparar` first.";

    public static async Task ExecutarAsync(IConfiguration configuracao, CancellationToken ct)
    {
        var dono = configuracao.ConexaoExigida("Dono");
        await AcessoAoBanco.TentarAsync("Dono", dono, () => MigrarAsync(dono, ct));

        await using var provedor = ServicosMinimos(configuracao);
        await using var escopo = provedor.CreateAsyncScope();
        await AcessoAoBanco.TentarAsync("Contas", configuracao.ConexaoExigida("Contas"), () => SelarCanarioAsync(escopo.ServiceProvider, ct));
    }

    /// <summary>Data and vault, without the web.</summary>
    public static ServiceProvider ServicosMinimos(IConfiguration configuracao)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(configuracao);
        services.AddDados(configuracao);
        services.AddCofre(configuracao.OpcoesDoCrm().Cofre);
        return services.BuildServiceProvider();
    }

    private static async Task MigrarAsync(string dono, CancellationToken ct)
    {
        var contasOptions = new DbContextOptionsBuilder<ContasDbContext>();
        contasOptions.UsarContas(dono);
        await using var contas = new ContasDbContext(contasOptions.Options);
        await contas.Database.MigrateAsync(ct);
        await contas.MostrarMigracoesAsync("crm_auth", DataExtensions.HistoricoContas, ct);

        var crmOptions = new DbContextOptionsBuilder<CrmDbContext>();
        crmOptions.UsarCrm(dono);
        await using var crm = new CrmDbContext(crmOptions.Options, new OrganizacaoAtual());
        var nova = !(await crm.Database.GetAppliedMigrationsAsync(ct)).Any();
        await crm.Database.MigrateAsync(ct);
        if (nova)
        {
            await crm.EstrearAsync(ct);
        }

        await crm.MostrarMigracoesAsync("crm_app", DataExtensions.HistoricoCrm, ct);
    }

    private static async Task SelarCanarioAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<ContasDbContext>();
        if (!await db.CanariosDoCofre.AnyAsync(ct))
        {
            var cifrado = services.GetRequiredService<ICofre>().Cifrar(ConferenciaDoCofre.LugarDoCanario, CanarioDoCofre.Texto);
            db.Add(new CanarioDoCofre(cifrado));
            await db.SaveChangesAsync(ct);
        }
    }
}
