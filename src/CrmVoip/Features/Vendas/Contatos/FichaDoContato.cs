using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

public sealed record OportunidadeDoContato(Guid Id, string Titulo, decimal Valor, SituacaoDaOportunidade Situacao, string Etapa, string Responsavel);

/// <summary>All that is known of a contact. Oportunidades: the open ones first, up to OportunidadesMaximo.</summary>
public sealed record FichaDoContato(
    Guid Id,
    string Nome,
    string? Telefone,
    IReadOnlyList<TelefoneDoContato> Telefones,
    DateTimeOffset CriadoEm,
    ContatoForm Dados,
    IReadOnlyList<OportunidadeDoContato> Oportunidades)
{
    public const int OportunidadesMaximo = 50;

    /// <summary>The telephone that was changed just now, or refused: its controls stay open.</summary>
    public Guid? Mexido { get; init; }

    /// <summary>What was refused: of Mexido, else of a new one.</summary>
    public TelefoneForm? Digitado { get; init; }
}

public static class FichasConsultas
{
    public static IQueryable<TelefoneDoContato> TelefonesDe(this CrmDbContext db, Guid contatoId) => db.TelefonesDoContato.Where(t => t.ContatoId == contatoId);

    public static async Task<FichaDoContato?> FichaAsync(this CrmDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Contatos.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } contato)
        {
            return null;
        }

        // As they will be, where their rows are still to be made.
        var telefones = await db.TelefonesDe(id).AsNoTracking().ToListAsync(ct);
        if (!contato.TelefonesProntos)
        {
            contato.PreencherTelefones();
            telefones = [.. contato.Telefones];
        }

        return new FichaDoContato(
            id,
            contato.Nome,
            contato.Telefone,
            [.. telefones.OrderByDescending(t => t.Principal).ThenBy(t => t.Ordem)],
            contato.CriadoEm,
            ContatoForm.De(contato),
            await db.OportunidadesDoContatoAsync(id, ct));
    }

    private static Task<List<OportunidadeDoContato>> OportunidadesDoContatoAsync(this CrmDbContext db, Guid id, CancellationToken ct) => db.Oportunidades
        .Where(o => o.ContatoId == id)
        .OrderBy(o => o.Situacao != SituacaoDaOportunidade.Aberta)
        .ThenByDescending(o => o.AtualizadaEm)
        .Take(FichaDoContato.OportunidadesMaximo)
        .Select(o => new OportunidadeDoContato(o.Id, o.Titulo, o.Valor, o.Situacao, o.Etapa!.Nome, o.Responsavel!.Nome))
        .ToListAsync(ct);
}
