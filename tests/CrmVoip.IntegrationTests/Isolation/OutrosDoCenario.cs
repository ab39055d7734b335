using CrmVoip.Domain;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Further rows of an organization, for requests that use them up.</summary>
public static class OutrosDoCenario
{
    /// <summary>A further reason of loss.</summary>
    public static async Task<object> OutroMotivoAsync(this Cenario cenario, bool ativo)
    {
        var motivo = new MotivoDePerda(cenario.Organizacao.Id, $"Prazo {Guid.NewGuid():N}", 9);
        if (!ativo)
        {
            motivo.Arquivar();
        }

        await cenario.Organizacao.SalvarAsync(motivo);
        return motivo.Id;
    }

    /// <summary>A further note, about the deal or its contact.</summary>
    public static async Task<Guid> OutraNotaAsync(this Cenario cenario, bool doContato, bool retirada = false)
    {
        var nota = doContato
            ? Nota.DoContato(cenario.Organizacao.Id, cenario.Oportunidade.ContatoId, cenario.Pessoa.Id, "Prefere de manhã.", DateTimeOffset.UtcNow)
            : Nota.DaOportunidade(cenario.Organizacao.Id, cenario.Oportunidade.Id, cenario.Pessoa.Id, "Prefere de manhã.", DateTimeOffset.UtcNow);
        if (retirada)
        {
            nota.Retirar(DateTimeOffset.UtcNow);
        }

        await cenario.Organizacao.SalvarAsync(nota);
        return nota.Id;
    }

    /// <summary>A further outcome of calls.</summary>
    public static async Task<object> OutroResultadoAsync(this Cenario cenario, bool ativo)
    {
        var resultado = new ResultadoDeLigacao(cenario.Organizacao.Id, $"Visita {Guid.NewGuid():N}", 9);
        if (!ativo)
        {
            resultado.Arquivar();
        }

        await cenario.Organizacao.SalvarAsync(resultado);
        return resultado.Id;
    }

    /// <summary>An import of two rows, as far as it is asked for.</summary>
    public static async Task<object> ImportacaoAsync(this Cenario cenario, EstadoDaImportacao ate)
    {
        var importacao = new Importacao(cenario.Organizacao.Id, cenario.Pessoa.Id, "contatos.csv", OrigemDaImportacao.Csv);
        importacao.Receber(["Nome", "Telefone"], true, [CampoDaImportacao.Nome, CampoDaImportacao.Telefone], 2, (1, 2));
        LinhaDaImportacao[] linhas = [new(cenario.Organizacao.Id, importacao.Id, 1, ["Nome", "Telefone"]), new(cenario.Organizacao.Id, importacao.Id, 2, ["Rita", "(11) 96000-0078"])];
        if (ate >= EstadoDaImportacao.Analisada)
        {
            importacao.Analisar([CampoDaImportacao.Nome, CampoDaImportacao.Telefone], true, LinhaRepetida.Pular, false);
            importacao.Analisou(2, 1, 0, 0);
            importacao.TerminarAnalise();
            linhas[1].Esperar();
        }

        if (ate >= EstadoDaImportacao.Concluida)
        {
            var contato = new Contato(cenario.Organizacao.Id, "Rita");
            await cenario.Organizacao.SalvarAsync(contato);
            importacao.Importar();
            importacao.Importou(2, 1, 0, 0, 0);
            importacao.Concluir(DateTimeOffset.UtcNow);
            linhas[1].Criar(contato);
        }

        await cenario.Organizacao.SalvarAsync(importacao);
        await cenario.Organizacao.SalvarAsync(linhas);
        return importacao.Id;
    }
}
