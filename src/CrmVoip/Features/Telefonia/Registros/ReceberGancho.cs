using System.Security.Cryptography;
using System.Text;
using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Text;
using CrmVoip.Vault;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

public enum GanchoRecebido
{
    /// <summary>No such organization, or a wrong secret: the two must look the same.</summary>
    Desconhecido,
    Ilegivel,
    Grande,
    Ignorado,
    Guardado,
}

/// <summary>Checks a webhook's secret and keeps its body. Nothing is made of it here: the provider is answered at once.</summary>
public sealed partial class ReceberGancho(
    EscopoDaOrganizacao escopos,
    ICofre cofre,
    Api4ComOptions opcoes,
    TimeProvider relogio,
    ILogger<ReceberGancho> log)
{
    private const int ResumoTamanho = 32;

    // What belongs to a call of these minutes goes before what belongs to none, however much of that there is.
    private static readonly TimeSpan _antesDosOutros = TimeSpan.FromHours(-1);
    private static readonly TimeSpan _destaHora = TimeSpan.FromMinutes(15);

    /// <summary>The body is null when it is too big to be kept.</summary>
    public async Task<GanchoRecebido> ExecutarAsync(Guid organizacaoId, string segredo, string? corpo, CancellationToken ct)
    {
        var recebido = await ReceberAsync(organizacaoId, segredo, corpo, ct);
        MedidasDosGanchos.Recebeu(recebido);
        return recebido;
    }

    private async Task<GanchoRecebido> ReceberAsync(Guid organizacaoId, string segredo, string? corpo, CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
        if (escopo is null)
        {
            return GanchoRecebido.Desconhecido;
        }

        var db = escopo.Db;
        return await db.EmTransacaoAsync(
            async () =>
            {
                var integracao = await db.ConexaoAsync(ct);
                return integracao is null || !Confere(integracao, segredo) ? GanchoRecebido.Desconhecido
                    : corpo is null ? GanchoRecebido.Grande
                    : await GuardarAsync(escopo, integracao, corpo, ct);
            },
            ct);
    }

    private bool Confere(Integracao integracao, string segredo) =>
        integracao.WebhookSegredo is { } cifrado
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(cofre.Decifrar(new LugarDoSegredo(integracao.OrganizacaoId, Integracao.ColunaDoWebhook, integracao.Id), cifrado)),
            Encoding.UTF8.GetBytes(segredo));

    private async Task<GanchoRecebido> GuardarAsync(EscopoAberto escopo, Integracao integracao, string corpo, CancellationToken ct)
    {
        var db = escopo.Db;
        if (Api4ComWebhook.Parse(corpo, opcoes) is not { } aviso)
        {
            var agora = relogio.GetUtcNow();
            await db.Integracoes.Where(i => i.Id == integracao.Id).ExecuteUpdateAsync(
                mudar => mudar
                    .SetProperty(i => i.GanchosIlegiveis, i => i.GanchosIlegiveis + 1)
                    .SetProperty(i => i.GanchoIlegivelEm, agora),
                ct);
            Ilegivel(log, integracao.OrganizacaoId, corpo.Length);
            return GanchoRecebido.Ilegivel;
        }

        if (aviso.Type == Api4ComWebhookType.Unknown || !integracao.EhDominioDaConta(aviso.Domain))
        {
            Ignorado(log, integracao.OrganizacaoId, aviso.Type);
            return GanchoRecebido.Ignorado;
        }

        var evento = new EventoDoProvedor(integracao.OrganizacaoId, Chave(aviso, corpo), JsonInteiro.De(corpo));
        if (await db.GuardarUmaVezAsync(evento, ct) > 0)
        {
            var espera = await DeLigacaoRecenteAsync(db, aviso, ct) ? _antesDosOutros : TimeSpan.Zero;
            await escopo.Services.GetRequiredService<Agenda>().AgendarAsync<ProcessarGancho>(evento.Id, espera, ct);
        }

        return GanchoRecebido.Guardado;
    }

    // Only an identical body is a repeat: a later, fuller one about the same event is news.
    private static string Chave(Api4ComWebhook aviso, string corpo)
    {
        var resumo = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(corpo)))[..ResumoTamanho];
        var quem = $"{aviso.CallId}:{aviso.Type}";
        return $"{quem.Cortado(EventoDoProvedor.ChaveMaximo - ResumoTamanho - 1)}:{resumo}";
    }

    private static Task<bool> DeLigacaoRecenteAsync(CrmDbContext db, Api4ComWebhook aviso, CancellationToken ct)
    {
        var desde = DateTimeOffset.UtcNow - _destaHora;
        return db.Ligacoes.AnyAsync(l => l.Ramal == aviso.Caller && l.InicioEm > desde && l.Origem == OrigemDaLigacao.Crm, ct);
    }

    [LoggerMessage(LogLevel.Warning, "A webhook for organization {Organizacao} was ignored: of a kind unknown here, or of a domain that is not the account's ({Tipo}).")]
    private static partial void Ignorado(ILogger logger, Guid organizacao, Api4ComWebhookType tipo);

    [LoggerMessage(LogLevel.Warning, "A webhook for organization {Organizacao} could not be read: {Tamanho} characters.")]
    private static partial void Ilegivel(ILogger logger, Guid organizacao, int tamanho);
}
