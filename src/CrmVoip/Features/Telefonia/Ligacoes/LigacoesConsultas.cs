using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>An outcome to choose, with the line statuses it is preselected for.</summary>
/// <summary>Efeito: what saving the call with it does to the number.</summary>
public sealed record OpcaoDeResultado(Guid Id, string Nome, IReadOnlyList<string> SugeridoPara, string Efeito, bool PedeTarefa);

/// <summary>
/// What the call window needs of a call. Times are UTC. EncerradaPelaOperadora is true only when a record of the provider that
/// names this call says that it ended: for nothing less does the page hang up.
/// </summary>
public sealed record EstadoDaLigacao(
    Guid Id,
    string Status,
    string StatusTexto,
    string? Notas,
    Guid? ResultadoId,
    int DuracaoSegundos,
    DateTimeOffset InicioEm,
    DateTimeOffset? AtendidaEm,
    DateTimeOffset? FimEm,
    string? ContatoNome,
    string NumeroFormatado,
    IReadOnlyList<OpcaoDeResultado> Resultados,
    string? EncerradaPor,
    bool EncerradaPelaOperadora);

public static class LigacoesConsultas
{
    /// <summary>Only evidence that names the call ends one that is alive; what was paired by order or nearness does not.</summary>
    public static Task<bool> EncerradaPelaOperadoraAsync(this CrmDbContext db, Guid ligacaoId, CancellationToken ct) =>
        db.RegistrosDoProvedor.AnyAsync(
            r => r.LigacaoId == ligacaoId && r.FimRecebidoEm != null
                && (r.Motivo == MotivoDoVinculo.Tentativa || r.Motivo == MotivoDoVinculo.ProvedorId),
            ct);

    public static async Task<List<OpcaoDeResultado>> OpcoesAsync(this IQueryable<ResultadoDeLigacao> resultados, CancellationToken ct) =>
        [
            .. (await resultados.AsNoTracking().Where(r => r.Ativo).OrderBy(r => r.Ordem).ToListAsync(ct))
                .Select(r => new OpcaoDeResultado(r.Id, r.Nome, [.. r.SugeridoPara.Select(EnumEmTexto.Texto)], EnumEmTexto.Texto(r.Efeito), r.PedeTarefa)),
        ];
}
