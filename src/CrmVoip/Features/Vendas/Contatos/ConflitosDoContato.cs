using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

public static class ConflitosDoContato
{
    private const int EdicoesLidas = 20;

    private static readonly Dictionary<string, string> _nomes = new()
    {
        [nameof(CamposDoContato.Nome)] = "o nome",
        [nameof(CamposDoContato.Empresa)] = "a empresa",
        [nameof(CamposDoContato.Email)] = "o e-mail",
    };

    public static async Task<Dictionary<string, EscolhaDoCampo>> EscolhasDoContatoAsync(
        this CrmDbContext db, Guid contatoId, Guid? eu, IReadOnlyList<CampoDisputado> disputados, CancellationToken ct)
    {
        var edicoes = await db.AuditLog
            .Where(a => a.EntidadeId == contatoId && a.Acao == Acoes.ContatoEditado)
            .OrderByDescending(a => a.OcorridoEm)
            .Take(EdicoesLidas)
            .Select(a => new { a.UsuarioId, Nome = db.Membros.Where(m => m.UsuarioId == a.UsuarioId).Select(m => m.Nome).SingleOrDefault(), a.Dados })
            .ToListAsync(ct);
        return disputados.ToDictionary(d => d.Campo, d =>
        {
            var edicao = edicoes.Find(e => Atividades.Ler(Acoes.ContatoEditado, e.Dados) is ContatoEditado editado && editado.Campos.Contains(d.Campo));
            return Escolhas.Entre(Escolhas.Quem(edicao?.UsuarioId, eu, edicao?.Nome), _nomes[d.Campo], d.Meu, d.Guardado, d.Guardado);
        });
    }
}
