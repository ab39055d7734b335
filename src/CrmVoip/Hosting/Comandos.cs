using CrmVoip.Hosting.Demonstracao;

namespace CrmVoip.Hosting;

/// <summary>What the executable does besides serving: `certificado FILE`, `preparar`, `demonstracao`, `redefinir EMAIL`, `preencher`, `trabalhos [repetir|semear]`.</summary>
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
                await Preparacao.ExecutarAsync(WebApplication.CreateBuilder(args).Configuration, ct);
                return 0;
            case "demonstracao":
                await using (var app = construir())
                {
                    await using var escopo = app.Services.CreateAsyncScope();
                    await escopo.ServiceProvider.GetRequiredService<DadosDeDemonstracao>().SemearAsync(ct);
                }

                return 0;
            case "redefinir":
                await using (var app = construir())
                {
                    await using var escopo = app.Services.CreateAsyncScope();
                    return await escopo.ServiceProvider.GetRequiredService<LinkDoOperador>().EscreverAsync(args.ElementAtOrDefault(1), Console.Out, ct);
                }

            case "preencher":
                await using (var app = construir())
                {
                    return await app.Services.GetRequiredService<PreenchimentoDoOperador>().ExecutarAsync(Console.Out, ct);
                }

            case "trabalhos":
                await using (var app = construir())
                {
                    return await app.Services.GetRequiredService<TrabalhosDoOperador>()
                        .ExecutarAsync(args.ElementAtOrDefault(1), Console.Out, ct);
                }

            default:
                return null;
        }
    }
}
