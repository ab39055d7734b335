using System.Globalization;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Tells a conflict at the field: who changed what to which value, and the two values to choose from.</summary>
public static class ConflitosConsultas
{
    private static readonly Dictionary<string, string> _nomes = new()
    {
        [nameof(Oportunidade.Titulo)] = "o título",
        [nameof(Oportunidade.Valor)] = "o valor",
        [nameof(Oportunidade.ContatoId)] = "o contato",
        [nameof(Oportunidade.ResponsavelId)] = "o responsável",
        [nameof(Oportunidade.ProximoPasso)] = "o próximo passo",
        [nameof(Oportunidade.ProximoPassoEm)] = "a data do próximo passo",
    };

    public static async Task<Dictionary<string, EscolhaDoCampo>> EscolhasAsync(
        this CrmDbContext db, Guid oportunidadeId, Guid? eu, IReadOnlyList<CampoDisputado> disputados, CancellationToken ct)
    {
        var quem = await db.QuemMudouAsync(db.AuditLog.Where(a => a.OportunidadeId == oportunidadeId && a.Acao == Acoes.OportunidadeEditada), eu, ct);
        var escolhas = new Dictionary<string, EscolhaDoCampo>();
        foreach (var (campo, meu, guardado) in disputados)
        {
            escolhas[campo] = Escolhas.Entre(quem(campo), _nomes[campo], await db.TextoAsync(campo, meu, ct), await db.TextoAsync(campo, guardado, ct), guardado);
        }

        return escolhas;
    }

    // As a person reads it.
    private static async Task<string> TextoAsync(this CrmDbContext db, string campo, string valor, CancellationToken ct)
    {
        var id = Guid.TryParse(valor, out var lido) ? lido : (Guid?)null;
        return campo switch
        {
            nameof(Oportunidade.ResponsavelId) => await db.Membros.Where(m => m.UsuarioId == id).Select(m => m.Nome).SingleOrDefaultAsync(ct) ?? "",
            nameof(Oportunidade.ContatoId) => valor.Length == 0 ? "novo contato" : await db.Contatos.Where(c => c.Id == id).Select(c => c.Nome).SingleOrDefaultAsync(ct) ?? "",
            nameof(Oportunidade.ProximoPassoEm) => DiaLocal.Ler(valor) is { } dia ? dia.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "",
            _ => valor.Trim(),
        };
    }
}
