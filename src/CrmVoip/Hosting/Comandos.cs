using CrmVoip.Hosting.Demonstracao;

namespace CrmVoip.Hosting;

/// <summary>What the executable does besides serving: `certificado FILE`, `preparar`, `demonstracao`, `redefinir EMAIL`, `desligar-duas-etapas EMAIL`, `preencher`, `trabalhos [repetir|semear]`.</summary>
public static class Comandos
{
    private static readonly string[] _nomes = ["certificado", "preparar", "demonstracao", "redefinir", "desligar-duas-etapas", "preencher", "trabalhos"];

    /// <summary>Null when the arguments name no command: then the product serves. A word that is none is refused, not served.</summary>
    public static async Task<int?> ExecutarAsync(string[] args, Func<WebApplication> construir, CancellationToken ct)
    {
        var comando = args.FirstOrDefault(_nomes.Contains);
        var oque = args.SkipWhile(a => a != comando).ElementAtOrDefault(1);
        return comando switch
        {
            null when args is [var outro, ..] && !EhAjuste(outro) =>
                await RecusarAsync($"CrmVoip knows no command “{outro}”. Without one it serves; it knows {string.Join(", ", _nomes)}."),
            null => null,
            "certificado" => await CertificadoAsync(oque),
            "preparar" => await PrepararAsync(args, ct),
            _ => await NaAplicacaoAsync(comando, oque, construir, ct),
        };
    }

    // --name value, /name value, name=value
    private static bool EhAjuste(string argumento) => argumento is ['-' or '/', ..] || argumento.Contains('=', StringComparison.Ordinal);

    private static async Task<int> CertificadoAsync(string? arquivo)
    {
        if (string.IsNullOrWhiteSpace(arquivo))
        {
            return await RecusarAsync("Say where the certificate goes: CrmVoip certificado FILE");
        }

        CertificadoDoCofre.Criar(arquivo, Environment.GetEnvironmentVariable("Crm__Cofre__Senha"));
        return 0;
    }

    private static async Task<int> PrepararAsync(string[] args, CancellationToken ct)
    {
        await Preparacao.ExecutarAsync(WebApplication.CreateBuilder(Pastas.Opcoes(args)).Configuration, ct);
        return 0;
    }

    private static async Task<int> NaAplicacaoAsync(string comando, string? oque, Func<WebApplication> construir, CancellationToken ct)
    {
        await using var app = construir();
        await using var escopo = app.Services.CreateAsyncScope();
        var services = escopo.ServiceProvider;
        switch (comando)
        {
            case "redefinir":
                return await services.GetRequiredService<LinkDoOperador>().EscreverAsync(oque, Console.Out, ct);
            case "desligar-duas-etapas":
                return await services.GetRequiredService<SegundoFatorDoOperador>().DesligarAsync(oque, Console.Out, ct);
            case "preencher":
                return await services.GetRequiredService<PreenchimentoDoOperador>().ExecutarAsync(Console.Out, ct);
            case "trabalhos":
                return await services.GetRequiredService<TrabalhosDoOperador>().ExecutarAsync(oque, Console.Out, ct);
            default:
                await services.GetRequiredService<DadosDeDemonstracao>().SemearAsync(ct);
                return 0;
        }
    }

    private static async Task<int> RecusarAsync(string frase)
    {
        await Console.Error.WriteLineAsync(frase);
        return RecusasDePartida.Uso;
    }
}
