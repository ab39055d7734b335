using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>Takes back what an import made, as far as nobody changed it or worked with it since; the rest stays, and its row says why.</summary>
public sealed class DesfazerImportacao(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, TimeProvider relogio) : ITrabalho
{
    public const int PorVez = 200;

    public static string Tipo => "desfazer-importacao";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var quem = await db.EmTransacaoAsync(() => db.Importacoes.Where(i => i.Id == linhaId).Select(i => i.DesfeitaPorId).SingleOrDefaultAsync(ct), ct);
        if (quem is not { } usuario)
        {
            return Desfecho.Feito;
        }

        atual.DefinirUsuario(usuario);
        return await AosPoucos.UmaCorridaAsync(relogio, () => db.EmTransacaoAsync(() => UmaVezAsync(linhaId, ct), ct));
    }

    private async Task<bool> UmaVezAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportacaoTravadaAsync(id, EstadoDaImportacao.Desfazendo, ct) is not { } importacao)
        {
            return false;
        }

        var linhas = await db.LinhasDe(importacao)
            .Where(l => l.Destino == DestinoDaLinha.Criada && l.Numero > importacao.Feitas)
            .OrderBy(l => l.Numero).Take(PorVez).ToListAsync(ct);
        if (linhas.Count > 0)
        {
            await DesfazerAsync(importacao, linhas, ct);
        }
        else
        {
            importacao.TerminarDeDesfazer();
            auditoria.Registrar(new ImportacaoDesfeita { Nome = importacao.Nome, Desfeitas = importacao.Desfeitas, Mantidas = importacao.Mantidas }, id);
        }

        await db.SaveChangesAsync(ct);
        return linhas.Count > 0;
    }

    private async Task DesfazerAsync(Importacao importacao, List<LinhaDaImportacao> linhas, CancellationToken ct)
    {
        Guid[] ids = [.. linhas.Select(l => l.ContatoId!.Value)];
        await db.TravarContatosAsync(ids, ct);
        var contatos = await db.Contatos.AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .Select(c => new Usado(
                c,
                db.Oportunidades.Any(o => o.ContatoId == c.Id),
                db.Ligacoes.Any(l => l.ContatoId == c.Id),
                db.Tarefas.Any(t => t.ContatoId == c.Id),
                db.Notas.Any(n => n.ContatoId == c.Id),
                db.AuditLog.Any(a => a.EntidadeId == c.Id && a.Acao != Acoes.ContatoCriado)))
            .ToDictionaryAsync(u => u.Contato.Id, ct);
        var saem = new List<Contato>();
        foreach (var linha in linhas)
        {
            if (!contatos.TryGetValue(linha.ContatoId!.Value, out var usado))
            {
                linha.Desfazer();
            }
            else if (usado.Porque(linha) is { } porque)
            {
                linha.Manter(porque);
            }
            else
            {
                saem.Add(usado.Contato);
                linha.Desfazer();
            }
        }

        Guid[] semMais = [.. saem.Select(c => c.Id)];
        await db.EsquecerTermosAsync(saem, ct);
        await db.TelefonesDoContato.Where(t => semMais.Contains(t.ContatoId)).ExecuteDeleteAsync(ct);
        await db.Contatos.Where(c => semMais.Contains(c.Id)).ExecuteDeleteAsync(ct);
        importacao.Desfez(linhas[^1].Numero, linhas.Count(l => l.Destino == DestinoDaLinha.Desfeita), linhas.Count(l => l.Destino == DestinoDaLinha.Mantida));
    }

    private sealed record Usado(Contato Contato, bool EmOportunidade, bool EmLigacao, bool EmTarefa, bool EmNota, bool Mexido)
    {
        /// <summary>Why it stays; null when it may go.</summary>
        public string? Porque(LinhaDaImportacao linha) => this switch
        {
            { EmOportunidade: true } => "Tem oportunidade.",
            { EmLigacao: true } => "Tem ligação.",
            { EmTarefa: true } => "Tem tarefa.",
            { EmNota: true } => "Tem nota.",
            { Mexido: true } => "Foi alterado depois.",
            _ when Contato.Versao != linha.VersaoDoContato => "Foi alterado depois.",
            _ => null,
        };
    }
}
