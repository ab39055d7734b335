using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The outcomes of calls, and what each does. An archived one stays with its calls.</summary>
public sealed class MudarResultados(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria) : MudarArquivaveis<ResultadoDeLigacao>(db, auditoria)
{
    protected override string Repetido => "Já existe um resultado com este nome.";

    protected override string Unico => "Este é o único resultado de ligação. Inclua outro antes de arquivar este.";

    protected override string NomeOcupado => "Já existe outro resultado com este nome.";

    public Task<Resultado<ResultadoDeLigacao>> IncluirAsync(string nome, EfeitosDoResultado efeitos, CancellationToken ct) =>
        IncluirAsync(nome, novo => novo.Ajustar(efeitos), ct);

    public async Task<Resultado<ResultadoDeLigacao>> EditarAsync(Guid id, string nome, EfeitosDoResultado efeitos, CancellationToken ct)
    {
        var resultados = await TravarAsync(ct);
        if (resultados.Find(r => r.Id == id) is not { } resultado)
        {
            return Recusa.NaoEncontrada;
        }

        if (Outro(resultados, id, nome) is not null)
        {
            return NomeRepetido;
        }

        var de = resultado.Nome;
        resultado.Renomear(nome);
        return resultado.Ajustar(efeitos) || de != nome ? await SalvarAsync(resultado, Alterado(resultado, de), ct) : resultado;
    }

    protected override Task<ResultadoDeLigacao> NovoAsync(string nome, int ordem, CancellationToken ct) =>
        Task.FromResult(new ResultadoDeLigacao(atual.IdExigido, nome, ordem));

    protected override Atividade Incluido(ResultadoDeLigacao item) => new ResultadoIncluido { Nome = item.Nome };

    protected override Atividade Renomeado(ResultadoDeLigacao item, string de) => Alterado(item, de);

    protected override Atividade Reordenado(ResultadoDeLigacao item) => new ResultadoReordenado { Nome = item.Nome };

    protected override Atividade Arquivado(ResultadoDeLigacao item) => new ResultadoArquivado { Nome = item.Nome };

    protected override Atividade Restaurado(ResultadoDeLigacao item) => new ResultadoRestaurado { Nome = item.Nome };

    private static ResultadoAlterado Alterado(ResultadoDeLigacao resultado, string de) =>
        new() { De = de, Nome = resultado.Nome, Relevante = resultado.Relevante, Efeito = resultado.Efeito, PedeTarefa = resultado.PedeTarefa };
}
