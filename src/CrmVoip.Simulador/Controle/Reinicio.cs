using CrmVoip.Simulador.Ligacoes;
using CrmVoip.Simulador.Webhooks;

namespace CrmVoip.Simulador.Controle;

/// <summary>Back to how the simulator started: no calls, no records, no integrations, no faults. Registrations stay.</summary>
public sealed class Reinicio(
    Central central, Entradas entradas, LigacoesDeMesa mesa, Historico historico, Gravacoes gravacoes, Integracoes integracoes,
    EntregaDeWebhooks entrega, DespachanteDeWebhooks despachante, ConfiguracaoDoWebhook webhook, FalhasProvocadas falhas,
    DesviosDasContas desvios, FalhasDoSip falhasDoSip, SimuladorOptions options, TimeProvider relogio)
{
    private readonly SimuladorOptions iniciais = options with { };

    public async Task ExecutarAsync()
    {
        falhas.Limpar();
        desvios.Limpar();
        falhasDoSip.Definir(new());
        options.CopiarDe(iniciais);
        webhook.Reiniciar(ModoDoWebhook.Desligado);
        mesa.EsquecerTodas();
        await entradas.DesistirDeTodasAsync();
        await Task.WhenAll(central.EmCurso.Select(item =>
            central.DesligarAsync(item, relogio.GetUtcNow(), CausaDeDesligamento.Normal)));

        central.EsquecerEncerradas();
        historico.Limpar();
        gravacoes.Limpar();
        integracoes.Limpar();
        entrega.Limpar();
        despachante.Limpar();
        webhook.Reiniciar(ModoDoWebhook.Normal);
    }
}
