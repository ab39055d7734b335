using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Busca;

public sealed record AchadoDaBusca(Guid OportunidadeId, string Titulo, string Contato, string? Empresa, string Etapa, SituacaoDaOportunidade Situacao, string? Telefone);

public sealed record ResultadosDaBusca(TermoDeBusca Termo, IReadOnlyList<AchadoDaBusca> Achados);

public static class BuscaConsultas
{
    private const int Maximo = 8;

    /// <summary>Open deals first, the latest changed first.</summary>
    public static Task<List<AchadoDaBusca>> BuscarAsync(this CrmDbContext db, TermoDeBusca termo, CancellationToken ct)
    {
        var padrao = Padrao.Contem(termo.Texto);
        // Digits may be a number, or stand in a title: "Pedido 2026-117".
        var oportunidades = termo.InicioDoNumero is { } inicio
            ? db.Oportunidades.Where(o =>
                (o.Contato!.Telefone!.CompareTo(inicio) >= 0 && o.Contato.Telefone!.CompareTo(inicio + ":") < 0)
                || EF.Functions.ILike(o.Titulo, padrao) || EF.Functions.ILike(o.Contato.Empresa!, padrao))
            : db.Oportunidades.Where(o =>
                EF.Functions.ILike(Padrao.SemAcentos(o.Titulo), padrao)
                || EF.Functions.ILike(Padrao.SemAcentos(o.Contato!.Nome), padrao)
                || EF.Functions.ILike(Padrao.SemAcentos(o.Contato.Empresa!), padrao));
        return oportunidades
            .OrderBy(o => o.Situacao != SituacaoDaOportunidade.Aberta)
            .ThenByDescending(o => o.AtualizadaEm)
            .Take(Maximo)
            .Select(o => new AchadoDaBusca(o.Id, o.Titulo, o.Contato!.Nome, o.Contato.Empresa, o.Etapa!.Nome, o.Situacao, o.Contato.Telefone))
            .ToListAsync(ct);
    }
}
