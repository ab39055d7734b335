using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>Forgets what happened to accounts longer ago than the operator keeps it, and work that was given up as long ago.</summary>
public sealed class ApagarEventosDeConta(ContasDbContext db, FilaDeTrabalhos fila, IOptions<OpcoesDaRetencao> opcoes) : ITrabalho
{
    public const int PorVez = 1000;
    private static readonly TimeSpan _cadencia = TimeSpan.FromDays(1);

    /// <summary>One for all accounts.</summary>
    public static Guid Linha { get; } = new("0d6d1f5c-6d4e-4d0a-9a0e-5b6c1d7f3a21");

    public static string Tipo => "apagar-eventos-de-conta";

    public static bool DaConta => true;

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var ate = await db.AgoraAsync(ct) - opcoes.Value.Contas;
        var apagados = await db.EventosDeConta.Where(e => e.OcorridoEm < ate).OrderBy(e => e.OcorridoEm).Take(PorVez).ExecuteDeleteAsync(ct);
        var esquecidos = await fila.EsquecerAsync(opcoes.Value.Desistidos, PorVez, ct);
        return Desfecho.DeNovoEm(Math.Max(apagados, esquecidos) == PorVez ? TimeSpan.Zero : _cadencia);
    }
}
