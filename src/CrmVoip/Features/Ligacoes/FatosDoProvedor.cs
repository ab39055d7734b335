using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Features.Ligacoes;

/// <summary>What the provider says about a call, as facts. The same words always make the same fact, so a repeat is absorbed.</summary>
public static class FatosDoProvedor
{
    /// <summary>Null for events that say nothing about the line.</summary>
    public static LigacaoEvento? DoWebhook(Api4ComWebhook aviso, Guid organizacaoId, Guid ligacaoId, DateTimeOffset recebidoEm)
    {
        var dados = new DadosDoEvento
        {
            ProvedorId = aviso.CallId,
            InicioEm = aviso.StartedAt,
            AtendidaEm = aviso.AnsweredAt,
        };
        return aviso.Type switch
        {
            Api4ComWebhookType.Answered => Fato(
                OrigemDoFato.Webhook, TipoDeEvento.Atendida, aviso.AnsweredAt ?? aviso.StartedAt ?? recebidoEm, dados),
            Api4ComWebhookType.HungUp => Fato(
                OrigemDoFato.Webhook,
                TipoDeEvento.Encerrada,
                aviso.EndedAt ?? recebidoEm,
                dados with
                {
                    FimEm = aviso.EndedAt,
                    CausaProvedor = aviso.HangupCause,
                    DuracaoSegundos = aviso.DurationSeconds,
                    GravacaoUrl = aviso.RecordingUrl,
                }),
            _ => null,
        };

        LigacaoEvento Fato(OrigemDoFato origem, TipoDeEvento tipo, DateTimeOffset em, DadosDoEvento tudo) =>
            new(organizacaoId, Identidade(ligacaoId, origem, tipo, tudo), ligacaoId, origem, tipo, em) { RecebidoEm = recebidoEm, Dados = tudo };
    }

    /// <summary>Null while the row speaks of a call that has not ended.</summary>
    public static LigacaoEvento? DaLista(Api4ComCall registro, Guid organizacaoId, Guid ligacaoId, DateTimeOffset lidoEm)
    {
        if ((registro.EndedAt ?? registro.StartedAt?.AddSeconds(registro.DurationSeconds ?? 0)) is not { } fimEm
            || (registro.EndedAt is null && registro.HangupCause is null))
        {
            return null;
        }

        var dados = new DadosDoEvento
        {
            ProvedorId = registro.Id,
            InicioEm = registro.StartedAt,
            FimEm = fimEm,
            CausaProvedor = registro.HangupCause,
            DuracaoSegundos = registro.DurationSeconds,
            GravacaoUrl = registro.RecordingUrl,
            Bina = registro.CallerId,
            Preco = registro.Price,
        };
        var id = Identidade(ligacaoId, OrigemDoFato.Reconciliacao, TipoDeEvento.Encerrada, dados);
        return new LigacaoEvento(organizacaoId, id, ligacaoId, OrigemDoFato.Reconciliacao, TipoDeEvento.Encerrada, fimEm)
        {
            RecebidoEm = lidoEm,
            Dados = dados,
        };
    }

    // RFC 9562, version 8: a uuid made of a hash.
    private static Guid Identidade(Guid ligacaoId, OrigemDoFato origem, TipoDeEvento tipo, DadosDoEvento dados)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{ligacaoId:N}|{origem}|{tipo}|{JsonSerializer.Serialize(dados)}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
