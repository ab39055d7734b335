using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>What a new task is about: a deal, else a contact, else nothing of the kind.</summary>
public sealed record AlvoDaTarefa(Guid? OportunidadeId, Guid? ContatoId);

public sealed class CriarTarefa(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, DeixarRecado recados)
{
    public async Task<Resultado<Tarefa>> ExecutarAsync(CamposDaTarefa campos, AlvoDaTarefa alvo, CancellationToken ct)
    {
        var tarefa = await IncluirAsync(campos, alvo, ct);
        if (tarefa is null)
        {
            return Recusa.NaoEncontrada;
        }

        tarefa.PassarPara(campos.ResponsavelId);
        tarefa.Marcar(campos.Dia, campos.Hora);
        auditoria.Registrar(new TarefaCriada { Texto = tarefa.Texto, Dia = tarefa.Dia }, tarefa.Id, tarefa.OportunidadeId);
        await recados.DeTarefaAsync(tarefa, ct);
        await db.SaveChangesAsync(ct);
        return tarefa;
    }

    private async Task<Tarefa?> IncluirAsync(CamposDaTarefa campos, AlvoDaTarefa alvo, CancellationToken ct)
    {
        if (alvo.OportunidadeId is not { } oportunidadeId)
        {
            var avulsa = Tarefa.Avulsa(atual.IdExigido, campos.ResponsavelId, alvo.ContatoId, campos.Tipo, campos.Texto, por: atual.UsuarioId);
            db.Add(avulsa);
            return avulsa;
        }

        if (await db.OportunidadeTravadaAsync(oportunidadeId, ct) is not { } oportunidade)
        {
            return null;
        }

        var dela = Tarefa.Da(oportunidade, campos.Tipo, campos.Texto, por: atual.UsuarioId);
        db.Add(oportunidade.Incluir(dela));
        return dela;
    }
}
