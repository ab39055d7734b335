using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Conta;

public sealed record FatoDaConta(DateTimeOffset OcorridoEm, string Acao, string? Ip, string? Agente)
{
    public string Oque => Acao switch
    {
        Acoes.Conta.Criada => "Conta criada",
        Acoes.Conta.Entrou => "Entrou",
        Acoes.Conta.Recusada => "Senha errada",
        Acoes.Conta.Bloqueada => "Conta bloqueada por senhas erradas",
        Acoes.Conta.Saiu => "Saiu",
        Acoes.Conta.SaiuDeTudo => "Saiu de todos os aparelhos",
        Acoes.Conta.SenhaTrocada => "Senha trocada",
        Acoes.Conta.RecuperacaoPedida => "Link para trocar a senha pedido",
        Acoes.Conta.SenhaRedefinida => "Senha trocada pelo link",
        _ => Acao,
    };

    public string Onde => Agente == AgenteDoOperador ? "Operador do servidor" : AgenteEmPalavras.De(Agente) ?? "–";

    /// <summary>In the place of a browser: a link made at the server's console.</summary>
    public const string AgenteDoOperador = "operador";
}

public static class SegurancaConsultas
{
    private const int Ultimos = 10;

    public static Task<List<FatoDaConta>> UltimosFatosAsync(this ContasDbContext db, Guid usuarioId, CancellationToken ct) =>
        db.EventosDeConta
            .Where(e => e.UsuarioId == usuarioId)
            .OrderByDescending(e => e.OcorridoEm)
            .Take(Ultimos)
            .Select(e => new FatoDaConta(e.OcorridoEm, e.Acao, e.Ip, e.Agente))
            .ToListAsync(ct);
}
