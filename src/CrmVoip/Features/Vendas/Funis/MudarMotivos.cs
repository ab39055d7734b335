using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>Why deals are lost. An archived one stays with the deals that were lost for it.</summary>
public sealed class MudarMotivos(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria) : MudarArquivaveis<MotivoDePerda>(db, auditoria)
{
    protected override string Repetido => "Já existe um motivo com este nome.";

    protected override string Unico => "Este é o único motivo de perda. Inclua outro antes de arquivar este.";

    protected override string NomeOcupado => "Já existe outro motivo com este nome.";

    protected override Task<MotivoDePerda> NovoAsync(string nome, int ordem, CancellationToken ct) =>
        Task.FromResult(new MotivoDePerda(atual.IdExigido, nome, ordem));

    protected override Atividade Incluido(MotivoDePerda item) => new MotivoIncluido { Nome = item.Nome };

    protected override Atividade Renomeado(MotivoDePerda item, string de) => new MotivoRenomeado { De = de, Nome = item.Nome };

    protected override Atividade Reordenado(MotivoDePerda item) => new MotivoReordenado { Nome = item.Nome };

    protected override Atividade Arquivado(MotivoDePerda item) => new MotivoArquivado { Nome = item.Nome };

    protected override Atividade Restaurado(MotivoDePerda item) => new MotivoRestaurado { Nome = item.Nome };
}
