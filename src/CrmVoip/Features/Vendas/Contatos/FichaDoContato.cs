using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

public sealed record OportunidadeDoContato(Guid Id, string Titulo, decimal Valor, SituacaoDaOportunidade Situacao, string Etapa, string Responsavel);

/// <summary>All that is known of a contact. Oportunidades: the open ones first, up to OportunidadesMaximo.</summary>
public sealed record FichaDoContato(Guid Id, string Nome, string? Telefone, string? TelefoneTexto, DateTimeOffset CriadoEm, ContatoForm Dados, IReadOnlyList<OportunidadeDoContato> Oportunidades)
{
    public const int OportunidadesMaximo = 50;
}

public static class FichasConsultas
{
    public static async Task<FichaDoContato?> FichaAsync(this CrmDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Contatos.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } contato)
        {
            return null;
        }

        var oportunidades = await db.Oportunidades
            .Where(o => o.ContatoId == id)
            .OrderBy(o => o.Situacao != SituacaoDaOportunidade.Aberta)
            .ThenByDescending(o => o.AtualizadaEm)
            .Take(FichaDoContato.OportunidadesMaximo)
            .Select(o => new OportunidadeDoContato(o.Id, o.Titulo, o.Valor, o.Situacao, o.Etapa!.Nome, o.Responsavel!.Nome))
            .ToListAsync(ct);
        return new FichaDoContato(id, contato.Nome, contato.Telefone, contato.TelefoneTexto, contato.CriadoEm, ContatoForm.De(contato), oportunidades);
    }
}
