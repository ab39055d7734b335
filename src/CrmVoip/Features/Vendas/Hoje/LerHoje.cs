using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Tarefas;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Hoje;

/// <summary>Reads what one person has to do: today, what is late, and the deals that nobody would come back to. Each part stops after what fits a page.</summary>
public sealed class LerHoje(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio)
{
    private static readonly TimeSpan _semLigacao = TimeSpan.FromDays(TelaDeHoje.DiasSemLigacao);

    public async Task<TelaDeHoje> ExecutarAsync(Guid? pessoa, CancellationToken ct)
    {
        var (quem, instante) = (pessoa ?? atual.UsuarioIdExigido, relogio.GetUtcNow());
        var agora = DiaLocal.NoRelogio(instante, atual.Exigido.FusoHorario);
        var tarefas = await TarefasAsync(quem, agora, ct);
        return new TelaDeHoje(pessoa, await db.PessoasAsync(ct), agora, instante)
        {
            Vencidas = tarefas[0],
            DeHoje = tarefas[1],
            Amanha = tarefas[2],
            Semana = tarefas[3],
            SemData = tarefas[4],
            SemPasso = await db.Oportunidades
                .Where(o => o.Situacao == SituacaoDaOportunidade.Aberta && o.ResponsavelId == quem && o.ProximoPasso == null && o.ProximoPassoEm == null)
                .OrderBy(o => o.NaEtapaDesde)
                .ThenBy(o => o.Id)
                .Take(TelaDeHoje.Maximo + 1)
                .Select(o => new OportunidadeDeHoje(o.Id, o.Titulo, o.Valor, o.Etapa!.Nome, new ContatoDaTarefa(o.ContatoId, o.Contato!.Nome, o.Contato.Telefone), null))
                .ToListAsync(ct),
            SemLigacao = await SemLigacaoAsync(quem, instante - _semLigacao, ct),
        };
    }

    /// <summary>The open ones of each part of the time, from the late ones to those without a day: one reading for all.</summary>
    private async Task<List<List<LinhaDeTarefa>>> TarefasAsync(Guid quem, DateTimeOffset agora, CancellationToken ct)
    {
        var hoje = DateOnly.FromDateTime(agora.DateTime);
        DateTimeOffset Comeco(DateOnly dia) => new(dia.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        (DateTimeOffset De, DateTimeOffset Ate)[] partes =
        [
            (DateTimeOffset.MinValue.AddYears(1), agora),
            (agora, Comeco(hoje.AddDays(1))),
            (Comeco(hoje.AddDays(1)), Comeco(hoje.AddDays(2))),
            (Comeco(hoje.AddDays(2)), Comeco(Semanas.Fim(hoje).AddDays(1))),
            (Tarefa.SemPrazo, Tarefa.SemPrazo.AddDays(1)),
        ];
        var abertas = db.Tarefas.Where(t => t.ConcluidaEm == null && t.ResponsavelId == quem);
        var lidas = await partes
            .Select(p => abertas.Where(t => t.Prazo >= p.De && t.Prazo < p.Ate).OrderBy(t => t.Prazo).ThenBy(t => t.Id).Take(TelaDeHoje.Maximo + 1))
            .Aggregate((umas, outras) => umas.Concat(outras))
            .ComoLinhas()
            .ToListAsync(ct);
        return [.. partes.Select(p => lidas.Where(t => t.Prazo >= p.De && t.Prazo < p.Ate).OrderBy(t => t.Prazo).ThenBy(t => t.Id).ToList())];
    }

    // Asked for each deal by its index, until a page is full; the second condition always holds, and keeps it so: see Cartao() in
    // QuadroConsultas. What is read is the person's own, at the most.
    private Task<List<OportunidadeDeHoje>> SemLigacaoAsync(Guid quem, DateTimeOffset desde, CancellationToken ct)
    {
        var contadas = db.Ligacoes.Contadas();
        return db.Oportunidades
            .Where(o => o.Situacao == SituacaoDaOportunidade.Aberta && o.ResponsavelId == quem && o.CriadaEm < desde)
            .Select(o => new
            {
                Oportunidade = o,
                Ultima = contadas.Where(l => l.OportunidadeId == o.Id && l.Id != o.Id).OrderByDescending(l => l.InicioEm).Select(l => (DateTimeOffset?)l.InicioEm).FirstOrDefault(),
            })
            .Where(x => x.Ultima == null || x.Ultima < desde)
            .OrderBy(x => x.Oportunidade.CriadaEm)
            .ThenBy(x => x.Oportunidade.Id)
            .Take(TelaDeHoje.Maximo + 1)
            .Select(x => new OportunidadeDeHoje(
                x.Oportunidade.Id,
                x.Oportunidade.Titulo,
                x.Oportunidade.Valor,
                x.Oportunidade.Etapa!.Nome,
                new ContatoDaTarefa(x.Oportunidade.ContatoId, x.Oportunidade.Contato!.Nome, x.Oportunidade.Contato.Telefone),
                x.Ultima))
            .ToListAsync(ct);
    }
}
