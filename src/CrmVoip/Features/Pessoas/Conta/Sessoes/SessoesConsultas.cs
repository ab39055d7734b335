using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta.Sessoes;

public sealed record SessaoListada(Guid Id, DateTimeOffset CriadaEm, DateTimeOffset UsadaEm, string? Ip, string? Agente, bool Esta)
{
    public string Aparelho => AgenteEmPalavras.De(Agente) ?? "Navegador desconhecido";
}

public static class SessoesConsultas
{
    /// <summary>Those whose cookie may still open something: this one first, then by last use.</summary>
    public static async Task<List<SessaoListada>> SessoesAbertasAsync(
        this ContasDbContext db, Guid usuarioId, Guid? esta, DateTimeOffset agora, CancellationToken ct)
    {
        var desde = agora - Sessao.OciosaMaxima - Sessao.ResolucaoDoUso;
        var sessoes = await db.Sessoes
            .Where(s => s.UsuarioId == usuarioId && s.RevogadaEm == null && s.ExpiraEm > agora && s.UsadaEm > desde)
            .OrderByDescending(s => s.UsadaEm)
            .Select(s => new SessaoListada(s.Id, s.CriadaEm, s.UsadaEm, s.Ip, s.Agente, s.Id == esta))
            .ToListAsync(ct);
        return [.. sessoes.OrderByDescending(s => s.Esta)];
    }
}
