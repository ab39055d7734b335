using System.Collections.Concurrent;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Webhooks;

/// <summary>Turns what happens to calls into deliveries, in the order and with the faults of the current mode.</summary>
public sealed class DespachanteDeWebhooks(
    Central central, Roteiro roteiro, DestinosDeWebhook destinos, EntregaDeWebhooks entrega,
    ConfiguracaoDoWebhook configuracao, TimeProvider relogio) : IHostedService
{
    private readonly ConcurrentDictionary<Guid, Task> emAndamento = [];
    private readonly ConcurrentDictionary<Guid, EventoDeLigacao> retidos = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        roteiro.Atendida += AoAtender;
        central.Encerrada += AoEncerrar;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        roteiro.Atendida -= AoAtender;
        central.Encerrada -= AoEncerrar;
        return Task.CompletedTask;
    }

    private void AoAtender(Ligacao ligacao) => Despachar(EventoDeLigacao.DaResposta(ligacao));

    private void AoEncerrar(RegistroDeLigacao registro)
    {
        Despachar(EventoDeLigacao.DoFim(registro));
        if (retidos.TryRemove(registro.Id, out var resposta))
        {
            Enfileirar(resposta, vezes: 1, TimeSpan.Zero);
        }
    }

    private void Despachar(EventoDeLigacao evento)
    {
        switch (configuracao.Modo)
        {
            case ModoDoWebhook.Desligado:
                break;
            case ModoDoWebhook.ForaDeOrdem when evento.Tipo == EventoDeLigacao.Atendida:
                retidos[evento.LigacaoId] = evento;
                break;
            case ModoDoWebhook.Atrasado:
                Enfileirar(evento, vezes: 1, configuracao.Atraso);
                break;
            case ModoDoWebhook.Dobrado:
                Enfileirar(evento, vezes: 2, TimeSpan.Zero);
                break;
            default:
                Enfileirar(evento, vezes: 1, TimeSpan.Zero);
                break;
        }
    }

    /// <summary>Events of one call follow each other; a slow receiver of one call does not hold up another.</summary>
    private void Enfileirar(EventoDeLigacao evento, int vezes, TimeSpan atraso) => emAndamento.AddOrUpdate(
        evento.LigacaoId,
        _ => EntregarAsync(Task.CompletedTask, evento, vezes, atraso),
        (_, anterior) => EntregarAsync(anterior, evento, vezes, atraso));

    private async Task EntregarAsync(Task anterior, EventoDeLigacao evento, int vezes, TimeSpan atraso)
    {
        await Task.WhenAll(anterior, Task.Delay(atraso, relogio));
        for (var vez = 0; vez < vezes; vez++)
        {
            foreach (var destino in destinos.De(evento))
            {
                await entrega.EntregarAsync(evento, destino);
            }
        }
    }
}
