using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>
/// Makes the task that was written down after a call: of the call's deal, else of its contact; once, however often its note arrives.
/// Days are reckoned from that of the call, for the note may come late.
/// </summary>
public sealed class CriarProximaTarefa(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria)
{
    private const string LigarDeNovo = "Ligar de novo";

    /// <summary>Refuses nothing: a day that cannot be read is none. Saved by the caller.</summary>
    public async Task ExecutarAsync(Ligacao ligacao, ProximaTarefaForm form, CancellationToken ct)
    {
        var (texto, id) = (Digitado.Ler(form.Texto)?.Cortado(Tarefa.TextoMaximo), IdDaTarefa(ligacao));
        var pedida = texto is not null || !string.IsNullOrWhiteSpace(form.Quando) || !string.IsNullOrWhiteSpace(form.Dia);
        if (!pedida || await db.Tarefas.AnyAsync(t => t.Id == id, ct))
        {
            return;
        }

        var tarefa = await IncluirAsync(ligacao, id, texto, ct);
        var daLigacao = DiaLocal.De(ligacao.FimEm ?? ligacao.InicioEm, atual.Exigido.FusoHorario);
        tarefa.PassarPara(atual.UsuarioIdExigido);
        tarefa.Marcar(DiaLocal.Ler(form.Dia) ?? PrazoRelativo.Dia(form.Quando, daLigacao), null);
        auditoria.Registrar(new TarefaCriada { Texto = tarefa.Texto, Dia = tarefa.Dia }, tarefa.Id, tarefa.OportunidadeId);
    }

    // A day alone is a promise to call again.
    private async Task<Tarefa> IncluirAsync(Ligacao ligacao, Guid id, string? texto, CancellationToken ct)
    {
        var (tipo, oQue) = texto is null ? (TipoDeTarefa.Ligacao, LigarDeNovo) : (TipoDeTarefa.Outra, texto);
        var oportunidade = ligacao.OportunidadeId is { } oportunidadeId ? await db.OportunidadeTravadaAsync(oportunidadeId, ct) : null;
        var tarefa = oportunidade is null
            ? Tarefa.Avulsa(atual.IdExigido, atual.UsuarioIdExigido, ligacao.ContatoId, tipo, oQue, id, atual.UsuarioId)
            : oportunidade.Incluir(Tarefa.Da(oportunidade, tipo, oQue, id, atual.UsuarioId));
        db.Add(tarefa);
        return tarefa;
    }

    // Known by its call, and not the call's own: the record tells of both.
    private static Guid IdDaTarefa(Ligacao ligacao)
    {
        var id = ligacao.Id.ToByteArray();
        id[^1] ^= 1;
        return new Guid(id);
    }
}
