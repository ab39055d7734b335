using System.Text.Json;
using System.Text.Json.Nodes;
using CrmVoip.Simulador.Ligacoes;
using CrmVoip.Simulador.Rest;

namespace CrmVoip.Simulador.Webhooks;

/// <summary>One of the provider's two events. The end fields exist only in <c>channel-hangup</c>.</summary>
public sealed record EventoDeLigacao(string Tipo, Guid LigacaoId, string Dominio, JsonObject Dados)
{
    public const string Atendida = "channel-answer";
    public const string Encerrada = "channel-hangup";

    public static EventoDeLigacao DaResposta(Ligacao ligacao) => new(Atendida, ligacao.Id, ligacao.Conta.Dominio, Comum(
        ligacao.Id, ligacao.Conta.Dominio, ligacao.Ramal.Numero, ligacao.Numero, ligacao.Inicio, ligacao.AtendidaEm, ligacao.Metadata));

    public static EventoDeLigacao DoFim(RegistroDeLigacao registro)
    {
        var dados = Comum(
            registro.Id, registro.Dominio, registro.Ramal, registro.Numero, registro.Inicio, registro.AtendidaEm, registro.Metadata);
        dados["endedAt"] = BrasiliaClock.ForWebhook(registro.Fim);
        dados["duration"] = registro.DuracaoSegundos;
        dados["hangupCause"] = registro.Causa;
        dados["hangupCauseCode"] = registro.Codigo;
        dados["recordUrl"] = null;
        return new EventoDeLigacao(Encerrada, registro.Id, registro.Dominio, dados);
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

    private static JsonObject Comum(
        Guid id, string dominio, string ramal, string numero, DateTimeOffset inicio, DateTimeOffset? atendida, JsonElement? metadata) => new()
        {
            ["id"] = id.ToString(),
            ["domain"] = dominio,
            ["direction"] = "outbound",
            ["caller"] = ramal,
            ["called"] = numero,
            ["startedAt"] = BrasiliaClock.ForWebhook(inicio),
            ["answeredAt"] = atendida is { } em ? BrasiliaClock.ForWebhook(em) : null,
            ["metadata"] = metadata is { } valor ? JsonNode.Parse(valor.GetRawText()) : null,
        };
}
