using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The stages of the pipeline.</summary>
public sealed class MudarEtapas(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, EquipeDoQuadro equipe) : MudarLista<Etapa>(db, auditoria)
{
    private readonly CrmDbContext _db = db;

    protected override string Repetido => "Já existe uma etapa com este nome.";

    protected override async Task<Etapa> NovoAsync(string nome, int ordem, CancellationToken ct) =>
        new(atual.IdExigido, await _db.Funis.OrderBy(f => f.Ordem).Select(f => f.Id).FirstAsync(ct), nome, ordem);

    protected override async Task<Etapa> SalvarAsync(Etapa item, Atividade atividade, CancellationToken ct)
    {
        var salva = await base.SalvarAsync(item, atividade, ct);
        equipe.Esquecer();
        return salva;
    }

    protected override Atividade Incluido(Etapa item) => new EtapaIncluida { Nome = item.Nome };

    protected override Atividade Renomeado(Etapa item, string de) => new EtapaRenomeada { De = de, Nome = item.Nome };

    protected override Atividade Reordenado(Etapa item) => new EtapaReordenada { Nome = item.Nome };
}
