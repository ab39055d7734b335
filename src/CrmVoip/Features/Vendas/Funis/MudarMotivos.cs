using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>Why deals are lost. An archived one stays with the deals that were lost for it.</summary>
public sealed class MudarMotivos(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria) : MudarLista<MotivoDePerda>(db, auditoria)
{
    protected override string Repetido => "Já existe um motivo com este nome.";

    public async Task<Resultado<MotivoDePerda>> ArquivarAsync(Guid id, CancellationToken ct)
    {
        var motivos = await TravarAsync(ct);
        if (motivos.Find(m => m.Id == id && m.Ativo) is not { } motivo)
        {
            return Recusa.NaoEncontrada;
        }

        if (motivos.Count(m => m.Ativo) == 1)
        {
            throw new RegraVioladaException("Este é o único motivo de perda. Inclua outro antes de arquivar este.");
        }

        motivo.Arquivar();
        return await SalvarAsync(motivo, new MotivoArquivado { Nome = motivo.Nome }, ct);
    }

    public async Task<Resultado<MotivoDePerda>> RestaurarAsync(Guid id, CancellationToken ct)
    {
        var motivos = await TravarAsync(ct);
        if (motivos.Find(m => m.Id == id && !m.Ativo) is not { } motivo)
        {
            return Recusa.NaoEncontrada;
        }

        if (Outro(motivos, id, motivo.Nome) is not null)
        {
            throw new RegraVioladaException("Já existe outro motivo com este nome.");
        }

        motivo.Restaurar();
        return await SalvarAsync(motivo, new MotivoRestaurado { Nome = motivo.Nome }, ct);
    }

    protected override Task<MotivoDePerda> NovoAsync(string nome, int ordem, CancellationToken ct) =>
        Task.FromResult(new MotivoDePerda(atual.IdExigido, nome, ordem));

    protected override Atividade Incluido(MotivoDePerda item) => new MotivoIncluido { Nome = item.Nome };

    protected override Atividade Renomeado(MotivoDePerda item, string de) => new MotivoRenomeado { De = de, Nome = item.Nome };

    protected override Atividade Reordenado(MotivoDePerda item) => new MotivoReordenado { Nome = item.Nome };
}
