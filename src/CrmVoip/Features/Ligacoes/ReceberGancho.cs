using System.Security.Cryptography;
using System.Text;
using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ligacoes;

public enum GanchoRecebido
{
    /// <summary>No such organization, or a wrong secret: the two must look the same.</summary>
    Desconhecido,
    Ilegivel,
    Ignorado,
    Guardado,
}

/// <summary>Checks a webhook's secret and keeps its body. Nothing is made of it here: the provider is answered at once.</summary>
public sealed partial class ReceberGancho(
    EscopoDaOrganizacao escopos,
    ICofre cofre,
    Api4ComOptions opcoes,
    FilaDeGanchos fila,
    TimeProvider relogio,
    ILogger<ReceberGancho> log)
{
    private const int ChaveMaximo = 200;

    public async Task<GanchoRecebido> ExecutarAsync(Guid organizacaoId, string segredo, string corpo, CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
        if (escopo is null)
        {
            return GanchoRecebido.Desconhecido;
        }

        var db = escopo.Db;
        var recebido = await db.EmTransacaoAsync(
            async () =>
            {
                var integracao = await db.Integracoes.AsNoTracking().SingleOrDefaultAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct);
                return integracao is not null && Confere(integracao, segredo)
                    ? await GuardarAsync(db, integracao, corpo, ct)
                    : GanchoRecebido.Desconhecido;
            },
            ct);
        if (recebido == GanchoRecebido.Guardado)
        {
            fila.Avisar(organizacaoId);
        }

        return recebido;
    }

    private bool Confere(Integracao integracao, string segredo) =>
        integracao.WebhookSegredo is { } cifrado
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(cofre.Decifrar(new LugarDoSegredo(integracao.OrganizacaoId, Integracao.ColunaDoWebhook, integracao.Id), cifrado)),
            Encoding.UTF8.GetBytes(segredo));

    private async Task<GanchoRecebido> GuardarAsync(CrmDbContext db, Integracao integracao, string corpo, CancellationToken ct)
    {
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
            Ignorado(log, integracao.OrganizacaoId, aviso.Type.ToString(), aviso.Domain);
            return GanchoRecebido.Ignorado;
        }

        var chave = $"{aviso.CallId}:{aviso.Type}";
        // jsonb holds no U+0000.
        var evento = new EventoDoProvedor(
            integracao.OrganizacaoId,
            chave.Length > ChaveMaximo ? chave[..ChaveMaximo] : chave,
            corpo.Replace("\\u0000", "", StringComparison.Ordinal));
        await db.GuardarUmaVezAsync(evento, ct);
        return GanchoRecebido.Guardado;
    }

    [LoggerMessage(LogLevel.Warning, "A webhook for organization {Organizacao} was ignored: type {Tipo}, domain {Dominio}.")]
    private static partial void Ignorado(ILogger logger, Guid organizacao, string tipo, string? dominio);

    [LoggerMessage(LogLevel.Warning, "A webhook for organization {Organizacao} could not be read: {Tamanho} characters.")]
    private static partial void Ilegivel(ILogger logger, Guid organizacao, int tamanho);
}
