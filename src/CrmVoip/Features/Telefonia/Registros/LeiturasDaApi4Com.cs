using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Domain.Telefonia;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>API4COM's words as readings. Nothing is judged here: what is possible is TemposPossiveis' business.</summary>
public static class LeiturasDaApi4Com
{
    public static DadosDaLeitura DoWebhook(Api4ComWebhook aviso) => new()
    {
        ProvedorId = aviso.CallId,
        Dominio = aviso.Domain,
        Entrada = aviso.Inbound,
        De = aviso.Caller,
        Para = aviso.Called,
        Tentativa = Tentativa(aviso.AttemptId),
        InicioEm = aviso.StartedAt,
        AtendidaEm = aviso.AnsweredAt,
        AtendidaIlegivel = aviso.AnsweredUnreadable,
        FimEm = aviso.EndedAt,
        Encerrada = aviso.Type == Api4ComWebhookType.HungUp,
        Duracao = aviso.DurationSeconds,
        Causa = aviso.HangupCause,
        GravacaoUrl = aviso.RecordingUrl,
    };

    public static DadosDaLeitura DaLista(Api4ComCall registro) => new()
    {
        ProvedorId = registro.Id,
        Dominio = registro.Domain,
        Entrada = registro.Inbound,
        De = registro.From,
        Para = registro.To,
        Tentativa = Tentativa(registro.AttemptId),
        InicioEm = registro.StartedAt,
        FimEm = registro.EndedAt,
        Encerrada = registro.EndedAt is not null || registro.HangupCause is not null || registro.DurationSeconds > 0,
        Duracao = registro.DurationSeconds,
        Causa = registro.HangupCause,
        GravacaoUrl = registro.RecordingUrl,
        Bina = registro.CallerId,
        Preco = registro.Price,
    };

    private static Guid? Tentativa(string? texto) => Guid.TryParse(texto, out var id) ? id : null;
}
