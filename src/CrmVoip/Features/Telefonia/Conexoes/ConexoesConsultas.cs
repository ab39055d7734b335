using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>What the card shows. The token is known here by its last characters only.</summary>
public sealed record CartaoDaConexao(
    StatusDaIntegracao Status,
    string? TokenFinal,
    string BaseUrl,
    string? SipDomain,
    string? WssUrl,
    ModoDeDiscagem Modo,
    EstadoDoGancho Gancho,
    int GanchosIlegiveis,
    DateTimeOffset? GanchoIlegivelEm,
    string? UltimoErro,
    DateTimeOffset? ErroDesde,
    DateTimeOffset? ConectadaEm,
    DateTimeOffset? UltimoTesteEm,
    string? UltimoTestePor)
{
    public string Estado => Status switch
    {
        StatusDaIntegracao.Conectada => "ativa",
        StatusDaIntegracao.ComErro => "falha",
        _ => "nao-conectada",
    };

    public string EstadoTexto => Status switch
    {
        StatusDaIntegracao.Conectada => "Conectada",
        StatusDaIntegracao.ComErro => "Com erro",
        _ => "Não conectada",
    };

    public string GanchoTexto => Gancho switch
    {
        EstadoDoGancho.Completo => "A API4COM avisa cada ligação",
        EstadoDoGancho.SoDiscador => "Só ligações do discador: outro sistema já recebe os avisos da conta",
        EstadoDoGancho.Recusado => "Ainda sem registro na API4COM, tentado de novo de tempos em tempos; as ligações são conferidas pela lista",
        _ => "Sem avisos; as ligações são conferidas pela lista",
    };

    public string ModoTexto => Modo == ModoDeDiscagem.Dialer ? "Pela API4COM" : "Pelo navegador";
}

/// <summary>What the form says of secrets it does not show.</summary>
public sealed record SegredosSalvos(string? TokenFinal, bool SenhaTurn);

public static class ConexoesConsultas
{
    public static Task<CartaoDaConexao?> CartaoAsync(this CrmDbContext db, CancellationToken ct) =>
        db.ConexaoAtual()
            .Select(i => new CartaoDaConexao(
                i.Status,
                i.TokenFinal,
                i.BaseUrl,
                i.SipDomain,
                i.WssUrl,
                i.ModoDeDiscagem,
                i.Gancho,
                i.GanchosIlegiveis,
                i.GanchoIlegivelEm,
                i.UltimoErro,
                i.ErroDesde,
                i.ConectadaEm,
                i.UltimoTesteEm,
                db.Membros.Where(m => m.UsuarioId == i.UltimoTestePor).Select(m => m.Nome).SingleOrDefault()))
            .SingleOrDefaultAsync(ct);

    public static Task<SegredosSalvos?> SegredosAsync(this CrmDbContext db, CancellationToken ct) =>
        db.ConexaoAtual()
            .Select(i => new SegredosSalvos(i.TokenFinal, i.TurnSenha != null))
            .SingleOrDefaultAsync(ct);

    public static async Task<ConexaoForm> FormularioAsync(this CrmDbContext db, CancellationToken ct) =>
        await db.ConexaoAsync(ct) is { } salva
            ? new ConexaoForm
            {
                BaseUrl = salva.BaseUrl,
                SipDomain = salva.SipDomain,
                WssUrl = salva.WssUrl,
                IceServers = string.Join('\n', salva.IceServers),
                TurnUsuario = salva.TurnUsuario,
                Modo = salva.ModoDeDiscagem,
            }
            : new ConexaoForm();
}
