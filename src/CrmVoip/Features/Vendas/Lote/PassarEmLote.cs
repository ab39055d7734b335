using CrmVoip.Data;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Lote;

/// <summary>Passes many deals to somebody: those that the person may pass.</summary>
public sealed class PassarEmLote(
    CrmDbContext db, OrganizacaoAtual atual, SelecaoDoLote selecao, FichaDoLote fichas, Auditoria auditoria, DeixarRecado recados, TimeProvider relogio)
{
    public async Task<Resultado<FeitoDoLote>> ExecutarAsync(AlvoDoLote alvo, Guid paraQuem, CancellationToken ct)
    {
        // Whose access ends meanwhile waits, and then these go on to the successor.
        await db.SegurarMembroAsync(paraQuem, ct);
        var nomes = await db.Membros.ToDictionaryAsync(m => m.UsuarioId, m => m.Nome, ct);
        if (!await db.Membros.AnyAsync(m => m.UsuarioId == paraQuem && m.Ativo, ct))
        {
            return new Recusa(422, "pessoa_inativa", "Esta pessoa não faz mais parte da equipe. Atualize a página e escolha outra.");
        }

        var selecionadas = await selecao.TravarAsync(alvo, ct);
        if (selecionadas.Recusa is { } recusa)
        {
            return recusa;
        }

        var lote = selecionadas.Valor;
        var deOutras = lote.Abertas.Where(o => o.ResponsavelId != paraQuem).ToList();
        var passar = deOutras.Where(o => atual.PodePassar(o.ResponsavelId)).ToList();
        var antes = new List<AntesDoLote>(passar.Count);
        foreach (var oportunidade in passar)
        {
            oportunidade.PreencherTarefas();
            var deQuem = oportunidade.ResponsavelId;
            var tarefas = auditoria.Passar(oportunidade, nomes[deQuem], (paraQuem, nomes[paraQuem]), relogio.GetUtcNow());
            antes.Add(new AntesDoLote(oportunidade.Id, deQuem) { Tarefas = tarefas });
        }

        await recados.DePassagemAsync(passar, paraQuem, ct);
        await db.SaveChangesAsync(ct);
        return new FeitoDoLote(passar.Count, $"passada para {nomes[paraQuem]}", $"passadas para {nomes[paraQuem]}")
        {
            Encerradas = lote.Encerradas,
            Sumiram = lote.Sumiram,
            DeOutros = deOutras.Count - passar.Count,
            JaEstavam = lote.Abertas.Count - deOutras.Count,
            Ficha = passar.Count == 0 ? null : fichas.Selar(new VoltaDoLote(VoltaDoLote.Passar, paraQuem, antes)),
        };
    }
}
