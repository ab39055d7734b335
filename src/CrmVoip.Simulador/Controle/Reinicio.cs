using CrmVoip.Simulador.Ligacoes;
using CrmVoip.Simulador.Webhooks;

namespace CrmVoip.Simulador.Controle;

/// <summary>Back to how the simulator started: no calls, no records, no integrations, no faults. Registrations stay.</summary>
public sealed class Reinicio(
    Central central, Historico historico, Gravacoes gravacoes, Integracoes integracoes, EntregaDeWebhooks entrega,
    ConfiguracaoDoWebhook webhook, FalhasProvocadas falhas, FalhasDoSip falhasDoSip, SimuladorOptions options, TimeProvider relogio)
{
    private readonly SimuladorOptions iniciais = options with { };

    public async Task ExecutarAsync()
    {
        falhas.Limpar();
        falhasDoSip.Definir(new());
        options.CopiarDe(iniciais);
        webhook.Modo = ModoDoWebhook.Desligado;
        await Task.WhenAll(central.EmCurso.Select(item =>
            central.DesligarAsync(item, relogio.GetUtcNow(), CausaDeDesligamento.Normal)));

        central.EsquecerEncerradas();
        historico.Limpar();
        gravacoes.Limpar();
        integracoes.Limpar();
        entrega.Limpar();
        webhook.Modo = ModoDoWebhook.Normal;
    }
}
