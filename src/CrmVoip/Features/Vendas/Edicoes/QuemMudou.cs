using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Edicoes;

public static class QuemMudouConsultas
{
    private const int EdicoesLidas = 20;

    /// <summary>Who changed each field last, as a sentence begins, by the newest edits of a row. "Outra pessoa" where they do not tell.</summary>
    public static async Task<Func<string, string>> QuemMudouAsync(this CrmDbContext db, IQueryable<AuditLog> edicoes, Guid? eu, CancellationToken ct)
    {
        var lidas = await edicoes
            .OrderByDescending(a => a.OcorridoEm)
            .Take(EdicoesLidas)
            .Select(a => new { a.UsuarioId, a.Acao, a.Dados, Nome = db.Membros.Where(m => m.UsuarioId == a.UsuarioId).Select(m => m.Nome).SingleOrDefault() })
            .ToListAsync(ct);
        return campo =>
        {
            var edicao = lidas.Find(e => Atividades.Ler(e.Acao, e.Dados) is IEdicaoDeCampos feita && feita.Campos.Contains(campo));
            return edicao?.UsuarioId is { } quem && quem == eu ? "Você, em outra janela," : edicao?.Nome ?? "Outra pessoa";
        };
    }
}
