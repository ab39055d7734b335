using System.Text.Json.Nodes;
using CrmVoip.Simulador.Controle;
using CrmVoip.Simulador.Ligacoes;
using CrmVoip.Simulador.Rest;

namespace CrmVoip.Simulador.Webhooks;

/// <summary>One of the provider's two events. The end fields exist only in <c>channel-hangup</c>.</summary>
public sealed record EventoDeLigacao(string Tipo, Guid LigacaoId, string Dominio, JsonObject Dados)
{
    public const string Atendida = "channel-answer";
    public const string Encerrada = "channel-hangup";

    public static EventoDeLigacao DaResposta(RegistroDeLigacao registro, Desvios desvios) =>
        Criar(Atendida, registro, Comum(registro, desvios), desvios.Alteracoes?.Resposta, registro.Alteracoes?.Resposta);

    /// <summary>The recording's address is known only to an event that is sent later.</summary>
    public static EventoDeLigacao DoFim(RegistroDeLigacao registro, Desvios? desvios = null, string? gravacao = null)
    {
        desvios ??= Desvios.Nenhum;
        var dados = Comum(registro, desvios);
        dados["endedAt"] = Hora(registro.Fim, desvios);
        dados["duration"] = registro.DuracaoSegundos;
        dados["hangupCause"] = registro.Causa;
        dados["hangupCauseCode"] = registro.Codigo;
        dados["recordUrl"] = gravacao;
        return Criar(Encerrada, registro, dados, desvios.Alteracoes?.Fim, registro.Alteracoes?.Fim);
    }

    public string ParaJson(string versao)
    {
        var corpo = new JsonObject { ["version"] = versao, ["eventType"] = Tipo };
        foreach (var (nome, valor) in Dados)
        {
            corpo[nome] = valor?.DeepClone();
        }

        return corpo.ToJsonString();
    }

    private static EventoDeLigacao Criar(string tipo, RegistroDeLigacao registro, JsonObject dados, params JsonObject?[] alteracoes)
    {
        foreach (var alteracao in alteracoes)
        {
            Alteracoes.Aplicar(dados, alteracao, BrasiliaClock.ForWebhook);
        }

        return new EventoDeLigacao(tipo, registro.Id, registro.Dominio, dados);
    }

    private static JsonObject Comum(RegistroDeLigacao registro, Desvios desvios)
    {
        var (caller, called) = registro.Direcao == Direcao.Saida ? (registro.Ramal, registro.Numero) : (registro.Numero, registro.Ramal);
        return new JsonObject
        {
            ["id"] = (desvios.IdsDiferentes ? registro.OutroId : registro.Id).ToString(),
            ["domain"] = registro.Dominio,
            ["direction"] = registro.Direcao.ParaOProvedor(),
            ["caller"] = caller,
            ["called"] = called,
            ["startedAt"] = Hora(registro.Inicio, desvios),
            ["answeredAt"] = registro.AtendidaEm is { } em ? Hora(em, desvios) : null,
            ["metadata"] = registro.Metadata is { } valor ? JsonNode.Parse(valor.GetRawText()) : null,
        };
    }

    private static string Hora(DateTimeOffset instante, Desvios desvios) =>
        BrasiliaClock.ForWebhook(instante.AddSeconds(desvios.RelogioDoWebhookSegundos));
}
