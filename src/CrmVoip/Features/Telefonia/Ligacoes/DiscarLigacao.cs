using System.Net;
using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Features.Telefonia.Linha;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>EmAndamento: the provider has not answered yet, which it may do only when the ramal's leg ends. It is not a failure.</summary>
public sealed record Discagem(Guid Id, bool EmAndamento);

/// <summary>Asks the provider, once, to ring the caller's ramal and then the customer. A call is never asked for twice, whatever happened.</summary>
public sealed class DiscarLigacao(
    CrmDbContext db,
    OrganizacaoAtual atual,
    ContaDoProvedor provedor,
    Api4ComClient api4com,
    TimeProvider relogio)
{
    public async Task<Resultado<Discagem>> ExecutarAsync(Guid id, CancellationToken ct)
    {
        if (await provedor.AbrirAsync(ct) is not { } conta)
        {
            return RecusasDaLinha.NaoConectado(atual.Exigido.Papel);
        }

        var pedido = await db.EmTransacaoAsync(() => PedirAsync(id, ct), ct);
        return pedido.Recusa is { } recusa ? recusa
            : pedido.Valor is { Novo: true, Ligacao: var nova } ? await DiscarAsync(conta, nova)
            : new Discagem(id, EmAndamento: (pedido.Valor.Ligacao.DiscagemId ?? pedido.Valor.Ligacao.Metadata.DiscagemId) is null);
    }

    private async Task<Resultado<Pedido>> PedirAsync(Guid id, CancellationToken ct)
    {
        await db.TravarLigacaoAsync(id, ct);
        switch (await db.Ligacoes.SingleOrDefaultAsync(l => l.Id == id && l.UsuarioId == atual.UsuarioIdExigido, ct))
        {
            case null:
                return Recusa.NaoEncontrada;
            case { PeloDiscador: false }:
                return new Recusa(409, "outro_modo", "Esta ligação não é feita pela API4COM. Ligue de novo.");
            case { Terminada: true }:
                return new Recusa(409, "ligacao_encerrada", "Esta ligação já terminou.");
            case { DiscagemPedidaEm: not null } ligacao:
                return new Pedido(ligacao, Novo: false);
            case var ligacao:
                return await PedirAsync(ligacao, ct);
        }
    }

    private async Task<Resultado<Pedido>> PedirAsync(Ligacao ligacao, CancellationToken ct)
    {
        // Asked again: it may have been taken away since the call began.
        var ramal = await db.RamalDeAsync(atual.UsuarioIdExigido, ct);
        if (ramal is not { Status: StatusDoRamal.Ativo } || ramal.Extension != ligacao.NumeroOrigem || !ramal.Confirmado(await db.ConexaoAsync(ct)))
        {
            return RecusasDaLinha.RamalPorConfirmar;
        }

        if (await db.NaoLigarAsync(ligacao.NumeroDestino, ct))
        {
            return RecusasDaLinha.NaoLigar(ligacao.NumeroDestino);
        }

        var novo = ligacao.PedirDiscagem(relogio.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Pedido(ligacao, novo);
    }

    // From here on the request may be abandoned, but not what it started.
    private async Task<Resultado<Discagem>> DiscarAsync(ContaAberta conta, Ligacao ligacao)
    {
        try
        {
            var discagemId = await provedor.UsarAsync(
                conta,
                api4 => api4com.DialAsync(api4, ligacao.NumeroOrigem, ligacao.NumeroDestino, Metadados(ligacao), CancellationToken.None),
                CancellationToken.None);
            if (discagemId is not null)
            {
                await GuardarAsync(ligacao.Id, discagemId);
            }

            return new Discagem(ligacao.Id, EmAndamento: discagemId is null);
        }
        catch (Api4ComException erro) when (erro.Kind == Api4ComErrorKind.Timeout)
        {
            return new Discagem(ligacao.Id, EmAndamento: true);
        }
        catch (Api4ComException erro)
        {
            return Explicar(erro, ligacao);
        }
    }

    // Flat, short and without a word about people: it comes back in webhooks and lists.
    private static Dictionary<string, string> Metadados(Ligacao ligacao) => new()
    {
        ["gateway"] = ContaDoProvedor.Gateway,
        ["attemptId"] = ligacao.Id.ToString("D"),
        ["organizacao"] = ligacao.OrganizacaoId.ToString("D"),
    };

    // Read anew: the browser's facts may have changed the row meanwhile.
    private async Task GuardarAsync(Guid id, string discagemId)
    {
        db.ChangeTracker.Clear();
        await db.EmTransacaoAsync(
            async () =>
            {
                await db.TravarLigacaoAsync(id, CancellationToken.None);
                (await db.Ligacoes.SingleAsync(l => l.Id == id, CancellationToken.None)).GuardarDiscagem(discagemId);
                return await db.SaveChangesAsync(CancellationToken.None);
            },
            CancellationToken.None);
    }

    private Recusa Explicar(Api4ComException erro, Ligacao ligacao) => erro switch
    {
        { Kind: Api4ComErrorKind.TokenRefused } => RecusasDaLinha.ConexaoRecusada(atual.Exigido.Papel),
        { Kind: Api4ComErrorKind.NoPermission } => new Recusa(
            409, "discador_sem_permissao", "O token da organização não tem permissão para ligar pelo seu ramal. Avise um administrador."),
        { Kind: Api4ComErrorKind.RateLimited } => new Recusa(429, "aguarde", "A API4COM pediu para esperar. Ligue de novo em um minuto."),
        _ when Diz(erro, "not registered") => new Recusa(
            409, "ramal_desconectado", "A API4COM não encontrou seu ramal na linha. Recarregue a página e ligue de novo."),
        _ when Diz(erro, "extension") => new Recusa(
            409, "ramal_desconhecido", $"A API4COM não conhece o ramal {ligacao.NumeroOrigem}. Confira o seu ramal.", "/ramais"),
        { Status: HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest } => new Recusa(
            422, "discagem_recusada", $"A API4COM não aceitou ligar para {Formato.Telefone(ligacao.NumeroDestino)}. Confira o número."),
        { Kind: Api4ComErrorKind.Unreachable } => new Recusa(502, "operadora_fora", "A API4COM está fora do ar. Nenhuma ligação foi feita."),
        _ => new Recusa(502, "operadora_fora", "A API4COM não conseguiu fazer a ligação. Tente de novo em instantes."),
    };

    private static bool Diz(Api4ComException erro, string texto) => erro.Reason.Contains(texto, StringComparison.OrdinalIgnoreCase);

    /// <summary>Novo: nobody has asked the provider for this call before.</summary>
    private sealed record Pedido(Ligacao Ligacao, bool Novo);
}
