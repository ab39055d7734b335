using System.Text.Json;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Oportunidades;

/// <summary>One line of the timeline, ready to read.</summary>
public sealed record FatoDoHistorico(DateTimeOffset Em, string Icone, string Texto, string? Quem);

public static class HistoricoConsultas
{
    private const int Limite = 200;

    // The audit log holds more than a colleague should read: only these are shown.
    private static readonly Dictionary<string, (string Icone, Func<JsonElement, string> Texto)> _mostradas = new()
    {
        [Acoes.OportunidadeCriada] = ("plus", _ => "Oportunidade criada"),
        [Acoes.OportunidadeEditada] = ("pencil", dados => $"Alterou {dados.Campos()}"),
        [Acoes.OportunidadeMovida] = ("arrow-right", dados => $"Moveu de {dados.Texto("de")} para {dados.Texto("para")}"),
        [Acoes.OportunidadeGanha] = ("circle-check", _ => "Marcou como ganha"),
        [Acoes.OportunidadePerdida] = ("x", dados => dados.Texto("motivo") is { } motivo ? $"Marcou como perdida: {motivo}" : "Marcou como perdida"),
        [Acoes.OportunidadeReaberta] = ("undo-2", _ => "Reabriu"),
        [Acoes.LigacaoIniciada] = ("phone-outgoing", dados => dados.Telefone("numero") is { } numero ? $"Ligou para {numero}" : "Iniciou uma ligação"),
        [Acoes.LigacaoEncerrada] = ("phone", dados => $"Ligação encerrada: {dados.Desfecho()}"),
        [Acoes.LigacaoRetomada] = ("phone-call", _ => "Ligação retomada: o navegador voltou a responder"),
        [Acoes.LigacaoReclassificada] = ("refresh-cw", dados => $"Ligação conferida com a operadora: {dados.Desfecho()}"),
    };

    public static async Task<List<FatoDoHistorico>> HistoricoAsync(this CrmDbContext db, Guid oportunidadeId, CancellationToken ct)
    {
        var acoes = _mostradas.Keys.ToList();
        var fatos = await db.AuditLog
            .Where(a => a.OportunidadeId == oportunidadeId && acoes.Contains(a.Acao))
            .OrderByDescending(a => a.OcorridoEm)
            .Take(Limite)
            .Select(a => new
            {
                a.OcorridoEm,
                a.Acao,
                a.Dados,
                Quem = db.Membros.Where(m => m.UsuarioId == a.UsuarioId).Select(m => m.Nome).SingleOrDefault(),
            })
            .ToListAsync(ct);
        return fatos.ConvertAll(f => Escrever(f.OcorridoEm, f.Acao, f.Dados, f.Quem));
    }

    private static FatoDoHistorico Escrever(DateTimeOffset em, string acao, string dados, string? quem)
    {
        using var json = JsonDocument.Parse(dados);
        var (icone, texto) = _mostradas[acao];
        return new FatoDoHistorico(em, icone, texto(json.RootElement), quem);
    }
}
