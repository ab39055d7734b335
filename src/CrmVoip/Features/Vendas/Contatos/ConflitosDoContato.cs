using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Contatos;

public static class ConflitosDoContato
{
    private static readonly Dictionary<string, string> _nomes = new()
    {
        [nameof(CamposDoContato.Nome)] = "o nome",
        [nameof(CamposDoContato.Empresa)] = "a empresa",
        [nameof(CamposDoContato.Email)] = "o e-mail",
    };

    public static async Task<Dictionary<string, EscolhaDoCampo>> EscolhasDoContatoAsync(
        this CrmDbContext db, Guid contatoId, Guid? eu, IReadOnlyList<CampoDisputado> disputados, CancellationToken ct)
    {
        var quem = await db.QuemMudouAsync(db.AuditLog.Where(a => a.EntidadeId == contatoId && a.Acao == Acoes.ContatoEditado), eu, ct);
        return disputados.ToDictionary(d => d.Campo, d => Escolhas.Entre(quem(d.Campo), _nomes[d.Campo], d.Meu, d.Guardado, d.Guardado));
    }
}
