using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Hosting.Demonstracao;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Hosting;

/// <summary>What the executable does besides serving: `certificado FILE`, `preparar`, `demonstracao`.</summary>
public static class Comandos
{
    /// <summary>Null when the arguments name no command: then the product serves.</summary>
    public static async Task<int?> ExecutarAsync(string[] args, Func<WebApplication> construir, CancellationToken ct)
    {
        switch (args.FirstOrDefault(a => !a.StartsWith('-')))
        {
            case "certificado":
                CertificadoDoCofre.Criar(args[1], Environment.GetEnvironmentVariable("Crm__Cofre__Senha"));
                return 0;
            case "preparar":
                await using (var app = construir())
                {
                    await PrepararAsync(app, ct);
                }

                return 0;
            case "demonstracao":
                await using (var app = construir())
                {
                    await using var escopo = app.Services.CreateAsyncScope();
                    await escopo.ServiceProvider.GetRequiredService<DadosDeDemonstracao>().SemearAsync(ct);
                }

                return 0;
            default:
                return null;
        }
    }

    /// <summary>Migrates both contexts as the owner, then seals the vault's canary as the application.</summary>
    public static async Task PrepararAsync(WebApplication app, CancellationToken ct)
    {
        var dono = app.Configuration.ConexaoExigida("Dono");
        var contasOptions = new DbContextOptionsBuilder<ContasDbContext>();
        contasOptions.UsarContas(dono);
        await using (var contas = new ContasDbContext(contasOptions.Options))
        {
            await contas.Database.MigrateAsync(ct);
        }

        var crmOptions = new DbContextOptionsBuilder<CrmDbContext>();
        crmOptions.UsarCrm(dono);
        await using (var crm = new CrmDbContext(crmOptions.Options, new OrganizacaoAtual()))
        {
            await crm.Database.MigrateAsync(ct);
        }

        await using var escopo = app.Services.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<ContasDbContext>();
        if (!await db.CanariosDoCofre.AnyAsync(ct))
        {
            var cofre = escopo.ServiceProvider.GetRequiredService<ICofre>();
            db.Add(new CanarioDoCofre(cofre.Cifrar(VerificacaoDePartida.LugarDoCanario, CanarioDoCofre.Texto)));
            await db.SaveChangesAsync(ct);
        }
    }
}
