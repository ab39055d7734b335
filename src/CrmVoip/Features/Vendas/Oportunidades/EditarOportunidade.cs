using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Changes fields of an opportunity. What others changed meanwhile stays, unless it is the same field.</summary>
public sealed class EditarOportunidade(
    CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, CriarContato criarContato, DeixarRecado recados, TimeProvider relogio)
{
    private const string Oque = "Esta oportunidade";

    public async Task<Resultado<Oportunidade>> ExecutarAsync(Guid id, EdicaoDaOportunidade edicao, CancellationToken ct)
    {
        if (await db.OportunidadeTravadaAsync(id, ct) is not { } oportunidade)
        {
            return Recusa.NaoEncontrada;
        }

        var guardados = CamposDaOportunidade.De(oportunidade);
        if (edicao.Conflito(guardados, oportunidade.Versao, Oque) is { } conflito)
        {
            return conflito;
        }

        var campos = edicao.Sobre(guardados);
        if (campos.ResponsavelId != guardados.ResponsavelId && !atual.PodePassar(oportunidade.ResponsavelId))
        {
            return PassagemDaOportunidade.DeOutraPessoa;
        }

        await MudarAsync(oportunidade, campos, edicao.Contato, ct);
        if (campos.ResponsavelId != guardados.ResponsavelId)
        {
            await recados.SobreAsync(oportunidade, TipoDeRecado.Passagem, oportunidade.ResponsavelId, ct);
        }

        return await SalvarAsync(oportunidade, ct) ? oportunidade : new EdicaoEmConflito([], Oque);
    }

    private async Task MudarAsync(Oportunidade oportunidade, CamposDaOportunidade campos, NovoContato? contato, CancellationToken ct)
    {
        var contatoId = campos.ContatoId ?? (await criarContato.IncluirAsync(contato!, ct)).Id;
        oportunidade.Editar(campos.Titulo, campos.Valor, contatoId, campos.ResponsavelId!.Value, relogio.GetUtcNow());
        // One that was to be made of the next step of an older version is not there yet.
        if (oportunidade.Planejar(campos.ProximoPasso, campos.ProximoPassoEm, atual.UsuarioId) is { } retirada && db.Entry(retirada).State != EntityState.Detached)
        {
            db.Remove(retirada);
        }
    }

    private async Task<bool> SalvarAsync(Oportunidade oportunidade, CancellationToken ct)
    {
        if (Alteracao.Em(db.Entry(oportunidade), nameof(Oportunidade.AtualizadaEm), nameof(Oportunidade.TarefasProntas)) is not { } alteracao)
        {
            return !MudouTarefa() || await db.SalvarSeNinguemAntesAsync(ct);
        }

        auditoria.Registrar(new OportunidadeEditada { Campos = alteracao.Campos, De = alteracao.De, Para = alteracao.Para }, oportunidade.Id, oportunidade.Id);
        return await db.SalvarSeNinguemAntesAsync(ct);
    }

    // A task that was put off may leave the same next step behind it: another one with the same words and day.
    private bool MudouTarefa() => db.ChangeTracker.Entries<Tarefa>().Any(t => t.State != EntityState.Unchanged);
}
