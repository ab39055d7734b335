using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Notas;

/// <summary>A note as the timeline shows it. Fixada: it stands above the timeline too.</summary>
public sealed record NotaDoHistorico(Guid Id, Guid AutorId, string Autor, string Texto, DateTimeOffset CriadaEm, DateTimeOffset? EditadaEm, bool Fixada)
{
    public bool Retirada { get; init; }
}

/// <summary>
/// The tab "Histórico": what was pinned, and what happened, the latest first; MaisAntigas is where older facts begin. Nova is the note being written; Edicao, of the note
/// Editando, the one being changed.
/// </summary>
public sealed record TelaDoHistorico(AssuntoDaNota Assunto, IReadOnlyList<NotaDoHistorico> Fixadas, IReadOnlyList<FatoDoHistorico> Fatos)
{
    /// <summary>So many are read without asking for a part of them.</summary>
    public const int PoucosFatos = 5;

    public FiltroDoHistorico Filtro { get; init; } = FiltroDoHistorico.Tudo;

    public Marco? MaisAntigas { get; init; }

    public NotaForm Nova { get; init; } = new();

    /// <summary>Finds whom the notes name.</summary>
    public Mencoes Mencoes { get; init; } = Mencoes.DeNinguem;

    public Guid? Editando { get; init; }

    public EdicaoDeNotaForm? Edicao { get; init; }
}

public static class TelaDoHistoricoConsultas
{
    private const int FixadasMaximo = 20;

    /// <summary>Null when there is no such deal or contact.</summary>
    public static async Task<TelaDoHistorico?> TelaDoHistoricoAsync(this CrmDbContext db, AssuntoDaNota assunto, FiltroDoHistorico filtro, CancellationToken ct)
    {
        if (!await db.ExisteAsync(assunto, ct))
        {
            return null;
        }

        var fixadas = await db.Notas.Sobre(assunto)
            .Where(n => n.FixadaEm != null && n.RetiradaEm == null)
            .OrderByDescending(n => n.FixadaEm)
            .Take(FixadasMaximo)
            .Select(n => new NotaDoHistorico(n.Id, n.AutorId, db.Membros.Where(m => m.UsuarioId == n.AutorId).Select(m => m.Nome).Single(), n.Texto, n.CriadaEm, n.EditadaEm, true))
            .ToListAsync(ct);
        var folha = assunto.DeContato ? await db.HistoricoDoContatoAsync(assunto.Id, filtro, ct) : await db.HistoricoAsync(assunto.Id, filtro, ct);
        var citam = fixadas.Concat(folha.Linhas.Select(f => f.Nota).OfType<NotaDoHistorico>()).Any(n => Mencoes.PodeHaver(n.Texto));
        return new TelaDoHistorico(assunto, fixadas, folha.Linhas)
        {
            Filtro = filtro,
            MaisAntigas = folha.MaisAntigas,
            Mencoes = citam ? await db.Membros.MencoesAsync(ct) : Mencoes.DeNinguem,
        };
    }
}
