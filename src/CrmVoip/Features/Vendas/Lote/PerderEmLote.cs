using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Lote;

/// <summary>Marks many deals as lost, for one reason.</summary>
public sealed class PerderEmLote(CrmDbContext db, SelecaoDoLote selecao, Auditoria auditoria, TimeProvider relogio)
{
    public async Task<Resultado<FeitoDoLote>> ExecutarAsync(AlvoDoLote alvo, Guid? motivoId, string? detalhe, CancellationToken ct)
    {
        if (await db.MotivosDePerda.Where(m => m.Id == motivoId && m.Ativo).Select(m => m.Nome).SingleOrDefaultAsync(ct) is not { } motivo)
        {
            return new Recusa(422, "motivo", "Escolha o motivo da perda.", Campo: nameof(LoteForm.MotivoId));
        }

        var selecionadas = await selecao.TravarAsync(alvo, ct);
        if (selecionadas.Recusa is { } recusa)
        {
            return recusa;
        }

        var lote = selecionadas.Valor;
        var dito = string.IsNullOrWhiteSpace(detalhe) ? null : detalhe.Trim();
        foreach (var oportunidade in lote.Abertas)
        {
            oportunidade.Perder(motivoId!.Value, dito, relogio.GetUtcNow());
            auditoria.Registrar(new OportunidadePerdida { Motivo = motivo }, oportunidade.Id, oportunidade.Id);
        }

        await db.SaveChangesAsync(ct);
        return new FeitoDoLote(lote.Abertas.Count, "marcada como perdida", "marcadas como perdidas") { Encerradas = lote.Encerradas, Sumiram = lote.Sumiram };
    }
}
